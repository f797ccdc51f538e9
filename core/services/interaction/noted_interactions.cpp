// SPDX-License-Identifier: MIT
// Interactions that stand in nobody's timeline, and whose they are after all: a part of InteractionService.
#include "core/services/interaction/interaction_service.h"
#include "core/services/person/merge/merge_jobs.h"
#include "core/services/session/leased_job.h"
#include "core/store/person_repository.h"
#include "core/store/shown_people.h"

#include <span>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr std::chrono::days ownLookedBack{7};

Result<NotedInteraction> noted(const Job &job, store::InteractionLine line)
{
    NotedInteraction one{std::move(line.row), line.person, {}, line.wasWithoutPerson};
    if (!one.person)
        return one;
    const auto person = store::PersonRepository(job.connection()).find(*one.person);
    if (!person && person.error().code != ErrorCode::InvalidInput)
        return fail(person);
    if (person && *person)
        one.name = (*person)->displayName();
    return one;
}

// How many restricted items there are is not for everybody.
Result<> hideRestricted(const Job &job, std::span<NotedInteraction> all)
{
    const auto roles = job.roles();
    if (!roles)
        return fail(roles);
    if (!domain::mayKnowOfRestrictedItems(*roles)) {
        for (NotedInteraction &one : all)
            one.row.restrictedItems = 0;
    }
    return {};
}

Result<store::InteractionLine> lineOf(const Job &job, domain::InteractionId id)
{
    auto line = store::InteractionRepository(job.connection()).line(id);
    if (!line)
        return fail(line);
    if (!*line)
        return fail(ErrorCode::NotFound, u"interaction "_s + id.toString());
    return std::move(**line);
}

Result<std::optional<domain::PersonId>> giveNow(const Job &job, domain::InteractionId id,
                                                const std::optional<domain::PersonId> &person)
{
    const auto line = lineOf(job, id);
    if (!line)
        return fail(line);
    if (!line->wasWithoutPerson)
        return fail(ErrorCode::InvalidInput, u"it was noted for a person"_s);
    std::optional<domain::PersonId> to = person;
    if (to) {
        const auto known = store::shownPerson(job.connection(), *to);
        if (!known)
            return fail(known);
        if (!*known)
            return fail(ErrorCode::NotFound, u"person "_s + to->toString());
        to = (*known)->id;
    }
    if (to == line->person)
        return line->person;
    // After the interaction itself: whoever follows the person is to be told of what is there already.
    const auto told = tellMergeEvent(job, {}, domain::ItemAssigned{std::nullopt, to, id, std::nullopt, {}}, id.uuid());
    if (!told)
        return fail(told);
    return line->person;
}

} // namespace

QFuture<Result<std::vector<NotedInteraction>>> InteractionService::ownLast(int limit) const
{
    return leasedRead(m_desk, [limit](const Job &job) -> Result<std::vector<NotedInteraction>> {
        auto lines = store::InteractionRepository(job.connection())
                         .ofAgent(job.desk().agentName(), job.now() - ownLookedBack, limit);
        if (!lines)
            return fail(lines);
        std::vector<NotedInteraction> all;
        for (store::InteractionLine &line : *lines) {
            auto one = services::noted(job, std::move(line));
            if (!one)
                return fail(one);
            all.push_back(std::move(*one));
        }
        if (const auto hidden = hideRestricted(job, all); !hidden)
            return fail(hidden);
        return all;
    });
}

QFuture<Result<NotedInteraction>> InteractionService::noted(domain::InteractionId id) const
{
    return leasedRead(m_desk, [id](const Job &job) -> Result<NotedInteraction> {
        auto line = lineOf(job, id);
        if (!line)
            return fail(line);
        auto one = services::noted(job, std::move(*line));
        if (!one)
            return fail(one);
        if (const auto hidden = hideRestricted(job, {&*one, 1}); !hidden)
            return fail(hidden);
        return one;
    });
}

QFuture<Result<std::optional<domain::PersonId>>>
InteractionService::give(domain::InteractionId id, const std::optional<domain::PersonId> &person) const
{
    return leasedWrite(m_desk, [id, person](const Job &job) { return giveNow(job, id, person); });
}

} // namespace reeve::services
