// SPDX-License-Identifier: MIT
#include "core/services/person/merge/merge_service.h"

#include "core/services/person/merge/merge_jobs.h"
#include "core/services/session/leased_job.h"
#include "core/store/merge_repository.h"

using reeve::domain::InteractionId;
using reeve::domain::MergeEventId;
using reeve::domain::PersonId;

namespace reeve::services {

QFuture<Result<MergePreview>> MergeService::preview(PersonId survivor, PersonId absorbed,
                                                    const std::map<QString, domain::MergeSide> &sides) const
{
    return leasedRead(m_desk, [=](const Job &job) { return previewMerge(job, survivor, absorbed, sides); });
}

QFuture<Result<MergeEventId>> MergeService::merge(const MergeRequest &request) const
{
    return leasedWrite(m_desk, [request](const Job &job) { return mergePeople(job, request); });
}

QFuture<Result<>> MergeService::unmerge(MergeEventId merge, const QString &reason, bool areDifferent) const
{
    return leasedWrite(m_desk, [=](const Job &job) { return unmergePeople(job, merge, reason, areDifferent); });
}

QFuture<Result<std::vector<AfterMerge>>> MergeService::whatCameAfter(MergeEventId merge) const
{
    return leasedRead(m_desk, [merge](const Job &job) { return afterMerge(job, merge); });
}

QFuture<Result<>> MergeService::assign(MergeEventId merge, InteractionId interaction, PersonId to) const
{
    return leasedWrite(m_desk, [=](const Job &job) { return assignInteraction(job, merge, interaction, to); });
}

QFuture<Result<>> MergeService::assignField(MergeEventId merge, PersonId record, const QString &field,
                                            PersonId to) const
{
    return leasedWrite(m_desk, [=](const Job &job) { return assignChange(job, merge, record, field, to); });
}

QFuture<Result<>> MergeService::separate(const SeparateRequest &request) const
{
    return leasedWrite(m_desk, [request](const Job &job) { return separatePeople(job, request); });
}

QFuture<Result<>> MergeService::decide(PersonId a, PersonId b, domain::PairVerdict verdict, const QString &reason) const
{
    return leasedWrite(m_desk, [=](const Job &job) { return decideAsked(job, a, b, verdict, reason); });
}

QFuture<Result<std::optional<domain::PairVerdict>>> MergeService::verdictOn(PersonId a, PersonId b) const
{
    return leasedRead(m_desk, [=](const Job &job) { return verdictOnPair(job, a, b); });
}

QFuture<Result<>> MergeService::choose(PersonId person, const QString &field, PersonId record) const
{
    return leasedWrite(m_desk, [=](const Job &job) { return chooseField(job, person, field, record); });
}

QFuture<Result<MergeHistory>> MergeService::history(PersonId person) const
{
    return leasedRead(m_desk, [person](const Job &job) { return mergeHistory(job, person); });
}

QFuture<Result<PersonId>> MergeService::survivorOf(PersonId person) const
{
    return leasedRead(m_desk,
                      [person](const Job &job) { return store::MergeRepository(job.connection()).survivorOf(person); });
}

} // namespace reeve::services
