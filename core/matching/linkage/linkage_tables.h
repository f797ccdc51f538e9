// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/matching/linkage/record_set.h"

#include <QHash>
#include <QStringList>

#include <string>
#include <string_view>
#include <vector>

namespace reeve::matching {

// One table of people that lies in memory, or two that are to be linked: CSV with a header row, whose columns are known
// by their names (linkage_columns.h).
struct LinkageTables
{
    RecordSet records; // settled; those of the first table first

    // How each table was read.
    struct Reading
    {
        qint64 unread = 0;   // rows without all their cells, or without an id: passed over
        qint64 rounded = 0;  // rows whose id a spreadsheet has rounded, so that others have it too: passed over
        QStringList ignored; // columns that are not compared
    };
    std::vector<Reading> readings;

    // What stands in the id column of a record.
    [[nodiscard]] std::string_view id(std::size_t record) const
    {
        return std::string_view(ids).substr(idBegins[record], idBegins[record + 1] - idBegins[record]);
    }
    std::vector<std::uint32_t> idBegins; // of each record into `ids`, and one more
    std::string ids;
};

struct NamedTable
{
    QString name;           // what an error calls it
    std::string_view bytes; // UTF-8; not needed any more once it is read
};

// `renamed`: column of a table -> our name; one of them has it. InvalidInput, with the table's name, when nothing in
// one can be compared, it has no row, or is not UTF-8 (then with the line too; NUL is not). `threads`: 0 for as many as
// the machine has.
[[nodiscard]] Result<LinkageTables> readLinkageTables(const std::vector<NamedTable> &tables,
                                                      const QHash<QString, QString> &renamed, unsigned threads);

} // namespace reeve::matching
