// SPDX-License-Identifier: MIT
// What a person said of two records: remembered, and not asked again while what is compared is what it was.
#include "core/services/person/merge/merge_jobs.h"
#include "core/store/merge_repository.h"
#include "core/store/merged_people.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::MergeEvent;
using reeve::domain::PairDecision;
using reeve::domain::PersonId;

namespace reeve::services {

namespace {

struct FieldsOfBoth
{
    QJsonObject a;
    QJsonObject b;
};

// None when either has no row here.
Result<std::optional<FieldsOfBoth>> fieldsOf(const Job &job, PersonId a, PersonId b)
{
    const store::MergedPeople people(job.connection());
    const auto aOwn = people.own(a);
    if (!aOwn)
        return fail(aOwn);
    const auto bOwn = people.own(b);
    if (!bOwn)
        return fail(bOwn);
    if (!*aOwn || !*bOwn)
        return std::optional<FieldsOfBoth>();
    return FieldsOfBoth{(*aOwn)->fields, (*bOwn)->fields};
}

} // namespace

Result<> decidePair(const Job &job, PersonId a, PersonId b, domain::PairVerdict verdict, const QString &reason)
{
    const auto fields = fieldsOf(job, a, b);
    if (!fields)
        return fail(fields);
    if (!*fields)
        return fail(ErrorCode::NotFound, u"a record of the pair is not here"_s);
    const auto [left, right] = std::minmax(a, b, domain::ByBytes());
    const QByteArray fingerprint = domain::comparedFingerprint(a, (*fields)->a, b, (*fields)->b);
    const auto told = tellMergeEvent(job, reason, PairDecision{left, right, verdict, fingerprint});
    if (!told)
        return fail(told);
    return {};
}

Result<> decideAsked(const Job &job, PersonId a, PersonId b, domain::PairVerdict verdict, const QString &reason)
{
    const auto records = store::MergeRepository(job.connection()).recordsOf(a);
    if (!records)
        return fail(records);
    const bool areOne = std::find(records->cbegin(), records->cend(), b) != records->cend();
    if (areOne && verdict == domain::PairVerdict::NotSame) {
        return fail(
            ErrorCode::InvalidInput,
            u"the two are merged and would stay one person: take the merge back (unmerge), which also remembers "
            "that they are not the same where that is asked for"_s);
    }
    return decidePair(job, a, b, verdict, reason);
}

namespace {

struct Decisions
{
    std::vector<PairDecision> standing; // the last word on each two records of the pair, as far as it still holds
    std::optional<domain::MergeEventId> lastNotSame;

    [[nodiscard]] std::optional<domain::PairVerdict> verdict() const
    {
        std::optional<domain::PairVerdict> verdict;
        for (const PairDecision &decision : standing) {
            if (verdict != domain::PairVerdict::NotSame)
                verdict = decision.verdict;
        }
        return verdict;
    }
};

Result<Decisions> decisionsOn(const Job &job, PersonId a, PersonId b)
{
    const store::MergeRepository merges(job.connection());
    const auto graph = merges.around(a);
    if (!graph)
        return fail(graph);
    const auto ofB = merges.recordsOf(b);
    if (!ofB)
        return fail(ofB);
    const domain::RecordSet left = graph->recordsWith(a);
    const domain::RecordSet right(ofB->cbegin(), ofB->cend());

    Decisions decisions;
    std::map<std::pair<QByteArray, QByteArray>, PairDecision> last;
    for (const MergeEvent &event : graph->events()) {
        const auto *decision = std::get_if<PairDecision>(&event.what);
        if (!decision)
            continue;
        const bool isAboutBoth = (left.contains(decision->left) && right.contains(decision->right)) ||
                                 (left.contains(decision->right) && right.contains(decision->left));
        if (!isAboutBoth)
            continue;
        last.insert_or_assign({decision->left.uuid().toRfc4122(), decision->right.uuid().toRfc4122()}, *decision);
        if (decision->verdict == domain::PairVerdict::NotSame)
            decisions.lastNotSame = event.id;
    }
    for (const auto &[pair, decision] : last) {
        const auto fields = fieldsOf(job, decision.left, decision.right);
        if (!fields)
            return fail(fields);
        // Else something that is compared has changed: it may be asked again.
        if (*fields && domain::isComparedFingerprint(decision.fingerprint, decision.left, (*fields)->a, decision.right,
                                                     (*fields)->b))
            decisions.standing.push_back(decision);
    }
    return decisions;
}

} // namespace

Result<std::optional<domain::PairVerdict>> verdictOnPair(const Job &job, PersonId a, PersonId b)
{
    const auto decisions = decisionsOn(job, a, b);
    if (!decisions)
        return fail(decisions);
    return decisions->verdict();
}

Result<std::optional<domain::MergeEventId>> notSameEvent(const Job &job, PersonId a, PersonId b)
{
    const auto decisions = decisionsOn(job, a, b);
    if (!decisions)
        return fail(decisions);
    return decisions->verdict() == domain::PairVerdict::NotSame ? decisions->lastNotSame : std::nullopt;
}

Result<> withdrawNotSame(const Job &job, PersonId a, PersonId b, const QString &reason)
{
    const auto decisions = decisionsOn(job, a, b);
    if (!decisions)
        return fail(decisions);
    bool isAny = false;
    for (const PairDecision &decision : decisions->standing) {
        if (decision.verdict != domain::PairVerdict::NotSame)
            continue;
        isAny = true;
        if (const auto told = decidePair(job, decision.left, decision.right, domain::PairVerdict::Later, reason); !told)
            return told;
    }
    return isAny ? Result<>() : fail(ErrorCode::InvalidInput, u"nobody has said that they are not the same"_s);
}

} // namespace reeve::services
