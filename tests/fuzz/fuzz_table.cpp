// SPDX-License-Identifier: MIT
// A table of people for comparing: any bytes become rows of cells, all of them read, and records that can be compared.
#include "tests/fuzz/target.h"

#include "core/matching/linkage/csv_scan.h"
#include "core/matching/linkage/evidence.h"
#include "core/matching/linkage/linkage_tables.h"

#include <string>

using namespace reeve;

REEVE_FUZZ_TARGET(table)
{
    const std::string_view bytes(input.data(), static_cast<std::size_t>(input.size()));
    std::vector<std::string_view> cells;
    std::size_t letters = 0;
    std::size_t left = bytes.size();
    matching::CsvScan scan(bytes);
    while (scan.next(cells)) {
        fuzz::mustHold(!cells.empty(), "a row has a cell");
        fuzz::mustHold(scan.rest().size() < left, "each row takes something");
        left = scan.rest().size();
        for (const std::string_view cell : cells)
            letters += std::string(cell).size(); // every byte of it can be read
    }
    fuzz::mustHold(scan.rest().empty(), "the end is reached");
    fuzz::mustHold(letters <= bytes.size(), "no byte is read twice");

    const auto tables = matching::readLinkageTables({{QStringLiteral("table"), bytes}}, {}, 1);
    if (!tables)
        return;
    const matching::RecordSet &set = tables->records;
    fuzz::mustHold(tables->idBegins.size() == set.records.size() + 1, "each record has an id");
    for (std::size_t i = 0; i + 1 < set.records.size() && i < 20; ++i) {
        const auto there = compare(set, set.records[i], set.records[i + 1]);
        const auto back = compare(set, set.records[i + 1], set.records[i]);
        fuzz::mustHold(there.known == back.known, "what is compared is the same both ways");
    }
}
