// SPDX-License-Identifier: MIT
#include "ui/person/people_around.h"

#include "core/domain/phone_number.h"
#include "ui/person/person_words.h"
#include "ui/person/summary_label.h"
#include "ui/person/told_words.h"
#include "ui/words/dates.h"

#include <QCoreApplication>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::ActingState;
using domain::PersonId;
using domain::Relationship;

namespace {

class Around
{
    Q_DECLARE_TR_FUNCTIONS(Around)
};

// What was seen of an authority, and how to reach them.
QStringList evidenceOf(const Relationship &relationship)
{
    QString seen = relationship.evidence;
    if (relationship.evidenceSeen) {
        const QString day = dateWords(*relationship.evidenceSeen);
        seen = seen.isEmpty() ? Around::tr("evidence seen %1").arg(day) : Around::tr("%1, seen %2").arg(seen, day);
    }
    return {seen, domain::readablePhone(relationship.reach)};
}

PersonAround toldOf(const PersonViewModel &model, const Relationship &relationship)
{
    PersonAround made;
    if (relationship.other) {
        made.id = model.shownAs(*relationship.other);
        made.name = model.nameOf(*relationship.other);
    }
    if (made.name.isEmpty())
        made.name = relationship.nameAsTold.isEmpty() ? Around::tr("(name not known here)") : relationship.nameAsTold;
    made.relations << relationshipWords(relationship.kind);
    made.facts = evidenceOf(relationship);
    made.told = &relationship;
    return made;
}

PersonAround livingThere(const services::Occupant &one, QDate today)
{
    PersonAround made;
    made.id = one.person.id;
    made.name = one.person.name;
    const auto born = domain::PartialDate::parseIso(one.person.dateOfBirth);
    if (one.person.isDeceased)
        made.facts << Around::tr("has died");
    else if (born)
        made.facts << Around::tr("%n year(s) old", nullptr, born->yearsUntil(today));
    if (!one.isPresent && !one.person.isDeceased)
        made.facts << Around::tr("lived here before");
    made.facts << spanWords(one.address.from, one.address.to);
    return made;
}

// The same from its other side: a mother's children, whom a carer cares for, for whom somebody may act.
PersonAround naming(const services::NamedBy &one, const QString &onScreen)
{
    PersonAround made;
    made.id = one.person;
    made.name = one.name.isEmpty() ? Around::tr("(name not known here)") : one.name;
    made.relations << otherSideWords(one.relationship.kind);
    const QString acting = actingWords(one.acting, one.relationship);
    // It stands in the other's record, about whoever is on screen.
    //: somebody's name, and what they may do for another: "Ann Lee on their behalf: Written consent – may be told"
    const auto forThem = [&](const QString &what) { return Around::tr("%1 on their behalf: %2").arg(onScreen, what); };
    if (one.acting != ActingState::None && one.relationship.authority == domain::Authority::None)
        made.facts << forThem(acting);
    else if (one.acting != ActingState::None)
        made.facts << forThem(authorityWords(one.relationship.authority) + u" – "_s + acting);
    else
        made.facts << spanWords(one.relationship.from, one.relationship.until);
    if (one.isDeceased)
        made.facts << Around::tr("has died");
    return made;
}

PersonAround *among(std::vector<PersonAround> &people, const std::optional<PersonId> &id)
{
    const auto known = std::find_if(people.begin(), people.end(),
                                    [&](const PersonAround &one) { return id.has_value() && one.id == id; });
    return known == people.end() ? nullptr : &*known;
}

// What another place says of somebody who is listed already.
void addTo(PersonAround &line, const PersonAround &also)
{
    for (const QString &relation : also.relations) {
        if (!line.relations.contains(relation))
            line.relations << relation;
    }
    for (const QString &fact : also.facts) {
        if (!line.facts.contains(fact))
            line.facts << fact;
    }
}

} // namespace

QString PersonAround::words() const
{
    return joinedParts(relations + facts);
}

PeopleAround peopleAround(const PersonViewModel &model)
{
    const domain::Person &person = model.view().person;
    const QDate today = londonDate(model.now());
    PeopleAround around;
    for (const services::Occupant &one : model.occupants())
        around.household.push_back(livingThere(one, today));
    for (const Relationship &one : person.relationships) {
        PersonAround told = toldOf(model, one);
        PersonAround *there = among(around.household, told.id);
        if (domain::actingState(person, one, model.view().hasDied(one), today) != ActingState::None) {
            if (there)
                addTo(*there, {told.id, told.name, told.relations, {}});
            around.acting.push_back(std::move(told));
            continue;
        }
        told.facts << spanWords(one.from, one.until);
        if (there) {
            told.relations << Around::tr("may not act for them"); // no heading says so there
            addTo(*there, told);
        } else if (PersonAround *known = among(around.related, told.id)) {
            addTo(*known, told);
        } else {
            around.related.push_back(std::move(told));
        }
    }
    for (const services::NamedBy &one : model.view().namedBy) {
        PersonAround named = naming(one, person.displayName());
        PersonAround *known = nullptr;
        for (auto *list : {&around.household, &around.acting, &around.related, &around.namedBy}) {
            if (!known)
                known = among(*list, named.id);
        }
        if (known)
            addTo(*known, named);
        else
            around.namedBy.push_back(std::move(named));
    }
    return around;
}

} // namespace reeve::ui
