// SPDX-License-Identifier: MIT
// A file of people: any bytes become rows or rejected rows, and no byte of the file is lost between them.
#include "tests/fuzz/target.h"

#include "app/reevectl/csv_reader.h"
#include "core/services/person/person_columns.h"

#include <QBuffer>

using namespace reeve;

REEVE_FUZZ_TARGET(csv)
{
    QBuffer device;
    device.setData(input.toByteArray());
    device.open(QIODevice::ReadOnly);
    ctl::CsvReader reader(device);
    std::optional<services::PersonColumns> columns;
    qint64 lastLine = 0;
    while (const auto row = reader.next()) {
        fuzz::mustHold(row->line > lastLine, "lines are numbered upwards");
        lastLine = row->line;
        const auto cells = ctl::decoded(*row);
        if (!cells)
            continue;
        if (!columns) {
            auto read = services::PersonColumns::read(*cells);
            if (!read)
                break;
            columns = std::move(*read);
            continue;
        }
        static_cast<void>(columns->id(*cells));
        static_cast<void>(columns->apply(*cells, {}, QDate(2026, 11, 22)));
        static_cast<void>(columns->applyLeniently(*cells, {}, QDate(2026, 11, 22)));
    }
    fuzz::mustHold(reader.bytesRead() <= input.size(), "no byte is read twice");
}
