// SPDX-License-Identifier: MIT
#include "core/services/sync/sync_service.h"

#include "core/services/privacy/reading_reason.h"
#include "core/services/sync/attention.h"
#include "core/services/sync/people_to_open.h"
#include "core/services/sync/sync_driver.h"
#include "core/store/interaction_repository.h"
#include "core/store/merge_repository.h"
#include "core/store/store.h"

#include <QPromise>

#include <algorithm>
#include <array>
#include <thread>
#include <utility>

namespace reeve::services {

namespace {

// A promise that a job on the sync thread keeps; shared, since a job is copied.
template <typename T>
std::shared_ptr<QPromise<Result<T>>> makePromise()
{
    auto promise = std::make_shared<QPromise<Result<T>>>();
    promise->start();
    return promise;
}

template <typename T>
void keep(QPromise<Result<T>> &promise, Result<T> answer)
{
    promise.addResult(std::move(answer));
    promise.finish();
}

// Worth another try at the next contact.
bool mayPass(ErrorCode code)
{
    constexpr std::array passing{ErrorCode::Offline,         ErrorCode::SignInNeeded, ErrorCode::Untrusted,
                                 ErrorCode::CentralBusy,     ErrorCode::Busy,         ErrorCode::Cancelled,
                                 ErrorCode::StaleIncarnation};
    return std::find(passing.begin(), passing.end(), code) != passing.end();
}

} // namespace

class SyncService::Private
{
public:
    Private(SyncService &service, Desk &theDesk, std::unique_ptr<sync::CentralGateway> theGateway)
        : desk(theDesk),
          gateway(std::move(theGateway)),
          driver(desk, *gateway, listener(service))
    {}

    // Called on the sync thread; everything goes on in the service's own.
    static SyncDriver::Listener listener(SyncService &service)
    {
        SyncService *receiver = &service;
        const auto toService = [receiver](auto call) {
            QMetaObject::invokeMethod(receiver, std::move(call), Qt::QueuedConnection);
        };
        return {
            [receiver, toService](const SyncStatus &status) {
                receiver->d->greetFirstPeople(status.people);
                toService([receiver, status] {
                    receiver->d->status = status;
                    emit receiver->statusChanged();
                });
            },
            [receiver, toService] { toService([receiver] { emit receiver->peopleChanged(); }); },
            [receiver, toService](domain::PersonId id) { toService([receiver, id] { emit receiver->refreshed(id); }); },
            [receiver] { receiver->d->openRemembered(); }};
    }

    // On the sync thread, all of it.
    void open(domain::PersonId person);
    void keepTimeline(domain::PersonId person);
    void openRemembered();
    void greetFirstPeople(qint64 people);
    [[nodiscard]] Result<> refresh(domain::PersonId person);
    [[nodiscard]] Result<Revealed> reveal(domain::RestrictedItemId id, const QString &reason);

