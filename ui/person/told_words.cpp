// SPDX-License-Identifier: MIT
#include "ui/person/told_words.h"

#include "core/domain/interaction.h"
#include "ui/person/person_words.h"
#include "ui/words/dates.h"
#include "ui/words/error_words.h"

#include <QCoreApplication>
#include <QStringList>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ToldWords)
};

QDate dayOf(const domain::ValueMark &mark)
{
    return mark.at ? londonDate(*mark.at) : QDate();
}

// "3 years ago", "14 months ago", "3 weeks ago", as far back as one would say it.
QString agoWords(QDate day, QDate today)
{
    const qint64 days = day.daysTo(today);
    if (days >= 730)
        return Words::tr("%n year(s) ago", nullptr, static_cast<int>(days / 365));
    return Words::tr("%n month(s) ago", nullptr, static_cast<int>(days / 30));
}

// Of one mark: "a relative, Phone, 3 Nov 2026, taken down by asha.patel".
QString wordOf(const domain::ValueMark &mark)
{
    QStringList parts{sourceWords(mark.source)};
    if (const auto channel = domain::parseChannel(mark.channel))
        parts << words(*channel);
    if (mark.at)
        parts << dateWords(dayOf(mark));
    if (!mark.agent.isEmpty())
        parts << Words::tr("taken down by %1").arg(mark.agent);
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QString placeOf(const domain::Address &address)
{
    QStringList parts{address.text, address.postcode};
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

// What a question is about, as one would read it out.
QString valueOf(const domain::Person &person, const QString &field)
{
    for (const domain::ContactPoint &point : person.contactPoints) {
        if (field == u"contact/"_s + point.key)
            return contactWords(point);
    }
    for (const domain::Address &address : person.addresses) {
        if (field == u"address/"_s + address.key)
            return placeOf(address);
    }
    return {};
}

} // namespace

QString standingWords(const domain::ValueStanding &standing, QDate today, int askAgainDays)
{
    if (standing.unreachable) {
        const QString why = unreachableWords(standing.unreachable->detail);
        return standing.unreachable->at ? Words::tr("✕ %1, since %2").arg(why, dateWords(dayOf(*standing.unreachable)))
                                        : Words::tr("✕ %1").arg(why);
    }
    const auto &mark = standing.confirmed ? standing.confirmed : standing.told;
    if (!mark || !mark->at)
        return {};
    const QDate day = dayOf(*mark);
    const bool isOld = day.daysTo(today) > askAgainDays;
    if (standing.confirmed) {
        if (isOld)
            return Words::tr("last confirmed %1").arg(agoWords(day, today));
        return day == today ? Words::tr("✓ confirmed today") : Words::tr("✓ confirmed %1").arg(dateWords(day));
    }
    return isOld ? Words::tr("told %1").arg(agoWords(day, today)) : QString();
}

QString provenanceWords(const domain::ValueStanding &standing)
{
    QStringList lines;
    const auto add = [&lines](const QString &form, const std::optional<domain::ValueMark> &mark) {
        if (mark)
            lines << form.arg(wordOf(*mark));
    };
    add(Words::tr("Told: %1"), standing.told);
    add(Words::tr("Confirmed: %1"), standing.confirmed);
    add(Words::tr("Reaches nobody: %1"), standing.unreachable);
    return lines.join(u'\n');
}

QString sourceWords(domain::ValueSource source)
{
    switch (source) {
    case domain::ValueSource::NotSaid:
        return {};
    case domain::ValueSource::Person:
        return Words::tr("themselves");
    case domain::ValueSource::Representative:
        return Words::tr("somebody who acts for them");
    case domain::ValueSource::Relative:
        return Words::tr("a relative");
    case domain::ValueSource::Document:
        return Words::tr("a document that was seen");
    case domain::ValueSource::OtherBody:
        return Words::tr("another body");
    case domain::ValueSource::Import:
        return Words::tr("another system");
    case domain::ValueSource::Staff:
        return Words::tr("a colleague");
    }
    return {};
}

QString unreachableWords(QStringView code)
{
    if (code == "wrong_number"_L1)
        return Words::tr("wrong number");
    if (code == "not_in_use"_L1)
        return Words::tr("no longer in use");
    if (code == "bounced"_L1)
        return Words::tr("mail came back");
    if (code == "returned_post"_L1)
        return Words::tr("post came back");
    return Words::tr("reaches nobody");
}

QString questionWords(const domain::Question &question, const domain::Person &person, QDate today)
{
    switch (question.kind) {
    case domain::Question::Kind::NoPhone:
        return Words::tr("No phone number that reaches them. Is there one?");
    case domain::Question::Kind::NoAddress:
        return Words::tr("No address where they live. Where is it?");
    case domain::Question::Kind::NeverConfirmed:
        return Words::tr("%1 was never confirmed. Still right?").arg(valueOf(person, question.field));
    case domain::Question::Kind::Old:
        return Words::tr("%1 was last confirmed %2. Still right?")
            .arg(valueOf(person, question.field), agoWords(londonDate(*question.at), today));
    }
    return {};
}

QString actingWords(domain::ActingState state, const domain::Relationship &relationship)
{
    switch (state) {
    case domain::ActingState::None:
        return {};
    case domain::ActingState::Unproven:
        return Words::tr("no evidence was seen: may not be told yet");
    case domain::ActingState::NotYet:
        return relationship.from ? Words::tr("from %1 only: may not be told yet").arg(dateWords(*relationship.from))
                                 : QString();
    case domain::ActingState::InForce:
        return relationship.until ? Words::tr("may be told, until %1").arg(dateWords(*relationship.until))
                                  : Words::tr("may be told");
    case domain::ActingState::Expired:
        return relationship.until ? Words::tr("ended %1: may not be told").arg(dateWords(*relationship.until))
                                  : QString();
    case domain::ActingState::CameOfAge:
        return Words::tr("ended on the 18th birthday: may not be told");
    case domain::ActingState::HolderDied:
        return Words::tr("has died: may not act any more");
    case domain::ActingState::EndedByDeath:
        return Words::tr("ended with the death: may not be told");
    case domain::ActingState::Estate:
        return Words::tr("deals with the estate: speak to them");
    }
    return {};
}

QString spanWords(const std::optional<domain::PartialDate> &from, const std::optional<domain::PartialDate> &to)
{
    if (from && to)
        return Words::tr("%1 to %2").arg(dateWords(*from), dateWords(*to));
    if (from)
        return Words::tr("since %1").arg(dateWords(*from));
    return to ? Words::tr("until %1").arg(dateWords(*to)) : QString();
}

} // namespace reeve::ui
