// SPDX-License-Identifier: MIT
#include "app/reevectl/linkage_file.h"

#include "app/reevectl/input_file.h"

#include <QFile>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// A file in memory; mapped where that can be done.
class Bytes final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Bytes>> open(const QString &name)
    {
        auto bytes = std::make_unique<Bytes>();
        bytes->m_file.setFileName(name);
        if (const auto opened = openOrdinary(bytes->m_file); !opened)
            return fail(opened);
        const qint64 size = bytes->m_file.size();
        if (const uchar *mapped = size > 0 ? bytes->m_file.map(0, size) : nullptr) {
            bytes->m_text = {reinterpret_cast<const char *>(mapped), static_cast<std::size_t>(size)};
        } else {
            bytes->m_read = bytes->m_file.readAll();
            bytes->m_text = {bytes->m_read.constData(), static_cast<std::size_t>(bytes->m_read.size())};
        }
        return bytes;
    }
    [[nodiscard]] std::string_view text() const noexcept { return m_text; }

private:
    QFile m_file;
    QByteArray m_read;
    std::string_view m_text;
};

} // namespace

Result<matching::LinkageTables> readLinkageFiles(const QStringList &names, const QHash<QString, QString> &renamed,
                                                 unsigned threads, Terminal &terminal)
{
    std::vector<std::unique_ptr<Bytes>> files;
    std::vector<matching::NamedTable> texts;
    for (const QString &name : names) {
        auto bytes = Bytes::open(name);
        if (!bytes)
            return fail(bytes);
        texts.push_back({name, (*bytes)->text()});
        files.push_back(std::move(*bytes));
    }
    auto tables = matching::readLinkageTables(texts, renamed, threads);
    if (!tables)
        return tables;
    for (std::size_t i = 0; i < tables->readings.size(); ++i) {
        const matching::LinkageTables::Reading &reading = tables->readings[i];
        const QString &name = names.at(static_cast<qsizetype>(i));
        if (reading.unread > 0)
            terminal.message(u"%1: %2 rows could not be read, or have no id, and were passed over"_s.arg(
                name, QString::number(reading.unread)));
        if (reading.rounded > 0)
            terminal.message(
                u"%1: in %2 rows a spreadsheet has rounded the id, so that nobody can be told by it; they were passed "
                u"over"_s.arg(name, QString::number(reading.rounded)));
        if (!reading.ignored.isEmpty())
            terminal.message(u"%1: not compared: %2"_s.arg(name, reading.ignored.join(u", "_s)));
    }
    return tables;
}

} // namespace reeve::ctl