    Desk &desk;
    std::unique_ptr<sync::CentralGateway> gateway;
    SyncDriver driver;
    PeopleToOpen unopened;
    bool hasPeople = false; // of the sync thread, as `unopened`
    std::thread thread;
    SyncStatus status;
};

SyncService::SyncService(Desk &desk, std::unique_ptr<sync::CentralGateway> gateway, QObject *parent)
    : QObject(parent),
      d(std::make_unique<Private>(*this, desk, std::move(gateway)))
{}

SyncService::~SyncService()
{
    if (!d->thread.joinable())
        return;
    d->driver.stop();
    d->thread.join();
}

void SyncService::start()
{
    if (!d->thread.joinable())
        d->thread = std::thread([this] { d->driver.run(); });
}

SyncStatus SyncService::status() const
{
    return d->status;
}

void SyncService::practiseOutage(bool on)
{
    d->driver.practiseOutage(on);
}

void SyncService::syncNow()
{
    d->driver.post(sync::event::SyncNow{});
}

void SyncService::noteLocalChange()
{
    d->driver.noteLocalChange();
}

void SyncService::allowRemovals()
{
    d->driver.post(sync::event::AllowRemovals{});
}

QFuture<Result<>> SyncService::signIn(const crypto::Secret &password)
{
    const auto promise = makePromise<void>();
    d->driver.postJob([this, promise, password](std::optional<ErrorCode> refused) {
        const Result<> signedIn = refused ? Result<>(fail(*refused)) : d->driver.signIn(password);
        if (signedIn)
            d->openRemembered(); // a colleague's session may have kept the link, and may not show people
        keep<void>(*promise, signedIn);
    });
    return promise->future();
}

void SyncService::openPerson(domain::PersonId id)
{
    d->open(id);
}

void SyncService::Private::open(domain::PersonId person)
{
    driver.postJob([this, person](std::optional<ErrorCode> refused) {
        keepTimeline(person); // also of whom the centre cannot be asked about now
        const Result<> done = refused ? Result<>(fail(*refused)) : refresh(person);
        if (done || !mayPass(done.error().code))
            unopened.remove(person);
        else
            unopened.add(person);
    });
}

void SyncService::Private::keepTimeline(domain::PersonId person)
{
    const Instant opened = desk.clock().now() + std::chrono::milliseconds(driver.state().standing.skew);
    static_cast<void>(desk.store().write([person, opened](store::Connection &connection) -> Result<> {
        const auto records = store::MergeRepository(connection).recordsOf(person);
        if (!records)
            return fail(records);
        return store::InteractionRepository(connection).keepTimeline(*records, opened);
    }));
}

void SyncService::Private::openRemembered()
{
    for (const domain::PersonId person : unopened.takeAll())
        open(person);
}

// The first people have come: they may be a sample council, which the window says.
void SyncService::Private::greetFirstPeople(qint64 people)
{
    if (people > 0 && !std::exchange(hasPeople, true))
        desk.refresh();
}

Result<> SyncService::Private::refresh(domain::PersonId person)
{
    const auto session = driver.ownSession();
    if (!session)
        return fail(session);
    auto timeline = gateway->openPerson(session->token, driver.state().standing.device, person);
    if (!timeline)
        return fail(timeline);
    if (timeline->empty())
        return {};
    const auto stored = desk.store()
                            .write([timeline = std::move(*timeline)](store::Connection &connection) {
                                return storeInteractions(connection, timeline);
                            })
                            .takeResult();
    if (stored)
        driver.tellRefreshed(person);
    return stored;
}

QFuture<Result<Revealed>> SyncService::reveal(domain::RestrictedItemId id, const QString &reason)
{
    const auto promise = makePromise<Revealed>();
    if (const auto usable = checkReadingReason(reason.trimmed()); !usable) {
        keep<Revealed>(*promise, fail(usable));
        return promise->future();
    }
    d->driver.postJob([this, promise, id, reason = reason.trimmed()](std::optional<ErrorCode> refused) {
        keep<Revealed>(*promise, refused ? Result<Revealed>(fail(*refused)) : d->reveal(id, reason));
    });
    return promise->future();
}

Result<Revealed> SyncService::Private::reveal(domain::RestrictedItemId id, const QString &reason)
{
    const auto session = driver.ownSession();
    if (!session)
        return fail(session);
    auto content = gateway->reveal(session->token, driver.state().standing.device, id, reason);
    if (!content)
        return fail(content);
    return Revealed{std::move(content->specialCategory), std::move(content->criminalOffence), false};
}

QFuture<Result<std::vector<AttentionItem>>> SyncService::attention() const
{
    return d->desk.store().read([](store::Connection &connection) { return readAttention(connection); });
}

QFuture<Result<>> SyncService::sendAgain(qint64 sequence)
{
    auto future = d->desk.store().write(
        [sequence](store::Connection &connection) { return store::Outbox(connection).sendAgain(sequence); });
    d->driver.noteLocalChange(); // read again within the second should it come before the commit
    return future;
}

QFuture<Result<>> SyncService::dismiss(qint64 sequence)
{
    auto future = d->desk.store().write([sequence, now = d->desk.clock().now()](store::Connection &connection) {
        return store::Outbox(connection).dismiss(sequence, now);
    });
    d->driver.noteLocalChange();
    return future;
}

QFuture<Result<>> SyncService::takeUpAgain(qint64 sequence)
{
    auto future = d->desk.store().write(
        [sequence](store::Connection &connection) { return store::Outbox(connection).takeUpAgain(sequence); });
    d->driver.noteLocalChange();
    return future;
}

QFuture<Result<std::vector<DecidedConflict>>> SyncService::decided() const
{
    return d->desk.store().read([now = d->desk.clock().now()](store::Connection &connection) {
        return readDecided(connection, now - std::chrono::days(7));
    });
}

QFuture<Result<>> SyncService::decide(const domain::ConflictId &id, Decision decision)
{
    auto future = d->desk.store().write([&desk = d->desk, id, decision](store::Connection &connection) {
        return decideConflict(Job(desk, connection), id, decision);
    });
    d->driver.noteLocalChange();
    return future;
}

} // namespace reeve::services
