// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/central_gateway.h"

#include <QJsonObject>

#include <atomic>
#include <map>
#include <mutex>
#include <set>
#include <vector>

namespace reeve::test {

// The centre as it ought to be, in memory: the same contract as the SQL API, small enough to be read in one go. The
// simulator and the driver's tests run against it. Deterministic: ids come from a counter. Thread-safe.
class ReferenceCentre final
{
public:
    struct Device
    {
        QUuid incarnation;
        QUuid previous; // still good until the new one was used: its reply may have been lost
        QString status = QStringLiteral("active");
    };
    struct Row
    {
        qint64 revision = 0;
        QJsonObject fields;
        std::map<QString, qint64> changedAt; // field -> revision
        bool removed = false;
    };
    struct Record
    {
        store::OutboxEntry entry;
        domain::DeviceId device;
        int timesApplied = 0;
        quint64 transaction = 0;
    };
    struct Change
    {
        sync::Cursor at;
        domain::PersonId person;
        std::optional<store::FieldConflict> conflict;
        std::optional<domain::MergeEvent> mergeEvent = {};
    };
    // All of it: copied for a backup, put back for a restore.
    struct State
    {
        QUuid epoch;
        quint64 transaction = 100;
        quint64 settledHorizon = 0;
        std::map<QString, QString> sessions;  // token -> agent
        std::map<QString, QString> passwords; // agent -> password
        std::map<QUuid, Device> devices;
        std::map<QUuid, Record> records; // by entry id: applied
        std::map<QUuid, Record> quarantine;
        std::map<QUuid, Row> people;
        std::map<QUuid, std::pair<domain::Interaction, QString>> interactions;
        std::map<QUuid, domain::MergeEvent> mergeEvents;
        std::vector<Change> changes;
        quint64 ids = 1;
    };

    ReferenceCentre();

    // --- what a test sets up and looks at
    QString givenSession(const QString &agent);
    void givenAgent(const QString &agent, const QString &password);
    std::pair<domain::DeviceId, QUuid> givenDevice(); // and its first incarnation
    domain::PersonId givenPerson(const QJsonObject &fields);
    void editPerson(domain::PersonId id, const QJsonObject &set);
    void removePerson(domain::PersonId id);
    void givenInteraction(const domain::Interaction &interaction, const QString &agent);
    void setDeviceStatus(domain::DeviceId device, const QString &status);
    void endSessions();
    void settle(); // everything so far is safe
    [[nodiscard]] State backup() const;
    void restore(const State &backup, bool announce); // announce: the run-book opens a new epoch
    [[nodiscard]] int timesApplied(domain::EntryId id) const;
    [[nodiscard]] bool isQuarantined(domain::EntryId id) const;
    [[nodiscard]] std::map<QUuid, QJsonObject> people() const; // not the removed ones
    [[nodiscard]] int helloCount() const;
    [[nodiscard]] qint64 recordCount() const;

    // --- the contract
    [[nodiscard]] Result<sync::EnrolReply> enrol(const QString &agent, const QString &password);
    [[nodiscard]] Result<sync::SignInReply> signIn(const QString &agent, const QString &password);
    [[nodiscard]] Result<sync::HelloReply> hello(const sync::HelloRequest &request);
    [[nodiscard]] Result<sync::PushReply> push(const sync::PushBatch &batch);
    [[nodiscard]] Result<sync::Cursor> changeLogStart(const QString &token, domain::DeviceId device);
    [[nodiscard]] Result<sync::FirstLoadPage> firstLoad(const QString &token, domain::DeviceId device, QUuid after,
                                                        int limit);
    [[nodiscard]] Result<sync::PullPage> pull(const QString &token, domain::DeviceId device, sync::Cursor after,
                                              int limit);
    [[nodiscard]] Result<std::vector<sync::PulledInteraction>> openPerson(const QString &token, domain::DeviceId device,
                                                                          domain::PersonId person);

    Instant now = Instant{std::chrono::milliseconds{1795344120000}}; // set before any thread runs
    bool refusesToAnswerFor = false;                                 // takes a batch, answers for none of it
    std::atomic<bool> takesPoison = false;                           // what it quarantined it would take now

private:
    [[nodiscard]] QUuid nextId();
    [[nodiscard]] Result<> check(const QString &token, domain::DeviceId device, bool reads) const;
    [[nodiscard]] store::EntryOutcome apply(const store::OutboxEntry &entry, domain::DeviceId device,
                                            sync::PushReply &reply);
    [[nodiscard]] store::EntryOutcome applyPerson(const store::OutboxEntry &entry, const QJsonObject &payload,
                                                  sync::PushReply &reply);
    [[nodiscard]] store::EntryOutcome applyMergeEvent(const store::OutboxEntry &entry, const QJsonObject &payload);
    void noteChange(domain::PersonId person, std::optional<store::FieldConflict> conflict = {});

    mutable std::mutex m_mutex;
    State m;
    qint64 m_changeNumber = 0;
    int m_hellos = 0;
};

// The entry's payload holds this word: the centre quarantines it.
inline const QByteArray poison = "POISON";
// The entry's payload holds this word: the call as a whole is refused.
inline const QByteArray unspeakable = "UNSPEAKABLE";

} // namespace reeve::test
