// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/services/privacy/privacy_service.h"
#include "core/services/session/desk.h"
#include "core/services/sync/written_down.h"
#include "core/store/conflict_repository.h"
#include "core/store/outbox.h"

#include <QFuture>
#include <QObject>

#include <memory>
#include <vector>

namespace reeve::sync {
class CentralGateway;
}

namespace reeve::services {

// What the strip shows. Plain value.
struct SyncStatus
{
    enum class Link { Connecting, Online, Offline, SignInNeeded, Refused };
    // What the centre last said of this desk: works, delivers only, does neither, was wiped by order.
    enum class Device { Active, PushOnly, Revoked, Wiped };

    Link link = Link::Connecting;
    ErrorCode why = ErrorCode::Offline; // for Offline and Refused
    std::optional<Instant> offlineSince;
    qint64 waiting = 0;  // saved here, not yet sent
    qint64 sent = 0;     // sent, not yet safe
    qint64 putAside = 0; // sent and kept at the centre, and not, or not whole, in its records
    qint64 needsAttention = 0;
    std::optional<Instant> oldestWaiting;
    std::optional<Instant> lastSyncAt;
    bool isPractisedOutage = false;
    bool isFirstLoad = false; // people are being loaded for the first time
    qint64 people = 0;
    bool isLeaseExpired = false; // too long without contact: cached people are locked
    Device device = Device::Active;
    qint64 removalsHeld = 0; // the centre would remove so many people here: allowRemovals() lets it
    bool isDiskFull = false; // of this desk: what is saved is still sent, and nothing new can be saved

    friend bool operator==(const SyncStatus &, const SyncStatus &) = default;
};

// One entry that a person must look at.
struct AttentionItem
{
    enum class Kind { Conflict, Quarantined, Parked };

    Kind kind = Kind::Quarantined;
    qint64 sequence = 0; // Quarantined, Parked
    store::EntryKind entryKind = store::EntryKind::InteractionLogged;
    QString code;  // the centre's reason
    QString words; // of whoever decided about it at the centre; mostly empty
    QString decidedBy;
    std::optional<domain::EntryId> entry;         // Quarantined, Parked: the number to name to a supervisor
    std::optional<store::FieldConflict> conflict; // Conflict
    std::optional<domain::PersonId> person;
    QString personName;
    WrittenDown written;     // Quarantined, Parked
    QStringList recordNames; // of those in `written.records` who have a name here
    Instant at;
};

// A conflict that was decided here, and how.
struct DecidedConflict
{
    store::FieldConflict conflict;
    bool keptOurs = false;
    QString decidedBy;
    Instant decidedAt;
    QString personName;
};

// Keeps the desk and the centre together in the background: owns the sync thread and the driver of the pure core.
// Lives on the GUI thread (or any with an event loop); nothing here waits. `desk` must outlive it.
class SyncService final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncService)

public:
    // Takes the gateway and uses it on the sync thread only. Starts with start().
    SyncService(Desk &desk, std::unique_ptr<sync::CentralGateway> gateway, QObject *parent = nullptr);
    ~SyncService() override; // stops the thread; what is in flight stays waiting

    void start();
    [[nodiscard]] SyncStatus status() const;

    // Pulls the plug, without touching the network: for training and for the demo.
    void practiseOutage(bool on);
    // Tries now instead of at the next timer.
    void syncNow();
    // Something was saved: counted and sent at once rather than within the second.
    void noteLocalChange();
    // A person has looked at SyncStatus::removalsHeld and lets them happen, this once.
    void allowRemovals();
    // Signs the desk's agent in at the centre; SignInNeeded for a wrong password.
    [[nodiscard]] QFuture<Result<>> signIn(const crypto::Secret &password);

    // Refreshes a person's timeline from the centre, beside the work: refreshed(id) when something new was stored.
    // While the centre is away the last 20 are remembered, and asked for at the next contact.
    void openPerson(domain::PersonId id);
    // Content of an item that is no longer on this desk. Offline when the centre cannot be asked; InvalidInput and
    // CardNumber for the reason, as PrivacyService::reveal().
    [[nodiscard]] QFuture<Result<Revealed>> reveal(domain::RestrictedItemId id, const QString &reason);

    [[nodiscard]] QFuture<Result<std::vector<AttentionItem>>> attention() const;
    // Quarantined, Parked: once more, or dealt with otherwise (its payload stays at the centre).
    [[nodiscard]] QFuture<Result<>> sendAgain(qint64 sequence);
    [[nodiscard]] QFuture<Result<>> dismiss(qint64 sequence);
    [[nodiscard]] QFuture<Result<>> takeUpAgain(qint64 sequence); // undoes dismiss()
    enum class Decision { KeepOurs, KeepTheirs };
    [[nodiscard]] QFuture<Result<>> decide(const domain::ConflictId &id, Decision decision);
    // Conflicts decided on this desk during the last week, newest first.
    [[nodiscard]] QFuture<Result<std::vector<DecidedConflict>>> decided() const;

signals:
    void statusChanged();
    void peopleChanged();                              // pulled rows were stored
    void refreshed(const reeve::domain::PersonId &id); // a person's timeline or record

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace reeve::services
