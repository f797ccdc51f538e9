// SPDX-License-Identifier: MIT
#include "app/reevectl/tell_once_records.h"

#include "core/domain/acting_for.h"
#include "core/domain/may_contact.h"
#include "core/domain/person_fields.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// Without what only says which value it is about.
QJsonObject markRecord(const domain::ValueMark &mark)
{
    QJsonObject object = domain::markObject(mark);
    for (const auto member : {"field"_L1, "value"_L1, "kind"_L1})
        object.remove(member);
    return object;
}

QString codeOf(domain::ActingState state)
{
    switch (state) {
    case domain::ActingState::None:
        return u"none"_s;
    case domain::ActingState::Unproven:
        return u"unproven"_s;
    case domain::ActingState::NotYet:
        return u"not_yet"_s;
    case domain::ActingState::InForce:
        return u"in_force"_s;
    case domain::ActingState::Expired:
        return u"expired"_s;
    case domain::ActingState::CameOfAge:
        return u"came_of_age"_s;
    case domain::ActingState::HolderDied:
        return u"holder_died"_s;
    case domain::ActingState::EndedByDeath:
        return u"ended_by_death"_s;
    case domain::ActingState::Estate:
        return u"estate"_s;
    }
    return {};
}

QString codeOf(domain::NotAWay why)
{
    switch (why) {
    case domain::NotAWay::Unreachable:
        return u"unreachable"_s;
    case domain::NotAWay::NoNumber:
        return u"no_phone_number"_s;
    case domain::NotAWay::NoAddress:
        return u"no_email_address"_s;
    }
    return {};
}

QJsonObject waysObject(const domain::WaysToContact &ways)
{
    QJsonObject object{{u"outcome"_s, contactCode(ways.bar)}};
    QJsonArray use;
    for (const domain::ContactPoint &point : ways.points)
        use.append(u"contact/"_s + point.key);
    for (const domain::Address &address : ways.addresses)
        use.append(u"address/"_s + address.key);
    for (const domain::Relationship &estate : ways.estate)
        use.append(u"relationship/"_s + estate.key);
    if (!use.isEmpty())
        object.insert(u"use"_s, use);
    QJsonObject leftOut;
    for (const domain::WaysToContact::LeftOut &one : ways.leftOut)
        leftOut.insert(u"contact/"_s + one.point.key, codeOf(one.why));
    if (!leftOut.isEmpty())
        object.insert(u"not"_s, leftOut);
    return object;
}

} // namespace

QString contactCode(domain::ContactBar bar)
{
    switch (bar) {
    case domain::ContactBar::None:
        return u"allowed"_s;
    case domain::ContactBar::Deceased:
        return u"deceased"_s;
    case domain::ContactBar::NoWayIn:
        return u"no_way_in"_s;
    }
    return {};
}

QJsonObject standingsObject(const domain::Person &person)
{
    QJsonObject all;
    for (const auto &[field, standing] : domain::standingsOf(person)) {
        QJsonObject one;
        if (standing.told)
            one.insert(u"told"_s, markRecord(*standing.told));
        if (standing.confirmed)
            one.insert(u"confirmed"_s, markRecord(*standing.confirmed));
        if (standing.unreachable)
            one.insert(u"unreachable"_s, markRecord(*standing.unreachable));
        if (!one.isEmpty())
            all.insert(field, one);
    }
    return all;
}

QJsonObject actingObject(const services::PersonView &view, QDate today)
{
    QJsonObject all;
    for (const domain::Relationship &one : view.person.relationships) {
        const auto state = domain::actingState(view.person, one, view.hasDied(one), today);
        if (state != domain::ActingState::None)
            all.insert(u"relationship/"_s + one.key,
                       QJsonObject{{u"state"_s, codeOf(state)}, {u"may_be_told"_s, domain::mayAct(state)}});
    }
    return all;
}

QJsonArray namedByArray(const std::vector<services::NamedBy> &named)
{
    QJsonArray all;
    for (const services::NamedBy &one : named) {
        QJsonObject object{{u"person"_s, one.person.toString()},
                           {u"name"_s, one.name},
                           {u"named_as"_s, domain::toCode(one.relationship.kind)}};
        if (const auto kind = services::otherSideOf(one.relationship.kind))
            object.insert(u"is"_s, domain::toCode(*kind));
        if (one.isDeceased)
            object.insert(u"deceased"_s, true);
        if (one.acting != domain::ActingState::None) {
            object.insert(u"authority"_s, domain::toCode(one.relationship.authority));
            object.insert(u"state"_s, codeOf(one.acting));
            object.insert(u"may_be_told"_s, domain::mayAct(one.acting));
        }
        all.append(object);
    }
    return all;
}

QJsonObject contactObject(const domain::Person &person, QDate today)
{
    using domain::ContactPurpose;
    return {{u"call"_s, waysObject(domain::mayContact(person, ContactPurpose::Call, today))},
            {u"message"_s, waysObject(domain::mayContact(person, ContactPurpose::Message, today))},
            {u"mailing"_s, waysObject(domain::mayContact(person, ContactPurpose::Mailing, today))}};
}

QJsonArray toBeTold(const domain::Person &person, const domain::BereavementPolicy &policy)
{
    QJsonArray all;
    for (const auto &item : policy.itemsFor(person)) {
        QJsonObject one{{u"code"_s, item.body.code}, {u"name"_s, item.body.labelEn}};
        if (item.told)
            one.insert(u"told"_s, markRecord(*item.told));
        all.append(one);
    }
    return all;
}

QJsonObject toObject(const services::Occupant &occupant)
{
    QJsonObject object{{u"person"_s, occupant.person.id.toString()},
                       {u"name"_s, occupant.person.name},
                       {u"use"_s, domain::toCode(occupant.address.use)},
                       {u"present"_s, occupant.isPresent}};
    if (occupant.person.isDeceased)
        object.insert(u"deceased"_s, true);
    if (occupant.address.from)
        object.insert(u"from"_s, occupant.address.from->toIso());
    if (occupant.address.to)
        object.insert(u"to"_s, occupant.address.to->toIso());
    return object;
}

} // namespace reeve::ctl
