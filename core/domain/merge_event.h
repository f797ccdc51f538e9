// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/domain/ids.h"

#include <QByteArray>
#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <map>
#include <optional>
#include <variant>

namespace reeve::domain {

// That two records are one person, that they are not after all, and what follows from it, is told as events over
// records that never change (core/decisions/0008-merge-as-events.md). What is shown is worked out from them by
// MergeGraph and foldFields(). Events are only ever added: two desks that have the same ones show the same.

// For one field: the record it is taken from. `source` is the record that the value came from when it was chosen,
// `record` the one that showed it; the first of them that still belongs to the person counts.
struct FieldChoice
{
    PersonId source;
    PersonId record;

    friend bool operator==(const FieldChoice &, const FieldChoice &) = default;
};
using FieldChoices = std::map<QString, FieldChoice>; // by field name (person_fields.h), or homeAddress

// Not a field of its own: whose home address is the home, when both records have one.
inline constexpr QStringView homeAddress = u"home_address";

// Two records are one person. `absorbed` is shown as `survivor` from now on, whatever asks for it.
struct PersonMerge
{
    PersonId survivor;
    PersonId absorbed;
    FieldChoices choices;              // for every field that both had, and differently
    QJsonObject survivorFields;        // the survivor's own, as they were: what came after is seen against them
    std::optional<double> probability; // as the matching had it; none when a person found the pair
    QStringList why;                   // codes of what spoke for it
    QString model;                     // which version of the matching said so

    friend bool operator==(const PersonMerge &, const PersonMerge &) = default;
};

// One merge was a mistake. The others stay, in whatever order they were made.
struct PersonUnmerge
{
    MergeEventId merge;
    PersonId survivor; // of that merge
    PersonId absorbed;

    friend bool operator==(const PersonUnmerge &, const PersonUnmerge &) = default;
};

// Somebody said after a merge which record's value is shown.
struct FieldsChosen
{
    PersonId person;
    FieldChoices fields;

    friend bool operator==(const FieldsChosen &, const FieldsChosen &) = default;
};

// After an un-merge: whose an interaction, or a change of a field, that came after the merge really is. Or whose an
// interaction is that was noted without a person. The interaction itself is never changed, and neither are the
// restricted items in it: they go where it goes, under their own permission.
struct ItemAssigned
{
    std::optional<MergeEventId> merge; // the one that was undone; none: it was noted without a person
    std::optional<PersonId> to;        // none: nobody's after all, as it was noted
    std::optional<InteractionId> interaction;
    std::optional<PersonId> record; // instead: whose field changed,
    QString field;                  // and which; the values themselves travel as ordinary edits

    friend bool operator==(const ItemAssigned &, const ItemAssigned &) = default;
};

enum class PairVerdict { Same, NotSame, Later };

// What a person said of two records. Not asked again while their compared fields are what they were.
struct PairDecision
{
    PersonId left; // the smaller id
    PersonId right;
    PairVerdict verdict = PairVerdict::Later;
    QByteArray fingerprint; // comparedFingerprint() of both

    friend bool operator==(const PairDecision &, const PairDecision &) = default;
};

struct MergeEvent
{
    MergeEventId id;
    qint64 order = 0; // one more than any event its desk knew: the order of things that no clock decides
    QString agent;
    Instant at; // the desk's clock, corrected by the measured skew
    QString reason;
    std::variant<PersonMerge, PersonUnmerge, FieldsChosen, ItemAssigned, PairDecision> what;

    friend bool operator==(const MergeEvent &, const MergeEvent &) = default;
};

// "people_merged", "people_unmerged", "fields_chosen", "item_assigned", "pair_decided": as stored, pushed and pulled.
[[nodiscard]] QString kindCode(const MergeEvent &event);
[[nodiscard]] QString toCode(PairVerdict verdict); // "same", "not_same", "later"
[[nodiscard]] Result<PairVerdict> parsePairVerdict(QStringView code);

// The records an event is about; the first is the one it is filed under. An interaction that is nobody's is filed under
// itself: no record has its id.
[[nodiscard]] std::vector<PersonId> recordsOf(const MergeEvent &event);

// With its kind as member "kind". InvalidInput when it is not what it should be, naming the member.
[[nodiscard]] QJsonObject toJson(const MergeEvent &event);
[[nodiscard]] Result<MergeEvent> mergeEventFromJson(const QJsonObject &json);

// Orders as PostgreSQL and SQLite order ids: by their bytes. (QUuid's own order looks at the variant first.)
struct ByBytes
{
    template <typename Tag>
    bool operator()(const Id<Tag> &a, const Id<Tag> &b) const
    {
        return a.uuid().toRfc4122() < b.uuid().toRfc4122();
    }
};

} // namespace reeve::domain
