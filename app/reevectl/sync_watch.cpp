// SPDX-License-Identifier: MIT
#include "app/reevectl/sync_watch.h"

#include "app/reevectl/interrupt.h"
#include "core/services/person/duplicates/duplicate_service.h"
#include "core/services/sync/sync_service.h"

#include <QCoreApplication>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr int signalPollMs = 200;
constexpr int percentStep = 20;

QString linkCode(services::SyncStatus::Link link)
{
    switch (link) {
    case services::SyncStatus::Link::Connecting:
        return u"connecting"_s;
    case services::SyncStatus::Link::Online:
        return u"online"_s;
    case services::SyncStatus::Link::Offline:
        return u"offline"_s;
    case services::SyncStatus::Link::SignInNeeded:
        return u"sign_in_needed"_s;
    case services::SyncStatus::Link::Refused:
        return u"refused"_s;
    }
    return {};
}

QJsonObject toObject(const services::SyncStatus &status)
{
    return {{u"link"_s, linkCode(status.link)},
            {u"pending"_s, status.waiting},
            {u"sent"_s, status.sent},
            {u"needs_attention"_s, status.needsAttention},
            {u"removals_held"_s, status.removalsHeld},
            {u"disk_full"_s, status.isDiskFull},
            {u"people"_s, status.people},
            {u"last_sync"_s, status.lastSyncAt ? QJsonValue(toRfc3339(*status.lastSyncAt)) : QJsonValue::Null}};
}

} // namespace

int watchSync(services::Desk &desk, std::unique_ptr<sync::CentralGateway> gateway,
              const std::optional<crypto::Secret> &password, Terminal &terminal)
{
    services::SyncService service(desk, std::move(gateway));
    QJsonObject printed;
    bool hasSignedIn = false;
    const auto show = [&] {
        const services::SyncStatus status = service.status();
        if (status.link == services::SyncStatus::Link::SignInNeeded && password && !hasSignedIn) {
            hasSignedIn = true; // once: a wrong password is not tried again and again
            static_cast<void>(service.signIn(*password));
        }
        const QJsonObject object = toObject(status);
        if (object == printed)
            return;
        printed = object;
        terminal.print(object);
        if (!terminal.flush())
            QCoreApplication::quit();
        if (status.link == services::SyncStatus::Link::Online)
            hasSignedIn = false;
    };
    QObject::connect(&service, &services::SyncService::statusChanged, &service, show);

    // Whoever came with a first load is compared with everybody once.
    services::DuplicateService duplicates(desk);
    QObject::connect(&service, &services::SyncService::peopleChanged, &service, [&] { duplicates.searchWhenDue(); });
    duplicates.searchWhenDue();

    QTimer signalPoll;
    int told = -1;
    QObject::connect(&signalPoll, &QTimer::timeout, &service, [&] {
        if (isInterrupted())
            QCoreApplication::quit();
        const auto search = duplicates.inBackground();
        const int percent = search ? search->percent / percentStep * percentStep : -1;
        if (percent != told && percent >= 0)
            terminal.message(u"Comparing everybody on this desk: %1 %"_s.arg(percent));
        told = percent;
    });
    signalPoll.start(signalPollMs);
    service.start(); // its first word is a line, too: nothing is said before it has looked
    QCoreApplication::exec();
    return terminal.isReaderGone() ? Failed : Done;
}

} // namespace reeve::ctl
