// SPDX-License-Identifier: MIT
#include "core/domain/still_right.h"

#include <algorithm>
#include <chrono>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

using Standings = std::map<QString, ValueStanding>;

bool isDead(const Standings &standings, const QString &field)
{
    const auto known = standings.find(field);
    return known != standings.end() && known->second.unreachable.has_value();
}

QStringList pointsOf(const Person &person, const Standings &standings, ContactKind kind)
{
    QStringList fields;
    for (const ContactPoint &point : person.contactPoints) {
        const QString field = u"contact/"_s + point.key;
        if (point.kind == kind && !isDead(standings, field))
            fields << field;
    }
    return fields;
}

std::optional<Instant> lastRight(const Standings &standings, const QString &field)
{
    const auto known = standings.find(field);
    return known == standings.end() ? std::nullopt : known->second.lastKnownRight();
}

// The one of them that is worth asking, if any is.
std::optional<Question> oldestOf(const QStringList &fields, const Standings &standings, Instant before)
{
    std::optional<Question> question;
    for (const QString &field : fields) {
        const auto at = lastRight(standings, field);
        if (at && *at >= before)
            continue;
        if (!question || at < question->at)
            question = Question{at ? Question::Kind::Old : Question::Kind::NeverConfirmed, field, at};
    }
    return question;
}

QStringList homeOf(const Person &person, const Standings &standings)
{
    const Address *home = person.homeAddress();
    const QString field = home ? u"address/"_s + home->key : QString();
    return home && !isDead(standings, field) ? QStringList{field} : QStringList();
}

} // namespace

std::optional<Question> questionFor(const Person &person, Instant now, int days)
{
    if (person.dateOfDeath)
        return std::nullopt;
    const Standings standings = standingsOf(person);
    const QStringList phones = pointsOf(person, standings, ContactKind::Phone);
    if (phones.isEmpty())
        return Question{Question::Kind::NoPhone, {}, {}};
    const QStringList home = homeOf(person, standings);
    if (home.isEmpty())
        return Question{Question::Kind::NoAddress, {}, {}};
    const Instant before = now - std::chrono::hours(24) * days;
    for (const QStringList &fields : {phones, home, pointsOf(person, standings, ContactKind::Email)}) {
        if (auto question = oldestOf(fields, standings, before))
            return question;
    }
    return std::nullopt;
}

QStringList contactDetails(const Person &person)
{
    const Standings standings = standingsOf(person);
    return pointsOf(person, standings, ContactKind::Phone) + pointsOf(person, standings, ContactKind::Email) +
           homeOf(person, standings);
}

} // namespace reeve::domain
