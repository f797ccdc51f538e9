// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/interaction.h"
#include "core/domain/may_contact.h"

#include <optional>
#include <vector>

namespace reeve::services {

class Job;

// Somebody to get in touch with for a person who cannot be reached, or about the estate of one who has died.
struct Spokesperson
{
    std::optional<domain::PersonId> person; // when they have a record
    QString name;
    domain::RelationshipKind kind = domain::RelationshipKind::Other; // what they are to the person
    domain::PartyRole role = domain::PartyRole::Family;              // as what they take part: Family or Advocate
    QString reach;                                                   // a number, an address, as told; may be empty
    bool mayAct = false; // deals with the estate, or may act for the person today; a relative and no more otherwise
};

// What is to be known before something goes out to a person.
struct ContactCheck
{
    domain::PersonId person; // who is shown for the id that was asked about
    QString name;            // "Mrs Joan Hayward"
    std::optional<domain::PartialDate> dateOfDeath;
    domain::WaysToContact ways;
    std::vector<Spokesperson>
        instead; // where the person is barred: whoever may act, or else the next of kin; 3 at most
};

// NotFound when the person is not on this desk.
[[nodiscard]] Result<ContactCheck> contactCheck(const Job &job, domain::PersonId person, domain::Channel channel);

// The same of what has taken place already: what stood against it on that day. None for what came in, for what went to
// somebody else than the person it is about, and for a person who is not on this desk.
[[nodiscard]] Result<domain::ContactBar> barTo(const Job &job, const domain::Interaction &interaction);

} // namespace reeve::services
