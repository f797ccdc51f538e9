// SPDX-License-Identifier: MIT
#include "core/domain/may_contact.h"

#include "core/domain/acting_for.h"
#include "core/domain/email_address.h"
#include "core/domain/phone_number.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

using Standings = std::map<QString, ValueStanding>;

bool reachesThem(const Standings &standings, const QString &field)
{
    const auto known = standings.find(field);
    return known == standings.end() || !known->second.unreachable;
}

// Whether it can be what it is said to be: what was told is kept even where it cannot.
bool isWhole(const ContactPoint &point)
{
    if (!point.normalised.isEmpty())
        return true;
    return point.kind == ContactKind::Phone ? PhoneNumber::parse(point.value).has_value()
                                            : EmailAddress::parse(point.value).has_value();
}

void findPoints(const Person &person, const Standings &standings, ContactPurpose purpose, WaysToContact &ways)
{
    for (const ContactPoint &point : person.contactPoints) {
        const bool isPhone = point.kind == ContactKind::Phone;
        if (purpose != ContactPurpose::Message && !isPhone)
            continue;
        if (!isWhole(point))
            ways.leftOut.push_back({point, isPhone ? NotAWay::NoNumber : NotAWay::NoAddress});
        else if (!reachesThem(standings, u"contact/"_s + point.key))
            ways.leftOut.push_back({point, NotAWay::Unreachable});
        else
            ways.points.push_back(point);
    }
    std::stable_sort(ways.points.begin(), ways.points.end(),
                     [](const auto &a, const auto &b) { return a.preferred && !b.preferred; });
}

std::vector<Address> usableAddresses(const Person &person, const Standings &standings, QDate today)
{
    std::vector<Address> addresses;
    for (const Address &address : person.addresses) {
        const bool isLeft = address.use == AddressUse::Previous || (address.to && lastDay(*address.to) < today);
        if (!isLeft && reachesThem(standings, u"address/"_s + address.key))
            addresses.push_back(address);
    }
    std::stable_sort(addresses.begin(), addresses.end(), [](const auto &a, const auto &b) {
        return a.use == AddressUse::Correspondence && b.use != AddressUse::Correspondence;
    });
    return addresses;
}

} // namespace

WaysToContact mayContact(const Person &person, ContactPurpose purpose, QDate today)
{
    WaysToContact ways;
    if (person.dateOfDeath) {
        ways.bar = ContactBar::Deceased;
        std::copy_if(person.relationships.begin(), person.relationships.end(), std::back_inserter(ways.estate),
                     [](const Relationship &one) { return one.handlesEstate; });
        return ways;
    }
    const Standings standings = standingsOf(person);
    if (purpose == ContactPurpose::Mailing)
        ways.addresses = usableAddresses(person, standings, today);
    else
        findPoints(person, standings, purpose, ways);
    if (ways.points.empty() && ways.addresses.empty())
        ways.bar = ContactBar::NoWayIn;
    return ways;
}

WaysToContact mayContact(const Person &person, Channel channel, QDate today)
{
    switch (channel) {
    case Channel::Phone:
        return mayContact(person, ContactPurpose::Call, today);
    case Channel::Letter:
        return mayContact(person, ContactPurpose::Mailing, today);
    case Channel::Email:
    case Channel::FaceToFace:
    case Channel::Web:
    case Channel::Telecare:
        break;
    }
    WaysToContact ways = mayContact(person, ContactPurpose::Message, today);
    if (ways.bar == ContactBar::Deceased)
        return ways;
    if (channel != Channel::Email)
        return {};
    std::erase_if(ways.points, [](const ContactPoint &point) { return point.kind != ContactKind::Email; });
    std::erase_if(ways.leftOut, [](const auto &one) { return one.point.kind != ContactKind::Email; });
    ways.bar = ways.points.empty() ? ContactBar::NoWayIn : ContactBar::None;
    return ways;
}

} // namespace reeve::domain
