// SPDX-License-Identifier: MIT
#include "core/services/person/merge/merge_service.h"

#include "core/services/person/merge/merge_jobs.h"
#include "core/store/merge_repository.h"
#include "core/store/store.h"

using reeve::domain::InteractionId;
using reeve::domain::MergeEventId;
using reeve::domain::PersonId;

namespace reeve::services {

namespace {

// One transaction on the reader; refused to a desk that may not show people any more.
template <typename Work>
auto reading(Desk &desk, Work work)
{
    using Answer = std::invoke_result_t<Work &, const Job &>;
    return desk.store().read([&desk, work = std::move(work)](store::Connection &connection) -> Answer {
        const Job job(desk, connection);
        if (const auto lease = job.checkLease(); !lease)
            return fail(lease);
        return work(job);
    });
}

template <typename Work>
auto writing(Desk &desk, Work work)
{
    using Answer = std::invoke_result_t<Work &, const Job &>;
    return desk.store().write([&desk, work = std::move(work)](store::Connection &connection) -> Answer {
        const Job job(desk, connection);
        if (const auto lease = job.checkLease(); !lease)
            return fail(lease);
        return work(job);
    });
}

} // namespace

QFuture<Result<MergePreview>> MergeService::preview(PersonId survivor, PersonId absorbed,
                                                    const std::map<QString, domain::MergeSide> &sides) const
{
    return reading(m_desk, [=](const Job &job) { return previewMerge(job, survivor, absorbed, sides); });
}

QFuture<Result<MergeEventId>> MergeService::merge(const MergeRequest &request) const
{
    return writing(m_desk, [request](const Job &job) { return mergePeople(job, request); });
}

QFuture<Result<>> MergeService::unmerge(MergeEventId merge, const QString &reason, bool areDifferent) const
{
    return writing(m_desk, [=](const Job &job) { return unmergePeople(job, merge, reason, areDifferent); });
}

QFuture<Result<std::vector<AfterMerge>>> MergeService::whatCameAfter(MergeEventId merge) const
{
    return reading(m_desk, [merge](const Job &job) { return afterMerge(job, merge); });
}

QFuture<Result<>> MergeService::assign(MergeEventId merge, InteractionId interaction, PersonId to) const
{
    return writing(m_desk, [=](const Job &job) { return assignInteraction(job, merge, interaction, to); });
}

QFuture<Result<>> MergeService::assignField(MergeEventId merge, PersonId record, const QString &field,
                                            PersonId to) const
{
    return writing(m_desk, [=](const Job &job) { return assignChange(job, merge, record, field, to); });
}

QFuture<Result<>> MergeService::separate(const SeparateRequest &request) const
{
    return writing(m_desk, [request](const Job &job) { return separatePeople(job, request); });
}

QFuture<Result<>> MergeService::decide(PersonId a, PersonId b, domain::PairVerdict verdict, const QString &reason) const
{
    return writing(m_desk, [=](const Job &job) { return decidePair(job, a, b, verdict, reason); });
}

QFuture<Result<std::optional<domain::PairVerdict>>> MergeService::verdictOn(PersonId a, PersonId b) const
{
    return reading(m_desk, [=](const Job &job) { return verdictOnPair(job, a, b); });
}

QFuture<Result<>> MergeService::choose(PersonId person, const QString &field, PersonId record) const
{
    return writing(m_desk, [=](const Job &job) { return chooseField(job, person, field, record); });
}

QFuture<Result<MergeHistory>> MergeService::history(PersonId person) const
{
    return reading(m_desk, [person](const Job &job) { return mergeHistory(job, person); });
}

QFuture<Result<PersonId>> MergeService::survivorOf(PersonId person) const
{
    return reading(m_desk,
                   [person](const Job &job) { return store::MergeRepository(job.connection()).survivorOf(person); });
}

} // namespace reeve::services
