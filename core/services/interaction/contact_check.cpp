// SPDX-License-Identifier: MIT
#include "core/services/interaction/contact_check.h"

#include "core/domain/acting_for.h"
#include "core/services/interaction/interaction_service.h"
#include "core/services/session/leased_job.h"
#include "core/store/shown_people.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using reeve::domain::ContactBar;
using reeve::domain::Person;
using reeve::domain::PersonId;
using reeve::domain::Relationship;
using reeve::domain::RelationshipKind;

namespace reeve::services {

namespace {

constexpr std::size_t mostSpokespeople = 3;

bool isKin(RelationshipKind kind)
{
    switch (kind) {
    case RelationshipKind::Partner:
    case RelationshipKind::Parent:
    case RelationshipKind::Child:
    case RelationshipKind::Sibling:
        return true;
    case RelationshipKind::Carer:
    case RelationshipKind::CaredFor:
    case RelationshipKind::Neighbour:
    case RelationshipKind::Friend:
    case RelationshipKind::Landlord:
    case RelationshipKind::Professional:
    case RelationshipKind::Other:
        break;
    }
    return false;
}

// Nobody when they have died themselves, or their name is not known here.
Result<std::optional<Spokesperson>> spokesperson(const Job &job, const Relationship &relationship, bool mayAct)
{
    Spokesperson one;
    one.kind = relationship.kind;
    one.role = isKin(relationship.kind) ? domain::PartyRole::Family : domain::PartyRole::Advocate;
    one.name = relationship.nameAsTold;
    one.reach = relationship.reach;
    one.mayAct = mayAct;
    if (relationship.other) {
        const auto record = store::shownPerson(job.connection(), *relationship.other);
        if (!record && record.error().code != ErrorCode::InvalidInput)
            return fail(record);
        if (record && *record) {
            const Person &other = **record;
            if (other.dateOfDeath)
                return std::optional<Spokesperson>();
            one.person = other.id;
            one.name = other.displayName();
            const auto ways = domain::mayContact(other, domain::ContactPurpose::Call, job.today());
            if (!ways.points.empty())
                one.reach = ways.points.front().value;
        }
    }
    if (one.name.isEmpty())
        return std::optional<Spokesperson>();
    return std::optional(one);
}

// Whoever may act comes alone: being related is not the same.
Result<std::vector<Spokesperson>> spokespeople(const Job &job, const Person &person)
{
    const auto add = [&](auto isWanted, bool mayAct) -> Result<std::vector<Spokesperson>> {
        std::vector<Spokesperson> all;
        for (const Relationship &relationship : person.relationships) {
            if (all.size() == mostSpokespeople || !isWanted(relationship))
                continue;
            auto one = spokesperson(job, relationship, mayAct);
            if (!one)
                return fail(one);
            if (*one)
                all.push_back(std::move(**one));
        }
        return all;
    };
    const QDate today = job.today();
    // spokesperson() leaves out whoever has died.
    auto acting = add(
        [&](const Relationship &one) { return domain::mayAct(domain::actingState(person, one, false, today)); }, true);
    if (!acting || !acting->empty())
        return acting;
    return add([](const Relationship &one) { return isKin(one.kind); }, false);
}

} // namespace

Result<ContactCheck> contactCheck(const Job &job, PersonId asked, domain::Channel channel)
{
    const auto person = store::shownPerson(job.connection(), asked);
    if (!person)
        return fail(person);
    if (!*person)
        return fail(ErrorCode::NotFound, u"person "_s + asked.toString());

    ContactCheck check;
    check.person = (*person)->id;
    check.name = (*person)->displayName();
    check.dateOfDeath = (*person)->dateOfDeath;
    check.ways = domain::mayContact(**person, channel, job.today());
    if (check.ways.isAllowed())
        return check;
    auto instead = spokespeople(job, **person);
    if (!instead)
        return fail(instead);
    check.instead = std::move(*instead);
    return check;
}

Result<ContactBar> barTo(const Job &job, const domain::Interaction &interaction)
{
    if (interaction.direction != domain::Direction::Outbound || !interaction.person)
        return ContactBar::None;
    const auto isWithAnother = [](const domain::Party &party) {
        return party.role != domain::PartyRole::Caller && party.role != domain::PartyRole::Subject;
    };
    if (std::any_of(interaction.parties.cbegin(), interaction.parties.cend(), isWithAnother))
        return ContactBar::None;
    const auto person = store::shownPerson(job.connection(), *interaction.person);
    if (!person && person.error().code != ErrorCode::InvalidInput)
        return fail(person);
    if (!person || !*person)
        return ContactBar::None;
    const QDate day = dayOf(interaction.startedAt);
    const auto &death = (*person)->dateOfDeath;
    if (death && domain::lastDay(*death) >= day)
        return ContactBar::None; // they were alive then, as far as anybody knows
    return domain::mayContact(**person, interaction.channel, day).bar;
}

QFuture<Result<ContactCheck>> InteractionService::checkContact(PersonId person, domain::Channel channel) const
{
    return leasedRead(m_desk, [person, channel](const Job &job) { return contactCheck(job, person, channel); });
}

} // namespace reeve::services
