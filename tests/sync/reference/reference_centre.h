// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/central_gateway.h"

#include "tests/sync/reference/in_order.h"
#include "tests/sync/reference/mutant.h"

#include <QJsonObject>

#include <atomic>
#include <functional>
#include <map>
#include <mutex>
#include <set>
#include <vector>

namespace reeve::test {

// The centre as it ought to be, in memory: the same contract as the SQL API, small enough to be read in one go. The
// simulator and the driver's tests run against it; tests/sync/differential holds it against the SQL API, call by call.
// Deterministic: ids come from a counter. Thread-safe.
class ReferenceCentre
{
public:
    struct Device
    {
        QUuid incarnation;
        QUuid previous; // still good until the new one was used: its reply may have been lost
        QString status = QStringLiteral("active");
        qint64 lastSequence = 0; // of what it has delivered
        qint64 deliveries = 0;   // batches taken
        QUuid origin;            // the desk that it was found to be a copy of
    };
    struct Row
    {
        qint64 revision = 0;
        QJsonObject fields;
        std::map<QString, qint64> changedAt; // field -> revision; absent: 1
        bool removed = false;
    };
    // The ledger: what was delivered, and what became of it.
    struct Record
    {
        store::OutboxEntry entry;
        domain::DeviceId device;
        int timesApplied = 0;
        quint64 transaction = 0;
        store::EntryState state = store::EntryState::Sent;
        QString code;
        qint64 revision = 0;
        QUuid waitsFor; // parked: the record it needs
        Instant at;
    };
    struct Change
    {
        sync::Cursor at;
        domain::PersonId person;
        std::optional<store::FieldConflict> conflict;
        QUuid mergeEvent;  // instead
        QUuid interaction; // instead
    };
    // What was said with somebody, and that something restricted was said in it; and what that was.
    struct Talk
    {
        domain::Interaction interaction; // restricted items: their marks
        QString agent;
    };
    struct Restricted
    {
        domain::SpecialCategoryItem item;
        domain::InteractionId interaction;
    };
    // Every look that somebody took at one, or was refused.
    struct Look
    {
        QUuid item;
        QString agent;
        bool isShown = false;
    };
    // What became of an entry when its desk had not asked.
    struct News
    {
        QUuid origin;
        store::EntryNews news;
    };
    // A change at the centre that has its number and is not committed yet.
    struct Unfinished
    {
        domain::PersonId person;
        QJsonObject set;
        qint64 number = 0;
        qint64 begunAt = 0;
    };
    struct OpenConflict
    {
        store::FieldConflict conflict;
        QUuid device;
    };
    using PayloadKey = std::pair<QUuid, QByteArray>; // entry id and the very bytes that came
    // All of it: copied for a backup, put back for a restore.
    struct State
    {
        QUuid epoch;
        std::map<QUuid, qint64> epochs; // all that were, numbered as they began
        bool isUnconfirmed = false;     // nobody reads before an administrator has said so
        quint64 transaction = 100;
        qint64 changeNumber = 0;
        quint64 settledHorizon = 0;
        std::map<QString, QString> sessions;  // token -> agent
        std::map<QString, QString> passwords; // agent -> password
        ById<Device> devices;
        ById<Record> records;     // by entry id: applied, whole or in part
        ById<std::size_t> ledger; // hash of what first came under an entry id, whatever became of it
        std::map<PayloadKey, Record, InOrder> quarantine;
        std::set<std::pair<QUuid, PayloadKey>> parkedFor; // what they wait for
        Ids arrived;                                      // and is here now
        std::vector<News> news;                           // in the order of their numbers
        ById<Row> people;
        ById<std::pair<domain::Interaction, QString>> interactions;
        ById<QUuid> logged; // interaction -> entry that brought it
        ById<QByteArray> notes;
        std::vector<OpenConflict> conflicts;
        ById<domain::MergeEvent> mergeEvents;
        ById<QUuid> samePerson; // record -> who is shown for it; only of those that are one with another
        ById<Talk> talks;       // that are about somebody, or have something restricted in them
        ById<Restricted> restricted;
        std::vector<Look> looks;
        ById<Ids> followedBy;                   // person -> desks that have asked for them
        std::map<QString, domain::Roles> roles; // agent -> roles, where they are not those of a handler
        std::vector<Change> changes;            // in the order of their positions
        std::map<quint64, Unfinished> unfinished;
        quint64 ids = 1;
        quint64 picture = 0; // of whatever stands beside this one; set by who takes it
    };

