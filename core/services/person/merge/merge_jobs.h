// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/merge/merge_service.h"
#include "core/services/session/job.h"

namespace reeve::services {

// What MergeService does, inside one transaction.

// Stores an event of this agent, now, and its outbox entry. Answers its id. `follows`: what must have reached the
// centre before; else the record it is about.
[[nodiscard]] Result<domain::MergeEventId> tellMergeEvent(const Job &job, const QString &reason,
                                                          decltype(domain::MergeEvent::what) what,
                                                          const std::optional<QUuid> &follows = {});

// The two of a merge or a preview as they are shown: through redirects. NotFound; InvalidInput when they are one.
struct PairAsShown
{
    domain::MergeGraph graph; // of both
    domain::MergeSides sides;
    domain::Originals originals; // of both
};
[[nodiscard]] Result<PairAsShown> pairAsShown(const Job &job, domain::PersonId survivor, domain::PersonId absorbed);

[[nodiscard]] Result<MergePreview> previewMerge(const Job &job, domain::PersonId survivor, domain::PersonId absorbed,
                                                const std::map<QString, domain::MergeSide> &sides);
[[nodiscard]] Result<domain::MergeEventId> mergePeople(const Job &job, const MergeRequest &request);
[[nodiscard]] Result<> unmergePeople(const Job &job, domain::MergeEventId merge, const QString &reason,
                                     bool areDifferent);
[[nodiscard]] Result<> chooseField(const Job &job, domain::PersonId person, const QString &field,
                                   domain::PersonId record);
[[nodiscard]] Result<MergeHistory> mergeHistory(const Job &job, domain::PersonId person);

// after_merge.cpp
[[nodiscard]] Result<std::vector<AfterMerge>> afterMerge(const Job &job, domain::MergeEventId merge);
[[nodiscard]] Result<> assignInteraction(const Job &job, domain::MergeEventId merge, domain::InteractionId interaction,
                                         domain::PersonId to);
[[nodiscard]] Result<> assignChange(const Job &job, domain::MergeEventId merge, domain::PersonId record,
                                    const QString &field, domain::PersonId to);
[[nodiscard]] Result<> separatePeople(const Job &job, const SeparateRequest &request);

// pair_decisions.cpp
[[nodiscard]] Result<> decidePair(const Job &job, domain::PersonId a, domain::PersonId b, domain::PairVerdict verdict,
                                  const QString &reason);
// The same as somebody asks for it. InvalidInput for NotSame of two that are shown as one person.
[[nodiscard]] Result<> decideAsked(const Job &job, domain::PersonId a, domain::PersonId b, domain::PairVerdict verdict,
                                   const QString &reason);
[[nodiscard]] Result<std::optional<domain::PairVerdict>> verdictOnPair(const Job &job, domain::PersonId a,
                                                                       domain::PersonId b);
// Of a pair that is not the same, as far as that still holds: the last event that said so. None of any other.
[[nodiscard]] Result<std::optional<domain::MergeEventId>> notSameEvent(const Job &job, domain::PersonId a,
                                                                       domain::PersonId b);

// Whatever said of the records of these two that they are not the same is taken back: they may be asked about again.
// There is no word for "never said": it is said to be for later. InvalidInput when nothing did.
[[nodiscard]] Result<> withdrawNotSame(const Job &job, domain::PersonId a, domain::PersonId b, const QString &reason);

} // namespace reeve::services
