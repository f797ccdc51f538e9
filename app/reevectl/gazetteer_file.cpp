// SPDX-License-Identifier: MIT
#include "app/reevectl/gazetteer_file.h"

#include "app/reevectl/input_file.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

GazetteerFile::Row textOf(CsvRow raw)
{
    GazetteerFile::Row row{std::move(raw), {}};
    if (!row.raw.fault.isEmpty())
        return row;
    if (auto cells = decoded(row.raw)) {
        row.cells = std::move(*cells);
        return row;
    }
    for (std::size_t i = 0; i < row.raw.cells.size(); ++i)
        row.cells.append(QString::fromLatin1(row.raw.cells[i]).remove(QChar(u'\0')));
    return row;
}

} // namespace

Result<std::unique_ptr<GazetteerFile>> GazetteerFile::open(const QString &name)
{
    auto file = std::unique_ptr<GazetteerFile>(new GazetteerFile(name));
    if (const auto opened = openOrdinary(file->m_file); !opened)
        return fail(opened);
    file->m_reader = std::make_unique<CsvReader>(file->m_file);
    auto raw = file->m_reader->next();
    if (!raw)
        return fail(ErrorCode::InvalidInput, u"the file %1 is empty"_s.arg(name));
    const Row first = textOf(std::move(*raw));
    const auto row = domain::readGazetteerRow(first.cells);
    if (!row)
        return fail(ErrorCode::InvalidInput,
                    u"%1 is no gazetteer file: its first row, %2"_s.arg(name, row.error().detail));
    const auto *header = std::get_if<domain::GazetteerHeader>(&row->record);
    if (!header) {
        return fail(ErrorCode::InvalidInput,
                    u"%1 has no header (row 10), so that nobody can tell whether it is the whole list, a part or a "
                    "change; the list in use is kept. Export it again, with its header"_s.arg(name));
    }
    file->m_header = *header;
    return file;
}

std::optional<GazetteerFile::Row> GazetteerFile::next()
{
    auto raw = m_reader->next();
    if (!raw)
        return std::nullopt;
    Row row = textOf(std::move(*raw));
    if (row.cells.value(0).trimmed() == u"99") {
        if (const auto last = domain::readGazetteerRow(row.cells)) {
            if (const auto *trailer = std::get_if<domain::GazetteerTrailer>(&last->record))
                m_trailer = *trailer;
        }
    }
    return row;
}

int GazetteerFile::percentRead() const
{
    const qint64 size = m_file.size();
    return size > 0 ? static_cast<int>(m_reader->bytesRead() * 100 / size) : 0;
}

Result<std::vector<std::unique_ptr<GazetteerFile>>> openInOrder(const QStringList &names)
{
    std::vector<std::unique_ptr<GazetteerFile>> files;
    for (const QString &name : names) {
        auto file = GazetteerFile::open(name);
        if (!file)
            return fail(file);
        files.push_back(std::move(*file));
    }
    std::stable_sort(files.begin(), files.end(), [](const auto &left, const auto &right) {
        const domain::GazetteerHeader &a = left->header();
        const domain::GazetteerHeader &b = right->header();
        if (a.isFull != b.isFull)
            return a.isFull;
        return std::pair(a.processedAt, a.volume) < std::pair(b.processedAt, b.volume);
    });
    return files;
}

} // namespace reeve::ctl
