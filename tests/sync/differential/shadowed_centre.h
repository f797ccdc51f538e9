// SPDX-License-Identifier: MIT
#pragma once

#include "core/central/connection.h"
#include "tests/core/central/centre.h"
#include "tests/sync/reference/reference_centre.h"

#include <QStringList>

namespace reeve::test {

// The centre in memory with the real one in its shadow: every call goes to both, the desk gets the answer of the one
// in memory, and both answers must say the same. Ids that each makes up for itself are translated.
class ShadowedCentre final : public ReferenceCentre
{
public:
    ShadowedCentre();
    ~ShadowedCentre() override;

    QString givenSession(const QString &agent, domain::DeviceId device) override;
    std::pair<domain::DeviceId, QUuid> givenDevice() override;
    domain::PersonId givenPerson(const QJsonObject &fields) override;
    void editPerson(domain::PersonId id, const QJsonObject &set) override;
    void removePerson(domain::PersonId id) override;
    void decideConflicts(Instant raisedBefore) override;
    void setDeviceStatus(domain::DeviceId device, const QString &status) override;
    void endSession(const QString &token) override;
    void openEpoch() override;
    [[nodiscard]] State backup() override; // of both
    void restore(const State &backup, bool announce) override;
    void confirm() override;

    [[nodiscard]] Result<sync::HelloReply> hello(const sync::HelloRequest &request) override;
    [[nodiscard]] Result<sync::PushReply> push(const sync::PushBatch &batch) override;
    [[nodiscard]] Result<sync::Cursor> changeLogStart(const QString &token, domain::DeviceId device) override;
    [[nodiscard]] Result<sync::FirstLoadPage> firstLoad(const QString &token, domain::DeviceId device, QUuid after,
                                                        int limit) override;
    [[nodiscard]] Result<sync::PullPage> pull(const QString &token, domain::DeviceId device, sync::Cursor after,
                                              int limit) override;

    [[nodiscard]] Result<std::vector<sync::PulledInteraction>> openPerson(const QString &token, domain::DeviceId device,
                                                                          domain::PersonId person) override;
    [[nodiscard]] Result<sync::RestrictedContent> reveal(const QString &token, domain::DeviceId device,
                                                         domain::RestrictedItemId item, const QString &reason) override;

    // Everything in both, row by row.
    void compareAll();
    [[nodiscard]] const QStringList &differences() const { return m_differences; }
    [[nodiscard]] qint64 calls() const { return m_calls; }

private:
    template <typename T>
    [[nodiscard]] bool sameEnd(const char *call, const Result<T> &here, const Result<T> &there);
    void differs(const QString &what);
    [[nodiscard]] domain::DeviceId real(domain::DeviceId device) const;
    [[nodiscard]] QString realToken(const QString &token, domain::DeviceId device);
    // At the real centre, as the superuser.
    central::Connection &administrator();
    void execute(const QString &statements);
    [[nodiscard]] QString value(const QString &query);
    // The real position of that transaction here, or of the last one before it.
    [[nodiscard]] sync::Cursor realPosition(sync::Cursor here);
    void tellWhetherTooNew();
    void noteTransaction(); // the last one here is the last one in the real log
    void comparePeople(const std::vector<store::PulledPerson> &people);
    void compareMerges(const std::vector<domain::MergeEvent> &events);
    void compareNews(const std::vector<store::EntryNews> &here, const std::vector<store::EntryNews> &there);
    void compareTalks(const char *call, const QString &token, const std::vector<sync::PulledInteraction> &talks);

    Centre m_real;
    std::unique_ptr<sync::CentralGateway> m_gateway;
    std::map<QUuid, QUuid> m_ids; // device, incarnation, epoch: here -> there
    std::map<QString, QString> m_tokens;
    std::map<sync::Cursor, sync::Cursor> m_positions; // in the log: here -> there
    std::map<quint64, quint64> m_transactions;        // of the history that counts: here -> there
    std::map<quint64, QString> m_pictures;            // of the real centre
    central::Interrupt m_interrupt;
    std::unique_ptr<central::Connection> m_administrator;
    std::optional<bool> m_isToldTooNew;
    Ids m_appliedAtOnce; // entries that were parked here, and were not there
    QStringList m_differences;
    qint64 m_calls = 0;
};

} // namespace reeve::test
