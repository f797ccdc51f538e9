// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage_tables.h"

#include "core/matching/linkage/csv_scan.h"
#include "core/matching/linkage/linkage_columns.h"
#include "core/matching/linkage/parallel.h"
#include "core/matching/table/cell_text.h"
#include "core/matching/table/table_beginning.h"

#include <thread>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

using Cells = std::vector<std::string_view>;

struct Table
{
    std::string_view bytes; // without the header row
    char separator;
    QStringList header;
    LinkageColumns columns;
};

bool isText(std::string_view bytes)
{
    return QUtf8StringView(bytes.data(), static_cast<qsizetype>(bytes.size())).isValidUtf8() &&
           bytes.find('\0') == std::string_view::npos;
}

// Latin-1 and UTF-16 would be compared as other names than they are. Says the first line that is not UTF-8.
Result<> checkText(std::string_view bytes)
{
    if (isText(bytes))
        return {};
    qint64 line = 1;
    for (; !bytes.empty(); ++line) {
        const std::size_t end = bytes.find_first_of("\r\n");
        if (!isText(bytes.substr(0, end)) || end == std::string_view::npos)
            break;
        bytes.remove_prefix(bytes.substr(end).starts_with("\r\n") ? end + 2 : end + 1);
    }
    return fail(ErrorCode::InvalidInput, u"line %1: not UTF-8; save it as UTF-8"_s.arg(line));
}

Result<Table> openTable(std::string_view bytes, const QHash<QString, QString> &renamed)
{
    const auto beginning = readTableBeginning(bytes);
    if (!beginning)
        return fail(beginning);
    bytes.remove_prefix(beginning->mark);
    if (const auto checked = checkText(bytes); !checked)
        return fail(checked);
    bytes.remove_prefix(beginning->separatorLine);
    Cells cells;
    CsvScan scan(bytes, beginning->separator);
    if (!scan.next(cells))
        return fail(ErrorCode::InvalidInput, u"it is empty"_s);
    QStringList header;
    for (const std::string_view cell : cells)
        header << QString::fromUtf8(cell.data(), static_cast<qsizetype>(cell.size())).trimmed();
    auto columns = LinkageColumns::read(header, renamed);
    if (!columns)
        return fail(columns);
    return Table{scan.rest(), beginning->separator, std::move(header), std::move(*columns)};
}

// A renaming that does nothing is a slip of the pen. Of two tables either may have the column.
Result<> checkRenamed(const std::vector<Table> &tables, const QHash<QString, QString> &renamed)
{
    QStringList columns;
    for (const Table &table : tables)
        columns << table.header;
    columns.removeDuplicates();
    for (auto it = renamed.cbegin(); it != renamed.cend(); ++it) {
        if (!columns.contains(it.key()))
            return fail(ErrorCode::InvalidInput,
                        u"no such column: %1; there are %2"_s.arg(it.key(), columns.join(u", "_s)));
    }
    return {};
}

// Two tables are compared by the unknown columns that both have.
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

// Calls `use(cells, id)` for each row that has all its cells and an id.
template <typename Use>
LinkageTables::Reading eachRow(const Table &table, const Use &use)
{
    Cells cells;
    CsvScan scan(table.bytes, table.separator);
    LinkageTables::Reading reading;
    while (scan.next(cells)) {
        const std::string_view id = cells.size() == table.columns.count() ? table.columns.id(cells) : "";
        if (id.empty())
            ++reading.unread;
        else if (isRoundedReference(id))
            ++reading.rounded;
        else
            use(cells, id);
    }
    return reading;
}

void fillHalf(LinkageColumns::Half half, const std::vector<Table> &tables, RecordSet &set)
{
    RecordBuilder builder(set);
    auto record = set.records.begin();
    for (const Table &table : tables)
        eachRow(table,
                [&](const Cells &cells, std::string_view) { table.columns.apply(half, cells, builder, *record++); });
}

void addId(LinkageTables &tables, std::string_view id)
{
    tables.ids += id;
    tables.idBegins.push_back(static_cast<std::uint32_t>(tables.ids.size()));
}

Error in(const QString &table, const Error &error)
{
    return {error.code, table + u": "_s + error.detail};
}

} // namespace

Result<LinkageTables> readLinkageTables(const std::vector<NamedTable> &named, const QHash<QString, QString> &renamed,
                                        unsigned threads)
{
    std::vector<Table> tables;
    for (const NamedTable &each : named) {
        auto table = openTable(each.bytes, renamed);
        if (!table)
            return tl::unexpected(in(each.name, table.error()));
        tables.push_back(std::move(*table));
    }
    if (const auto checked = checkRenamed(tables, renamed); !checked)
        return fail(checked);
    keepCommonTexts(tables);

    LinkageTables result;
    result.idBegins.push_back(0);
    for (std::size_t i = 0; i < tables.size(); ++i) {
        const std::size_t before = result.idBegins.size();
        LinkageTables::Reading reading =
            eachRow(tables[i], [&](const Cells &, std::string_view id) { addId(result, id); });
        reading.ignored = tables[i].columns.ignored();
        result.readings.push_back(reading);
        if (tables[i].columns.ignored().size() + 1 >= static_cast<qsizetype>(tables[i].columns.count()))
            return fail(ErrorCode::InvalidInput,
                        named[i].name + u": no known column; the first row must name the fields"_s);
        if (result.idBegins.size() == before && reading.rounded > 0)
            return fail(ErrorCode::InvalidInput,
                        named[i].name + u": no row can be read; a spreadsheet has rounded the ids"_s);
        if (result.idBegins.size() == before)
            return fail(ErrorCode::InvalidInput, named[i].name + u": no row can be read; is there an id column?"_s);
        if (i == 0 && tables.size() > 1)
            result.records.lefts = result.idBegins.size() - 1;
    }
    RecordSet &set = result.records;
    set.records.resize(result.idBegins.size() - 1);
    set.extraNames = tables[0].columns.texts();

    threads = threadCount(threads);
    if (threads > 1) {
        std::thread names([&] { fillHalf(LinkageColumns::Half::Names, tables, set); });
        fillHalf(LinkageColumns::Half::Rest, tables, set);
        names.join();
    } else {
        fillHalf(LinkageColumns::Half::Names, tables, set);
        fillHalf(LinkageColumns::Half::Rest, tables, set);
    }
    set.settle(NameVariants::builtIn(), static_cast<std::int64_t>(set.records.size()), threads);
    return result;
}

} // namespace reeve::matching
