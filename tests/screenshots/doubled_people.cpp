// SPDX-License-Identifier: MIT
#include "tests/screenshots/doubled_people.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::test {

namespace {

// Two letters in the middle changed places.
QString slipped(QString name)
{
    if (name.size() > 3)
        std::swap(name[name.size() / 2], name[name.size() / 2 - 1]);
    return name;
}

domain::Person again(const domain::Person &person)
{
    domain::Person copy = person;
    copy.id = {};
    copy.revision = 0;
    copy.externalId.clear();
    copy.externalReferences.clear();
    copy.paymentReferences.clear();
    copy.relationships.clear();
    return copy;
}

} // namespace

std::vector<domain::Person> doubledPeople(const services::SampleCouncil &council, qint64 number)
{
    std::vector<domain::Person> people;
    domain::Person one = again(council.person(number));
    one.name.family = slipped(one.name.family);
    one.name.middle.clear();
    one.communicationNeeds.clear();
    if (!one.contactPoints.empty()) {
        one.contactPoints.resize(1);
        one.contactPoints.front().value = u"01632 960417"_s;
        one.contactPoints.front().confirmedAt.reset();
    }
    if (!one.addresses.empty()) {
        one.addresses.resize(1);
        one.addresses.front().confirmedAt.reset();
    }
    people.push_back(one);

    constexpr qint64 apart = 37;
    for (qint64 n = 1; people.size() < 7 && n * apart < council.size().people; ++n) {
        const domain::Person person = council.person(n * apart);
        if (n * apart == number || person.dateOfDeath || person.addresses.empty() || !person.dateOfBirth)
            continue;
        domain::Person other = again(person);
        if (people.size() == 3)
            other.name.given = u"Gwendolen"_s; // beside somebody born on the same day: a twin
        else if (people.size() % 2 == 0)
            other.name.given = slipped(other.name.given);
        else
            other.contactPoints.clear();
        people.push_back(other);
    }
    return people;
}

} // namespace reeve::test
