// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/merge_graph.h"

namespace reeve::domain {

using Originals = std::map<PersonId, QJsonObject, ByBytes>; // each record's own fields

// Several records shown as one.
struct MergedFields
{
    QJsonObject fields;
    std::map<QString, PersonId> sources; // which record each field comes from
    QStringList contested;               // chosen differently on desks that did not know of each other
};

// What is shown of `survivor` and the others in `originals`, which are one person by `graph`:
//  - a field comes from the record that was chosen for it, else from the survivor, else from the oldest that has it;
//  - what is several (contact points, addresses, references …) is all of them, the same thing once;
//  - one record's home is the home, the others' are previous addresses, unless the home says all that they say;
//  - names and council references that are not shown stay findable as former names and references;
//  - nobody is related to themselves: what one record says of another of them is not shown;
//  - roles are all of them.
// One record alone is shown as it is. The twin in SQL is reeve.fold_fields (core/central/api/32_merge.sql).
[[nodiscard]] MergedFields foldFields(const MergeGraph &graph, PersonId survivor, const Originals &originals);

// Whether one record's value of a field is shown, and whose can be chosen: not one of several, and no roles.
[[nodiscard]] bool isChosenField(const QString &field);

// The field that is the home among the addresses; empty for none.
[[nodiscard]] QString homeFieldOf(const QJsonObject &fields);

// True where the home says all that another record's home says: one property, or the same words (letters' case, spaces
// and commas aside) where the other has no property number of its own.
[[nodiscard]] bool saysSameHome(const QJsonObject &home, const QJsonObject &other);

// Each says all that the other does.
[[nodiscard]] bool areOneHome(const QJsonObject &a, const QJsonObject &b);

// What a merge should choose unless a person says otherwise, for the fields that both have and differently: the more
// complete of two names, the home that was confirmed last, else the one that says more, else the survivor's. `shown…`
// are the two as they are shown.
struct MergeSides
{
    PersonId survivor;
    MergedFields survivorShown;
    PersonId absorbed;
    MergedFields absorbedShown;
};
enum class MergeSide { Survivor, Absorbed };
[[nodiscard]] std::map<QString, MergeSide> suggestedSides(const MergeSides &sides);
[[nodiscard]] FieldChoices choicesOf(const MergeSides &sides, const std::map<QString, MergeSide> &taken);

// Another one when any field that is compared (names, dates of birth and death, contact points, addresses, numbers) has
// changed in either, and not only in the way it is written; the same whichever comes first.
[[nodiscard]] QByteArray comparedFingerprint(PersonId a, const QJsonObject &aFields, PersonId b,
                                             const QJsonObject &bFields);
// Whether it is theirs; one of before, when the way of writing counted, is so while every letter is the same.
[[nodiscard]] bool isComparedFingerprint(const QByteArray &fingerprint, PersonId a, const QJsonObject &aFields,
                                         PersonId b, const QJsonObject &bFields);

} // namespace reeve::domain
