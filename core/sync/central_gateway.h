// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/crypto/secret.h"
#include "core/crypto/wipe_order.h"
#include "core/domain/interaction.h"
#include "core/domain/merge_event.h"
#include "core/store/audit_trail.h"
#include "core/store/conflict_repository.h"
#include "core/store/desk_life.h"
#include "core/store/desk_repository.h"
#include "core/store/outbox.h"
#include "core/store/person_repository.h"

#include <vector>

namespace reeve::sync {

// What desk and centre speak with each other. A centre goes on taking what desks of any earlier one deliver.
inline constexpr int protocolVersion = 5;

// --- signing in, as the agent's own database role ---------------------------------------------------------------

struct SignInReply
{
    QString token; // random; the centre keeps its hash only
    Instant expiresAt;
    domain::Roles roles;
    QString displayName;
};

struct EnrolRequest
{
    QString agent;
    crypto::Secret password;
    QString deskName;
};

struct EnrolReply
{
    domain::DeviceId device;
    QUuid incarnation;
    QString poolUser;
    QString poolPassword;
    QByteArray councilPublicKey;
    SignInReply session;
    QByteArray councilSigningKey = {}; // 32 bytes (Ed25519): what wipe orders are signed with; empty: none
};

// --- sync traffic, over the pooled role, each call naming the token -----------------------------------------------

struct HelloRequest
{
    QString token;
    domain::DeviceId device;
    QUuid incarnation;
    QUuid epoch;                    // null before the first hello
    quint64 highestTransaction = 0; // highest position of the centre ever seen
    qint64 waiting = 0;             // reported for the administrator's view
    qint64 needsAttention = 0;
    Instant deviceTime;
    qint64 newsSeen = 0; // number of the last EntryNews stored here
};

// More batches than any desk delivers; what a centre says beyond that is taken for this.
inline constexpr qint64 mostDeliveries = 1LL << 53;

struct HelloReply
{
    QString deviceStatus;    // active, push_only, revoked, wipe
    domain::DeviceId device; // differs from the request's when this desk was found to be a copy
    QUuid incarnation;       // for the next hello
    QUuid epoch;             // differs when the centre went back in time
    quint64 highestTransaction = 0;
    quint64 settledHorizon = 0; // transactions before this one are safe
    Instant centralTime;
    qint64 herdSpreadMs = 5000;
    qint64 retryAfterMs = 0; // not 0: come back later
    qint64 pollMs = 3000;
    Instant sessionExpiresAt;
    domain::Roles roles;

    std::optional<qint64> hasEntriesTo = {};      // number of the last entry of this desk; none: an older centre
    qint64 deliveries = 0;                        // batches of this desk that it has taken
    QByteArray councilSigningKey = {};            // as in EnrolReply
    qint64 orderFloor = 0;                        // wipe orders up to this number are void
    std::optional<crypto::SignedOrder> wipeOrder; // with the status "wipe"
    QStringList inactiveAgents = {};              // may not sign in any more, here either
    std::vector<store::EntryNews> news = {};      // what was decided at the centre about entries of this desk
};

struct PushBatch
{
    QString token;
    domain::DeviceId device;
    QUuid incarnation;
    std::vector<store::OutboxEntry> entries;
    qint64 deliveries = 0; // of this desk that were answered, or are in flight before this one
};

struct PushReply
{
    std::vector<store::EntryOutcome> outcomes;   // one for each entry, in its order
    std::vector<store::FieldConflict> conflicts; // raised by this batch
    quint64 transaction = 0;                     // xid8 that applied it
    qint64 deliveries = 0;                       // of this desk so far, at the centre
};

struct PulledInteraction
{
    domain::Interaction interaction; // restricted items: marks only (id, person, noted_at)
    QString agent;
};

// Where the change log has been read to: (xid8, n).
struct Cursor
{
    quint64 transaction = 0;
    qint64 number = 0;

