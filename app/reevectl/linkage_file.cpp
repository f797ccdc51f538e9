// SPDX-License-Identifier: MIT
#include "app/reevectl/linkage_file.h"

#include "app/reevectl/csv_scan.h"
#include "core/matching/linkage/linkage_columns.h"

#include <QFile>

#include <algorithm>
#include <memory>
#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

using matching::LinkageColumns;
using matching::LinkageRecord;
using matching::RecordBuilder;
using Cells = std::vector<std::string_view>;

// A file in memory; mapped where that can be done.
class Bytes final
{
public:
    [[nodiscard]] static Result<std::unique_ptr<Bytes>> open(const QString &name)
    {
        auto bytes = std::make_unique<Bytes>();
        bytes->m_file.setFileName(name);
        if (!bytes->m_file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::NotFound, u"the file %1 cannot be read"_s.arg(name));
        const qint64 size = bytes->m_file.size();
        if (const uchar *mapped = size > 0 ? bytes->m_file.map(0, size) : nullptr) {
            bytes->m_text = {reinterpret_cast<const char *>(mapped), static_cast<std::size_t>(size)};
        } else {
            bytes->m_read = bytes->m_file.readAll();
            bytes->m_text = {bytes->m_read.constData(), static_cast<std::size_t>(bytes->m_read.size())};
        }
        if (bytes->m_text.starts_with("\xef\xbb\xbf"))
            bytes->m_text.remove_prefix(3);
        return bytes;
    }
    [[nodiscard]] std::string_view text() const noexcept { return m_text; }

private:
    QFile m_file;
    QByteArray m_read;
    std::string_view m_text;
};

struct Table
{
    std::unique_ptr<Bytes> bytes;
    LinkageColumns columns;
};

Result<Table> openTable(const QString &name, const QHash<QString, QString> &renamed)
{
    auto bytes = Bytes::open(name);
    if (!bytes)
        return fail(bytes);
    Cells cells;
    CsvScan scan((*bytes)->text());
    if (!scan.next(cells))
        return fail(ErrorCode::InvalidInput, u"the file %1 is empty"_s.arg(name));
    QStringList header;
    for (const std::string_view cell : cells)
        header << QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size()));
    auto columns = LinkageColumns::read(header, renamed);
    if (!columns)
        return fail(columns);
    return Table{std::move(*bytes), std::move(*columns)};
}

// Calls `use(cells, number)` for each row that has all its cells and an id. Answers how many have not.
template <typename Use>
qint64 eachRow(const Table &table, const Use &use)
{
    Cells cells;
    CsvScan scan(table.bytes->text());
    (void)scan.next(cells); // the header
    std::size_t number = 0;
    qint64 unread = 0;
    while (scan.next(cells)) {
        if (cells.size() != table.columns.count() || cells[table.columns.id()].empty())
            ++unread;
        else
            use(cells, number++);
    }
    return unread;
}

void fillHalf(LinkageColumns::Half half, const std::vector<Table> &tables, matching::RecordSet &set)
{
    RecordBuilder builder(set);
    std::size_t first = 0;
    for (const Table &table : tables) {
        std::size_t count = 0;
        eachRow(table, [&](const Cells &cells, std::size_t number) {
            table.columns.apply(half, cells, builder, set.records[first + number]);
            ++count;
        });
        first += count;
    }
}

void addId(LinkageFiles &files, std::string_view id)
{
    while (!id.empty() && id.front() == ' ')
        id.remove_prefix(1);
    while (!id.empty() && id.back() == ' ')
        id.remove_suffix(1);
    files.ids += id;
    files.idBegins.push_back(files.ids.size());
}

void keepCommonTexts(std::vector<Table> &tables)
{
    if (tables.size() < 2)
        return;
    QStringList common;
    for (const QString &text : tables[0].columns.texts()) {
        if (tables[1].columns.texts().contains(text))
            common << text;
    }
    for (Table &table : tables)
        table.columns.keepTexts(common);
}

} // namespace

Result<LinkageFiles> readLinkageFiles(const QStringList &names, const QHash<QString, QString> &renamed,
                                      Terminal &terminal)
{
    std::vector<Table> tables;
    for (const QString &name : names) {
        auto table = openTable(name, renamed);
        if (!table)
            return fail(table);
        tables.push_back(std::move(*table));
    }
    keepCommonTexts(tables);

    LinkageFiles files;
    files.idBegins.push_back(0);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::size_t before = files.idBegins.size();
        const qint64 unread =
            eachRow(tables[i], [&](const Cells &cells, std::size_t) { addId(files, cells[tables[i].columns.id()]); });
        const QString &name = names.at(static_cast<qsizetype>(i));
        if (unread > 0)
            terminal.message(u"%1: %2 rows could not be read, or have no id, and were passed over"_s.arg(
                name, QString::number(unread)));
        if (!tables[i].columns.ignored().isEmpty())
            terminal.message(u"%1: not compared: %2"_s.arg(name, tables[i].columns.ignored().join(u", "_s)));
        if (files.idBegins.size() == before)
            return fail(ErrorCode::InvalidInput, u"no row of %1 can be read; is there an id column?"_s.arg(name));
        if (i == 0 && tables.size() > 1)
            files.records.lefts = files.idBegins.size() - 1;
    }
    files.records.records.resize(files.idBegins.size() - 1);
    files.records.extraNames = tables[0].columns.texts();

    std::thread names_([&] { fillHalf(LinkageColumns::Half::Names, tables, files.records); });
    fillHalf(LinkageColumns::Half::Rest, tables, files.records);
    names_.join();
    files.records.settle(matching::NameVariants::builtIn(), static_cast<std::int64_t>(files.records.records.size()));
    return files;
}

} // namespace reeve::ctl
