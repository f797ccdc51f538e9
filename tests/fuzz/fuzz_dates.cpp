// SPDX-License-Identifier: MIT
// Dates and instants as typed, as stored and as files have them.
#include "tests/fuzz/target.h"

#include "core/base/instant.h"
#include "core/domain/partial_date.h"
#include "core/services/person/person_columns.h"

using namespace reeve;
using domain::PartialDate;

namespace {

void comesBack(const Result<PartialDate> &read)
{
    if (!read)
        return;
    const auto again = PartialDate::parseIso(read->toIso());
    fuzz::mustHold(again.has_value() && *again == *read, "a date can be stored and read again");
    fuzz::mustHold(read->yearsUntil(QDate(2026, 11, 22)) >= 0, "nobody is of negative age");
}

} // namespace

REEVE_FUZZ_TARGET(dates)
{
    const QString text = QString::fromUtf8(input);
    const QDate today(2026, 11, 22);
    comesBack(PartialDate::parseIso(text));
    comesBack(PartialDate::parse(text, today));
    comesBack(services::parseFileDate(text, today));
    if (const auto instant = parseRfc3339(text)) {
        const auto again = parseRfc3339(toRfc3339(*instant));
        fuzz::mustHold(again.has_value() && *again == *instant, "an instant can be stored and read again");
    }
}