    ReferenceCentre();
    virtual ~ReferenceCentre() = default;

    // --- what a test sets up and looks at
    // For a desk: one that is not known here, since a restore took the time away in which it was enrolled, is known
    // again.
    virtual QString givenSession(const QString &agent, domain::DeviceId device = {});
    void givenAgent(const QString &agent, const QString &password);
    void givenRoles(const QString &agent, const domain::Roles &roles);
    virtual std::pair<domain::DeviceId, QUuid> givenDevice(); // and its first incarnation
    virtual domain::PersonId givenPerson(const QJsonObject &fields);
    virtual void editPerson(domain::PersonId id, const QJsonObject &set);
    virtual void removePerson(domain::PersonId id);
    // Takes its number now and is seen when it is finished: what came after it may be seen before.
    quint64 beginEdit(domain::PersonId id, const QJsonObject &set);
    void finishEdits();
    // Where in the log the first of what is begun and not finished will be found; none: nothing is.
    [[nodiscard]] std::optional<sync::Cursor> firstToAppear() const;
    void givenInteraction(const domain::Interaction &interaction, const QString &agent);
    virtual void setDeviceStatus(domain::DeviceId device, const QString &status);
    void endSessions();
    virtual void endSession(const QString &token);
    // Somebody at a desk that is not told of here decides what has been open since before then.
    virtual void decideConflicts(Instant raisedBefore);
    void settle();                    // everything so far is safe
    void settleUpTo(quint64 horizon); // transactions before this one are safe
    [[nodiscard]] virtual State backup();
    virtual void restore(const State &backup, bool announce); // announce: the run-book opens a new epoch
    virtual void openEpoch();                                 // as a promotion does, which confirms by itself
    virtual void confirm();
    [[nodiscard]] int timesApplied(domain::EntryId id) const;
    [[nodiscard]] bool isQuarantined(domain::EntryId id) const;            // or parked
    [[nodiscard]] std::map<QUuid, QJsonObject> people() const;             // not the removed ones
    [[nodiscard]] std::vector<store::FieldConflict> openConflicts() const; // about those
    [[nodiscard]] domain::Roles rolesOf(const QString &token) const;       // none when there is no such session
    [[nodiscard]] int helloCount() const;
    [[nodiscard]] qint64 recordCount() const;
    [[nodiscard]] const State &state() const { return m; } // of a single thread

    // --- the contract
    [[nodiscard]] Result<sync::EnrolReply> enrol(const QString &agent, const QString &password);
    [[nodiscard]] Result<sync::SignInReply> signIn(const QString &agent, const QString &password,
                                                   domain::DeviceId device = {});
    [[nodiscard]] virtual Result<sync::HelloReply> hello(const sync::HelloRequest &request);
    [[nodiscard]] virtual Result<sync::PushReply> push(const sync::PushBatch &batch);
    [[nodiscard]] virtual Result<sync::Cursor> changeLogStart(const QString &token, domain::DeviceId device);
    [[nodiscard]] virtual Result<sync::FirstLoadPage> firstLoad(const QString &token, domain::DeviceId device,
                                                                QUuid after, int limit);
    [[nodiscard]] virtual Result<sync::PullPage> pull(const QString &token, domain::DeviceId device, sync::Cursor after,
                                                      int limit);
    [[nodiscard]] virtual Result<std::vector<sync::PulledInteraction>>
    openPerson(const QString &token, domain::DeviceId device, domain::PersonId person);
    [[nodiscard]] virtual Result<sync::RestrictedContent> reveal(const QString &token, domain::DeviceId device,
                                                                 domain::RestrictedItemId item, const QString &reason);

