// SPDX-License-Identifier: MIT
#include "app/reevectl/people_file.h"

#include "app/reevectl/input_file.h"
#include "core/matching/table/table_beginning.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr qint64 beginning = 64 << 10; // bytes, for the header row

bool isBlank(const CsvRow &row)
{
    const QByteArrayView bytes = row.cells.bytes();
    return row.fault.isEmpty() &&
           std::all_of(bytes.begin(), bytes.end(), [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
}

} // namespace

Result<std::unique_ptr<PeopleFile>> PeopleFile::open(const QString &name, const QHash<QString, QString> &renamed)
{
    auto file = std::unique_ptr<PeopleFile>(new PeopleFile(name));
    if (const auto opened = openOrdinary(file->m_file); !opened)
        return fail(opened);
    const QByteArray begin = file->m_file.peek(beginning);
    const auto beginning = matching::readTableBeginning({begin.constData(), static_cast<std::size_t>(begin.size())});
    if (!beginning)
        return fail(ErrorCode::InvalidInput, u"the file %1 is %2"_s.arg(name, beginning.error().detail));
    file->m_separator = beginning->separator;
    file->m_reader = std::make_unique<CsvReader>(file->m_file, file->m_separator);

    auto header = file->m_reader->next();
    if (header && beginning->separatorLine > 0)
        header = file->m_reader->next();
    if (!header)
        return fail(ErrorCode::InvalidInput, u"the file %1 is empty"_s.arg(name));
    const auto names = decoded(*header);
    if (!names)
        return fail(ErrorCode::InvalidInput, u"the header row: "_s + names.error().detail);
    auto columns = services::PersonColumns::read(*names, renamed);
    if (!columns)
        return fail(columns);
    file->m_columns = std::move(*columns);
    file->m_header = header->raw;
    return file;
}

std::optional<CsvRow> PeopleFile::next()
{
    auto row = m_reader->next();
    while (row && isBlank(*row))
        row = m_reader->next();
    return row;
}

int PeopleFile::percentRead() const
{
    const qint64 size = m_file.size();
    return size > 0 ? static_cast<int>(m_reader->bytesRead() * 100 / size) : 0;
}

} // namespace reeve::ctl
