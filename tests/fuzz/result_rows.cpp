// SPDX-License-Identifier: MIT
#include "tests/fuzz/result_rows.h"

#include <libpq-fe.h>

#include <vector>

namespace reeve::fuzz {

central::Rows rowsFrom(QByteArrayView input, int columns)
{
    PGresult *result = PQmakeEmptyPGresult(nullptr, PGRES_TUPLES_OK);
    char name[] = "column";
    std::vector<PGresAttDesc> columnsOf(static_cast<std::size_t>(columns), PGresAttDesc{name, 0, 0, 1, 0, -1, -1});
    PQsetResultAttrs(result, columns, columnsOf.data());

    constexpr int mostRows = 64;
    qsizetype at = 0;
    for (int row = 0; row < mostRows && at < input.size(); ++row) {
        for (int column = 0; column < columns; ++column) {
            int length = -1;
            if (at < input.size()) {
                length = static_cast<unsigned char>(input[at++]);
                if (length == 254 && at + 1 < input.size()) { // a long one
                    length = static_cast<unsigned char>(input[at]) << 8 | static_cast<unsigned char>(input[at + 1]);
                    at += 2;
                } else if (length == 255) {
                    length = -1;
                }
                length = static_cast<int>(qMin<qsizetype>(length, input.size() - at));
            }
            QByteArray value = length > 0 ? input.sliced(at, length).toByteArray() : QByteArray("");
            at += qMax(length, 0);
            PQsetvalue(result, row, column, length < 0 ? nullptr : value.data(), length);
        }
    }
    return central::Rows(result);
}

} // namespace reeve::fuzz
