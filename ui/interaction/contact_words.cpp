// SPDX-License-Identifier: MIT
#include "ui/interaction/contact_words.h"

#include "core/domain/phone_number.h"
#include "ui/person/person_words.h"
#include "ui/shell/commands.h"
#include "ui/words/dates.h"

#include <QCoreApplication>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::Channel;

namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(ContactWords)

public:
    static QString deceased(Channel channel);
    static QString noWayIn(Channel channel);
    static QString leftOut(const domain::WaysToContact::LeftOut &one);
};

QString Words::deceased(Channel channel)
{
    switch (channel) {
    case Channel::Phone:
        return tr("%1 has died (%2): no call goes to them any more. Whom do you call about the estate?");
    case Channel::Email:
    case Channel::Letter:
        return tr("%1 has died (%2): nothing is written to them any more. Whom do you write to about the estate?");
    case Channel::FaceToFace:
    case Channel::Web:
    case Channel::Telecare:
        break;
    }
    return tr("%1 has died (%2). With whom is it about the estate?");
}

QString Words::noWayIn(Channel channel)
{
    switch (channel) {
    case Channel::Email:
        return tr("No e-mail address on record reaches %1.");
    case Channel::Letter:
        return tr("No address on record reaches %1 by post.");
    case Channel::Phone:
    case Channel::FaceToFace:
    case Channel::Web:
    case Channel::Telecare:
        break;
    }
    return tr("No telephone number on record reaches %1.");
}

QString Words::leftOut(const domain::WaysToContact::LeftOut &one)
{
    const QString point = contactWords(one.point);
    switch (one.why) {
    case domain::NotAWay::Unreachable:
        return tr("%1 is marked as reaching nobody.").arg(point);
    case domain::NotAWay::NoNumber:
        return tr("%1 cannot be dialled.").arg(point);
    case domain::NotAWay::NoAddress:
        return tr("%1 is no e-mail address.").arg(point);
    }
    return {};
}

QString reachWords(const QString &reach)
{
    const auto number = domain::PhoneNumber::parse(reach);
    return number ? domain::readablePhone(reach) : reach;
}

} // namespace

QString barWords(const OutgoingCheck::Barred &barred)
{
    const services::ContactCheck &check = barred.check;
    QStringList sentences;
    if (check.dateOfDeath) {
        sentences << Words::deceased(barred.channel).arg(check.name, dateWords(*check.dateOfDeath));
        sentences
            << Words::tr("If that is a mistake, correct the record first: %1.").arg(keyWords(Command::EditPerson));
    } else {
        sentences << Words::noWayIn(barred.channel).arg(check.name);
        for (const auto &one : check.ways.leftOut)
            sentences << Words::leftOut(one);
    }
    return sentences.join(u' ');
}

QString speakToWords(Channel channel, const services::Spokesperson &person)
{
    const QString who =
        person.reach.isEmpty()
            ? Words::tr("%1 (%2)").arg(person.name, relationshipWords(person.kind))
            : Words::tr("%1 (%2), %3").arg(person.name, relationshipWords(person.kind), reachWords(person.reach));
    switch (channel) {
    case Channel::Phone:
        return Words::tr("Call %1").arg(who);
    case Channel::Email:
    case Channel::Letter:
        return Words::tr("Write to %1").arg(who);
    case Channel::FaceToFace:
    case Channel::Web:
    case Channel::Telecare:
        break;
    }
    return who;
}

QString speakToSomebodyElseWords(const OutgoingCheck::Barred &barred)
{
    return barred.check.dateOfDeath ? Words::tr("Somebody else, about the estate")
                                    : Words::tr("Somebody else for them");
}

QString goOnWords(Channel channel)
{
    switch (channel) {
    case Channel::Phone:
        return Words::tr("Call anyway");
    case Channel::Email:
    case Channel::Letter:
        return Words::tr("Write anyway");
    case Channel::FaceToFace:
    case Channel::Web:
    case Channel::Telecare:
        break;
    }
    return Words::tr("Go on anyway");
}

} // namespace reeve::ui
