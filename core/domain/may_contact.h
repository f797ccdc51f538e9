// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"
#include "core/domain/person.h"

#include <QDate>

namespace reeve::domain {

// How one may reach a person. Everything that would call, write or send asks here first, and uses only what it is
// given: whoever has died is not written to, a number that is wrong is not rung, a home they left gets no letter.
enum class ContactPurpose { Call, Message, Mailing };

enum class ContactBar {
    None,
    Deceased, // speak to whoever deals with the estate
    NoWayIn   // nothing that reaches them is known
};

// Why a contact point is not among the ways, though it is of their kind.
enum class NotAWay {
    Unreachable, // somebody said that it does not reach them
    NoNumber,    // cannot be dialled as it stands
    NoAddress    // no e-mail address
};

struct WaysToContact
{
    struct LeftOut
    {
        ContactPoint point;
        NotAWay why = NotAWay::Unreachable;
    };

    ContactBar bar = ContactBar::None;
    std::vector<ContactPoint> points; // of a call or a message, the preferred first
    std::vector<LeftOut> leftOut;
    std::vector<Address> addresses;   // of a mailing, the one for letters first
    std::vector<Relationship> estate; // after a death: whom one speaks to instead

    [[nodiscard]] bool isAllowed() const { return bar == ContactBar::None; }
};

[[nodiscard]] WaysToContact mayContact(const Person &person, ContactPurpose purpose, QDate today);

// The same for one kind of interaction that goes out: the numbers of a call, the e-mail addresses of an e-mail, the
// addresses of a letter. In the way of the others stands nothing but a death.
[[nodiscard]] WaysToContact mayContact(const Person &person, Channel channel, QDate today);

} // namespace reeve::domain
