// SPDX-License-Identifier: MIT
// The fields of a person, as they are pulled: whatever is read can be written and read again, and be searched for.
#include "tests/fuzz/target.h"

#include "core/domain/person_fields.h"
#include "core/domain/person_from_json.h"
#include "core/matching/search/search_card.h"
#include "core/store/person_row.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace reeve;

REEVE_FUZZ_TARGET(person_json)
{
    const domain::PersonId id(QUuid::fromString(QStringLiteral("019ab1c2-0000-7000-8000-000000000001")));
    const auto read = store::readPerson(id, 1, input.toByteArray());
    const auto direct = domain::personFromJson(id, 1, input);
    fuzz::mustHold(direct.has_value() == read.has_value(), "the direct reader takes the same");
    if (!read)
        return;
    fuzz::mustHold(*direct == read->person, "and makes the same of it");
    static_cast<void>(domain::validate(read->person));
    static_cast<void>(matching::searchCard(read->person));
    const QJsonObject written = domain::toFields(read->person);
    const auto again = domain::personFromFields(id, 1, written);
    fuzz::mustHold(again.has_value(), "what was read can be read again");
    fuzz::mustHold(domain::toFields(*again) == written, "and says the same");

    const auto changes = domain::changesBetween(read->fields, written);
    fuzz::mustHold(domain::withChanges(read->fields, changes.set) == domain::withChanges(written, {}),
                   "a change leads from the one to the other");
}
