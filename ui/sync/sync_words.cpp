// SPDX-License-Identifier: MIT
#include "ui/sync/sync_words.h"

#include "ui/words/dates.h"
#include "ui/words/error_words.h"

#include <QCoreApplication>
#include <QLocale>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using services::SyncStatus;

namespace {

class SyncLine
{
    Q_DECLARE_TR_FUNCTIONS(SyncLine)

public:
    static SyncWords removalsHeld(const SyncStatus &status);
    static SyncWords online(const SyncStatus &status);
    static SyncWords offline(const SyncStatus &status);
    static SyncWords signInNeeded(const SyncStatus &status);
    static SyncWords refused(const SyncStatus &status);
    static SyncWords deliversOnly(const SyncStatus &status);
    static SyncWords closed(const SyncStatus &status);
    static SyncWords erased();
    static SyncWords diskFull(const SyncStatus &status);
    static SyncWords leaseExpired(const SyncStatus &status);
};

SyncWords SyncLine::removalsHeld(const SyncStatus &status)
{
    return {tr("The centre wants to remove %n people from this desk", nullptr, static_cast<int>(status.removalsHeld)),
            tr("%n to be removed?", nullptr, static_cast<int>(status.removalsHeld)),
            tr("That is more than usual, so nobody has been removed yet and nothing new is fetched. Ask whoever looks "
               "after the centre; if it is meant to be, let it happen."),
            u"exclamation-triangle"_s,
            Role::Attention,
            false,
            true};
}

SyncWords SyncLine::online(const SyncStatus &status)
{
    if (status.removalsHeld > 0)
        return removalsHeld(status);
    if (status.isFirstLoad) {
        return {tr("Loading people – %1 so far").arg(QLocale().toString(status.people)),
                tr("Loading people"),
                tr("The people of this council are being loaded for the first time. You can work already."),
                u"arrow-repeat"_s,
                Role::Secondary,
                false};
    }
    if (status.waiting > 0) {
        return {tr("Saved · sending %n", nullptr, static_cast<int>(status.waiting)),
                tr("Sending %n", nullptr, static_cast<int>(status.waiting)),
                tr("Everything is saved on this desk and is on its way to the centre."),
                u"cloud-arrow-up"_s,
                Role::Secondary,
                false};
    }
    if (status.sent > 0) {
        return {tr("Saved · Sent · %n not yet safe", nullptr, static_cast<int>(status.sent)),
                tr("%n not yet safe", nullptr, static_cast<int>(status.sent)),
                tr("Everything is saved here and sent to the centre. It is safe once the centre has settled it."),
                u"send-check"_s,
                Role::Done,
                false};
    }
    if (status.putAside > 0) {
        return {
            tr("Saved · Sent · all but %n safe", nullptr, static_cast<int>(status.putAside)),
            tr("all but %n safe", nullptr, static_cast<int>(status.putAside)),
            tr("Everything is saved on this desk and kept at the centre. What needs attention is not in the records "
               "there yet; open it to see why."),
            u"send-check"_s,
            Role::Done,
            false};
    }
    return {tr("Saved · Sent · Safe"),
            tr("Safe"),
            tr("Everything is saved on this desk, sent to the centre and safe there."),
            u"cloud-check"_s,
            Role::Done,
            false};
}

SyncWords SyncLine::offline(const SyncStatus &status)
{
    const QString since = status.offlineSince ? timeWords(*status.offlineSince) : QString();
    const int waiting = static_cast<int>(status.waiting);
    QString line;
    if (status.isPractisedOutage && since.isEmpty())
        line = tr("Practice outage – %n waiting, all saved here", nullptr, waiting);
    else if (status.isPractisedOutage)
        line = tr("Practice outage since %1 – %n waiting, all saved here", nullptr, waiting).arg(since);
    else if (since.isEmpty())
        line = tr("Offline – %n waiting, all saved here", nullptr, waiting);
    else
        line = tr("Offline since %1 – %n waiting, all saved here", nullptr, waiting).arg(since);
    return {line,
            status.isPractisedOutage ? tr("Practice – %n waiting", nullptr, waiting)
                                     : tr("Offline – %n waiting", nullptr, waiting),
            status.isPractisedOutage
                ? tr("You have pulled the plug to practise. Work on as usual; put it back under Desk.")
                : words(ErrorCode::Offline),
            status.isPractisedOutage ? u"plug"_s : u"cloud-slash"_s,
            Role::Attention,
            false};
}

SyncWords SyncLine::signInNeeded(const SyncStatus &status)
{
    return {tr("Not signed in at the centre – %n waiting, all saved here", nullptr, static_cast<int>(status.waiting)),
            tr("Not signed in – %n waiting", nullptr, static_cast<int>(status.waiting)),
            words(ErrorCode::SignInNeeded),
            u"key"_s,
            Role::Attention,
            true};
}

SyncWords SyncLine::refused(const SyncStatus &status)
{
    return {
        tr("The centre does not take this now – %n waiting, all saved here", nullptr, static_cast<int>(status.waiting)),
        tr("Not taken – %n waiting", nullptr, static_cast<int>(status.waiting)),
        words(status.why),
        u"exclamation-triangle"_s,
        Role::Attention,
        false};
}

SyncWords SyncLine::deliversOnly(const SyncStatus &status)
{
    const int waiting = static_cast<int>(status.waiting);
    return {
        waiting > 0 ? tr("This desk only hands in work – %n waiting, all saved here", nullptr, waiting)
                    : tr("This desk only hands in work – all of it is sent"),
        tr("Hands in only – %n waiting", nullptr, waiting),
        tr("The council has limited this desk. What you save is still sent, but people are not shown here any more. "
           "Ask your supervisor."),
        u"send-check"_s,
        Role::Attention,
        false};
}

SyncWords SyncLine::closed(const SyncStatus &status)
{
    return {
        tr("The council has closed this desk – %n waiting, all saved here", nullptr, static_cast<int>(status.waiting)),
        tr("Closed – %n waiting", nullptr, static_cast<int>(status.waiting)),
        tr("Nothing is sent or fetched, and people are not shown. What you save stays safe on this desk until it is "
           "opened again. Ask your supervisor."),
        u"lock"_s,
        Role::Attention,
        false};
}

SyncWords SyncLine::erased()
{
    return {tr("This desk was erased by order of the council"),
            tr("Erased"),
            tr("What was waiting was handed in first, as far as the line allowed. Nothing can be saved here any more: "
               "close Reeve and ask your supervisor."),
            u"exclamation-triangle"_s,
            Role::Danger,
            false};
}

SyncWords SyncLine::diskFull(const SyncStatus &status)
{
    const int waiting = static_cast<int>(status.waiting);
    return {tr("The disk of this computer is full: nothing new can be saved – %n waiting", nullptr, waiting),
            tr("Disk full – %n waiting", nullptr, waiting),
            tr("What was saved is kept, can be read and is still sent. Make room on the disk or ask support to; Reeve "
               "notices by itself."),
            u"exclamation-triangle"_s,
            Role::Danger,
            false};
}

SyncWords SyncLine::leaseExpired(const SyncStatus &status)
{
    const bool canSignIn = status.link == SyncStatus::Link::SignInNeeded;
    return {tr("Too long without the centre: people are locked – %n waiting, all saved here", nullptr,
               static_cast<int>(status.waiting)),
            tr("People are locked – %n waiting", nullptr, static_cast<int>(status.waiting)),
            canSignIn ? tr("You can still take down new work. Sign in to send it and to see people again.")
                      : tr("You can still take down new work. People are shown again once the centre is reached."),
            u"lock"_s,
            Role::Attention,
            canSignIn};
}

} // namespace