    Instant now = Instant{std::chrono::milliseconds{1795344120000}}; // set before any thread runs
    bool refusesToAnswerFor = false;                                 // takes a batch, answers for none of it
    std::atomic<bool> takesPoison = false;                           // what it quarantined it would take now
    Mutant mutant = Mutant::None;
    qint64 pollMs = 3000;
    qint64 herdSpreadMs = 5000;
    bool asksToConfirm = false;  // after a restore, as the real one does
    bool isTooNewToRead = false; // desks of this protocol deliver, and read nothing
    // Told of each entry that is applied or put aside, and of each device that people are handed to.
    std::function<void(const Record &)> onRecord;
    std::function<void(const Device &)> onRead;

protected:
    [[nodiscard]] QUuid nextId();
    void beginEpoch(QUuid lost = {});
    // What is still to be told of it, after the number `seen`.
    [[nodiscard]] std::vector<store::EntryNews> newsFor(QUuid device, qint64 seen) const;

private:
    // What a desk shows at its next hello: the transaction that handed it out, under a seal that nobody else can make.
    [[nodiscard]] static QUuid sealedNonce(QUuid device, QUuid epoch, quint64 transaction);
    struct NonceOrigin
    {
        QUuid epoch;
        std::pair<qint64, quint64> place; // among all nonces of that desk
    };
    // Also in an epoch that was lost, when the desk names it.
    [[nodiscard]] std::optional<NonceOrigin> originOf(QUuid nonce, QUuid device, QUuid named) const;
    void greetStranger(const sync::HelloRequest &request, Device &greeted, sync::HelloReply &reply);
    [[nodiscard]] Result<> check(const QString &token, domain::DeviceId device, bool reads, sync::Cursor after = {});
    // What the ledger already says of this entry; nothing when it is to be applied.
    [[nodiscard]] std::optional<Record> known(const store::OutboxEntry &entry) const;
    void deliver(const store::OutboxEntry &entry, domain::DeviceId device, sync::PushReply &reply);
    [[nodiscard]] Record apply(const store::OutboxEntry &entry, domain::DeviceId device);
    void applyPerson(Record &record, const QJsonObject &payload);
    void editPerson(Record &record, const QJsonObject &payload, Row &row);
    void raiseConflict(Record &record, const QString &field, const QJsonValue &ours, const QJsonValue &theirs);
    [[nodiscard]] store::FieldConflict conflictNow(const store::FieldConflict &asRaised) const;
    void applyInteraction(Record &record, const QJsonObject &payload);
    void applyNote(Record &record, const QJsonObject &payload);
    void applyRestrictedItem(Record &record, const QJsonObject &payload);
    [[nodiscard]] bool keepRestricted(domain::Interaction &interaction); // false: an id that is taken
    void applyMergeEvent(Record &record, const QJsonObject &payload);
    // Works out again who is shown, for this record and all that any merge ever joined to it.
    void refreshSamePerson(domain::PersonId record);
    void forgetMergedFields(domain::PersonId record); // after its erasure
    [[nodiscard]] std::vector<QUuid> recordsOf(QUuid record) const;
    // Desks that follow one of these records follow all of them from now on, and get what they have not seen.
    void followRecords(const std::vector<QUuid> &records);
    void noteTalk(const Talk &talk);
    [[nodiscard]] sync::PulledInteraction handOut(const Talk &talk, const QString &token) const;
    void keep(const Record &record);
    void releaseParked();
    void tellDesk(const Record &record);
    void noteChange(domain::PersonId person, std::optional<store::FieldConflict> conflict = {}, QUuid mergeEvent = {},
                    QUuid interaction = {});
    void putChange(Change change);
    [[nodiscard]] qint64 nextChangeNumber();
    // Stands where this history has a change, or at the beginning.
    [[nodiscard]] bool isOurs(sync::Cursor position) const;
    [[nodiscard]] quint64 oldestUnfinished() const; // nothing from here on is handed out yet

    mutable std::mutex m_mutex;
    State m;
    int m_hellos = 0;
    quint64 m_changes = 0; // ever, in whatever history
};

// The entry's payload holds this word: the centre quarantines it.
inline const QByteArray poison = "POISON";
// The entry's payload holds this word: the call as a whole is refused.
inline const QByteArray unspeakable = "UNSPEAKABLE";

} // namespace reeve::test
