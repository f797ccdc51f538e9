// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/merged_fields.h"
#include "core/domain/person.h"
#include "core/services/session/desk.h"

#include <QFuture>

#include <vector>

namespace reeve::services {

// What the review of a pair shows and a merge starts from: both as they are shown now.
struct MergePreview
{
    domain::PersonId survivor; // as asked for, through redirects
    domain::PersonId absorbed;
    domain::PersonId suggestedSurvivor; // the older record
    QJsonObject survivorFields;
    QJsonObject absorbedFields;
    std::map<QString, domain::MergeSide> sides; // for each field that both have and differently: what is suggested
    QJsonObject merged;                         // what would be shown with these
    std::optional<domain::PairVerdict> verdict; // what was said of the pair before, while it still holds
    // What either record says that the other is to them, survivor's first: two who are related are hardly one person.
    std::vector<domain::Relationship> relations;
};

struct MergeRequest
{
    domain::PersonId survivor;
    domain::PersonId absorbed;
    std::map<QString, domain::MergeSide> sides; // where a person chose; the rest as suggested
    QString reason;
    std::optional<double> probability;
    QStringList why;
    QString model;
    bool despiteNotSame = false; // somebody said they are not the same, and this says they are
};

// One thing that came after a merge that was undone, or would come off if it were.
struct AfterMerge
{
    std::optional<domain::InteractionId> interaction; // logged for the survivor since
    Instant startedAt;
    QString summary;                        // of an interaction: its first note's beginning, at most 300 characters
    std::optional<domain::PersonId> record; // instead: a record whose own field changed since,
    QString field;                          // and how
    QJsonValue was;
    QJsonValue now;
    std::optional<domain::PersonId> assignedTo; // once a person has said
};

// Taking a merge back, with everything that follows from it: all of it happens, or nothing does.
struct SeparateRequest
{
    // One thing of whatCameAfter(): an interaction, or a field of a record, and whose it is.
    struct Assignment
    {
        std::optional<domain::InteractionId> interaction;
        std::optional<domain::PersonId> record;
        QString field;
        domain::PersonId to;
    };

    domain::MergeEventId merge;
    QString reason;
    bool areDifferent = true; // remembered: they are not suggested again
    std::vector<Assignment> assignments;
};

// What is known of one person's merges, oldest first. `isActive`: a merge that stands.
struct MergeHistoryEntry
{
    domain::MergeEvent event;
    bool isActive = false;
    bool isDisputed = false; // a merge that stands, though somebody said the two are not the same
};

struct MergeHistory
{
    domain::PersonId person; // who is shown for the id that was asked for
    std::vector<domain::PersonId> records;
    std::vector<MergeHistoryEntry> events;
    std::vector<std::pair<domain::PersonId, QJsonObject>> originals; // each record's own fields: every value ever kept
    QJsonObject fields;                                              // what is shown of them
    std::map<QString, domain::PersonId> sources;                     // whose value it is
    QStringList contested;                                           // fields that two desks chose differently
};

// Merging people, and taking it back. All of it works offline; each change is durable when the future is finished, and
// travels as an event. Callable from any thread; `desk` must outlive it.
class MergeService final
{
public:
    explicit MergeService(Desk &desk) noexcept : m_desk(desk) {}

    // `sides` where a person chose already; the rest as suggested.
    [[nodiscard]] QFuture<Result<MergePreview>> preview(domain::PersonId survivor, domain::PersonId absorbed,
                                                        const std::map<QString, domain::MergeSide> &sides = {}) const;

    // Answers the event, which unmerge() takes. NotFound; InvalidInput when the two are one already; Conflict when they
    // were decided not to be the same and the request does not insist.
    [[nodiscard]] QFuture<Result<domain::MergeEventId>> merge(const MergeRequest &request) const;

    // Both are as they were before that merge, plus what happened to each since; other merges of either stay. Where two
    // desks merged the same two, both of these merges are undone. `areDifferent` also remembers that they are not the
    // same. NotFound; InvalidInput when it was undone already.
    [[nodiscard]] QFuture<Result<>> unmerge(domain::MergeEventId merge, const QString &reason, bool areDifferent) const;

    // What was done to the survivor since the merge, and may be the other's: for a person to assign. Complete as far
    // as this desk has the survivor's timeline; of other desks also what was done within five minutes before.
    [[nodiscard]] QFuture<Result<std::vector<AfterMerge>>> whatCameAfter(domain::MergeEventId merge) const;

    // Says whose it is: one of the two of that merge. Saying it again moves it again. The merge must be undone:
    // InvalidInput otherwise. NotFound.
    [[nodiscard]] QFuture<Result<>> assign(domain::MergeEventId merge, domain::InteractionId interaction,
                                           domain::PersonId to) const;
    // A changed field of `record`: where it is the other's, they get the new value and the record its old one back.
    [[nodiscard]] QFuture<Result<>> assignField(domain::MergeEventId merge, domain::PersonId record,
                                                const QString &field, domain::PersonId to) const;

    // unmerge(), and assign() or assignField() of each thing, at once. As those; nothing is done when one is refused.
    [[nodiscard]] QFuture<Result<>> separate(const SeparateRequest &request) const;

    // What a person said of two records. Same does not merge them. NotFound; InvalidInput for NotSame of two that are
    // merged: unmerge() says so.
    [[nodiscard]] QFuture<Result<>> decide(domain::PersonId a, domain::PersonId b, domain::PairVerdict verdict,
                                           const QString &reason) const;
    // What was said of the pair (or of records merged into them), while their compared fields are what they were.
    [[nodiscard]] QFuture<Result<std::optional<domain::PairVerdict>>> verdictOn(domain::PersonId a,
                                                                                domain::PersonId b) const;

    // Shows another record's value of a field than the merge chose, or settles one that is contested. InvalidInput
    // unless mergedValues() has both.
    [[nodiscard]] QFuture<Result<>> choose(domain::PersonId person, const QString &field,
                                           domain::PersonId record) const;

    [[nodiscard]] QFuture<Result<MergeHistory>> history(domain::PersonId person) const;

    // Who is shown for an id. The id itself when it was never merged.
    [[nodiscard]] QFuture<Result<domain::PersonId>> survivorOf(domain::PersonId person) const;

private:
    Desk &m_desk;
};

} // namespace reeve::services