    friend auto operator<=>(const Cursor &, const Cursor &) = default;
};

struct PullPage
{
    std::vector<store::PulledPerson> people;
    std::vector<PulledInteraction> interactions; // of people this desk has asked for
    std::vector<store::FieldConflict> conflicts;
    std::vector<domain::MergeEvent> mergeEvents;
    Cursor next;         // store it in the transaction that stores the page
    bool isLast = false; // nothing more for now
};

struct FirstLoadPage
{
    std::vector<store::PulledPerson> people;     // in primary-key order
    std::vector<domain::MergeEvent> mergeEvents; // about people up to `lastId`, the last page's about all that are left
    std::vector<store::FieldConflict> conflicts; // of the same people, and not decided yet
    QUuid lastId;
    bool isLast = false;
};

// The content of one restricted item, fetched for one look. Held in memory only.
struct RestrictedContent
{
    std::optional<domain::SpecialCategoryItem> specialCategory;
    std::optional<domain::CriminalOffenceItem> criminalOffence;
};

// The centre, as the sync driver sees it. Implemented by core/central over libpq; faked where a test needs faults.
//
// Blocking; used from one thread at a time. Every call may answer Offline (link lost: whether the call took effect is
// unknown), SignInNeeded, Untrusted, CentralBusy, CentralTooOld, CentralTooNew, DeviceRevoked or StaleIncarnation
// (core/central/sqlstate.h says what an SQLSTATE means; anything about one record is never an error of the call, but an
// outcome). cancel() ends a blocked call from another thread with Cancelled, without cancelling it at the server.
class CentralGateway
{
public:
    CentralGateway() = default;
    CentralGateway(const CentralGateway &) = delete;
    CentralGateway &operator=(const CentralGateway &) = delete;
    virtual ~CentralGateway() = default;

    // As the agent's own role; opens and closes a connection of its own.
    [[nodiscard]] virtual Result<EnrolReply> enrol(const EnrolRequest &request) = 0;
    [[nodiscard]] virtual Result<SignInReply> signIn(const QString &agent, const crypto::Secret &password,
                                                     domain::DeviceId device) = 0;

    // As the pooled role. connect() is implied by the first call after disconnect() or an error.
    virtual void usePool(const QString &user, const QString &password) = 0;
    [[nodiscard]] virtual Result<HelloReply> hello(const HelloRequest &request) = 0;

    // Push is pipelined: up to `maxInFlight` batches may be sent before the first is received. Replies come in the
    // order of the batches. After an error every batch in flight is unknown and must be sent again. StaleIncarnation
    // also when the centre knows of fewer deliveries.
    static constexpr int maxInFlight = 4;
    [[nodiscard]] virtual Result<> sendPush(const PushBatch &batch) = 0;
    [[nodiscard]] virtual Result<PushReply> receivePush() = 0;

    [[nodiscard]] virtual Result<Cursor> changeLogStart(const QString &token, domain::DeviceId device) = 0;
    [[nodiscard]] virtual Result<FirstLoadPage> firstLoad(const QString &token, domain::DeviceId device, QUuid after,
                                                          int limit) = 0;
    // StaleIncarnation when `after` is no position of this centre's: it was put back to before it.
    [[nodiscard]] virtual Result<PullPage> pull(const QString &token, domain::DeviceId device, Cursor after,
                                                int limit) = 0;

    // Asks for one person's timeline, and to be kept up to date about that person from now on.
    [[nodiscard]] virtual Result<std::vector<PulledInteraction>>
    openPerson(const QString &token, domain::DeviceId device, domain::PersonId person) = 0;
    // Audited at the centre with the reason. Denied, NotFound.
    [[nodiscard]] virtual Result<RestrictedContent> reveal(const QString &token, domain::DeviceId device,
                                                           domain::RestrictedItemId item, const QString &reason) = 0;

    // The desk's own audit, in order from where the centre has it. A centre that is only a test takes no notice.
    [[nodiscard]] virtual Result<> deliverAudit(const QString & /*token*/, domain::DeviceId /*device*/,
                                                const std::vector<store::AuditRecord> & /*records*/)
    {
        return {};
    }
    // Asked without a token, for a desk that is not let in any more: the order to wipe it, if there is one. It counts
    // for nothing before its signature was checked.
    [[nodiscard]] virtual Result<std::optional<crypto::SignedOrder>> wipeOrder(domain::DeviceId /*device*/)
    {
        return std::nullopt;
    }
    // Asked without a token, too: push_only, revoked or wipe, or empty for a desk that is open. It only ever closes.
    [[nodiscard]] virtual Result<QString> closedAs(domain::DeviceId /*device*/) { return QString(); }
    // Asked with a token that is not taken any more: "disabled" when its agent may not sign in, else empty.
    [[nodiscard]] virtual Result<QString> sessionClosedAs(const QString & /*token*/, domain::DeviceId /*device*/)
    {
        return QString();
    }
    // `incarnation`: the last that was kept here, by which the centre tells the desk from its copies.
    [[nodiscard]] virtual Result<> reportWiped(domain::DeviceId /*device*/, QUuid /*incarnation*/, qint64 /*serial*/,
                                               qint64 /*unsent*/)
    {
        return {};
    }

    virtual void disconnect() = 0;
    virtual void cancel() noexcept = 0; // any thread
};

} // namespace reeve::sync
