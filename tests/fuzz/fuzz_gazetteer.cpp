// SPDX-License-Identifier: MIT
// A gazetteer file: any bytes become records or rows that are refused, and an address is one line of text.
#include "tests/fuzz/target.h"

#include "app/reevectl/csv_reader.h"
#include "core/domain/gazetteer_record.h"

#include <QBuffer>

#include <algorithm>

using namespace reeve;
using namespace reeve::domain;

namespace {

// As GazetteerFile does it: what is not UTF-8 is ISO 8859-1.
QStringList cellsOf(const ctl::CsvRow &row)
{
    if (auto cells = ctl::decoded(row))
        return std::move(*cells);
    QStringList cells;
    for (std::size_t i = 0; i < row.cells.size(); ++i)
        cells.append(QString::fromLatin1(row.cells[i]).remove(QChar(u'\0')));
    return cells;
}

} // namespace

REEVE_FUZZ_TARGET(gazetteer)
{
    QBuffer device;
    device.setData(input.toByteArray());
    device.open(QIODevice::ReadOnly);
    ctl::CsvReader reader(device);
    GazetteerStreet street{1, {}, QStringLiteral("HIGH STREET"), {}, QStringLiteral("EXAMPLETON")};
    QString organisation;
    while (const auto raw = reader.next()) {
        if (!raw->fault.isEmpty())
            continue;
        const auto row = readGazetteerRow(cellsOf(*raw));
        if (!row)
            continue;
        if (const auto *named = std::get_if<GazetteerStreet>(&row->record))
            street = *named;
        if (const auto *there = std::get_if<GazetteerOrganisation>(&row->record))
            organisation = there->name;
        const auto *address = std::get_if<GazetteerAddress>(&row->record);
        if (!address)
            continue;
        fuzz::mustHold(!address->key.isEmpty(), "an address has a key to be replaced by");
        const QString line = composeAddress(*address, street, organisation);
        fuzz::mustHold(line == line.trimmed(), "an address has no blanks around it");
        fuzz::mustHold(usualCase(usualCase(line)) == usualCase(line), "what is in the usual case stays as it is");
    }
}