SyncWords words(const SyncStatus &status)
{
    if (status.isDiskFull && status.device != SyncStatus::Device::Wiped)
        return SyncLine::diskFull(status);
    switch (status.device) {
    case SyncStatus::Device::Active:
        break;
    case SyncStatus::Device::PushOnly:
        return SyncLine::deliversOnly(status);
    case SyncStatus::Device::Revoked:
        return SyncLine::closed(status);
    case SyncStatus::Device::Wiped:
        return SyncLine::erased();
    }
    if (status.isPractisedOutage)
        return SyncLine::offline(status);
    if (status.isLeaseExpired)
        return SyncLine::leaseExpired(status);
    switch (status.link) {
    case SyncStatus::Link::Connecting:
        return {SyncLine::tr("Connecting…"),
                SyncLine::tr("Connecting…"),
                SyncLine::tr("Reeve is looking for the centre. You can work already."),
                u"arrow-repeat"_s,
                Role::Secondary,
                false};
    case SyncStatus::Link::Online:
        return SyncLine::online(status);
    case SyncStatus::Link::Offline:
        return SyncLine::offline(status);
    case SyncStatus::Link::SignInNeeded:
        return SyncLine::signInNeeded(status);
    case SyncStatus::Link::Refused:
        return SyncLine::refused(status);
    }
    return {};
}

} // namespace reeve::ui
