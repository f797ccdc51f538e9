// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "core/domain/role.h"
#include "core/store/connection.h"

#include <optional>
#include <vector>

namespace reeve::store {

// Who this desk is, and how far it has come with the centre. One row.
struct DeskState
{
    domain::DeviceId device;
    QString deskName;   // "Desk 14"
    QString centralUri; // libpq URI without user and password
    QString poolUser;   // the login role of sync traffic, handed out at enrolment
    QString poolPassword;
    QByteArray councilPublicKey;
    QUuid incarnation;             // required at the next hello
    QUuid epoch;                   // of the centre; null before the first hello
    quint64 cursorTransaction = 0; // how far the change log was read: (xid8, n)
    qint64 cursorNumber = 0;
    quint64 highestTransaction = 0; // highest position of the centre ever seen, for noticing a restore
    bool isFirstLoadDone = false;
    QUuid firstLoadAfter;        // the last person of the first load so far
    quint64 firstLoadCursor = 0; // where the change log is followed from, after it
    quint64 settledHorizon = 0;
    qint64 skew = 0;                   // centre minus desk, milliseconds
    qint64 herdSpreadMs = 5000;        // announced by the centre, for the first reconnect after an outage
    std::optional<Instant> lastSyncAt; // last time everything due was exchanged
    QString deviceStatus = QStringLiteral("active");
};

// A session at the centre. The token is a secret of the agent; it lies in the encrypted store only.
struct CentralSession
{
    QString agent;
    QString token;
    Instant expiresAt;
};

// Runs inside the caller's transaction.
class DeskRepository final
{
public:
    explicit DeskRepository(Connection &connection) noexcept : m_connection(connection) {}

    // NotFound before enrolment.
    [[nodiscard]] Result<DeskState> state() const;
    // Of that state: asked for with every entry. 0 while this desk is not enrolled.
    [[nodiscard]] Result<qint64> skew() const;
    [[nodiscard]] Result<> setState(const DeskState &state) const;

    [[nodiscard]] Result<std::optional<CentralSession>> session(const QString &agent) const;
    // Any session on this desk that has not expired: a colleague's may deliver.
    [[nodiscard]] Result<std::optional<CentralSession>> anySession(Instant now) const;
    [[nodiscard]] Result<> setSession(const CentralSession &session) const;
    [[nodiscard]] Result<> dropSession(const QString &agent) const;

    // Roles as last told by the centre, so that they hold offline.
    [[nodiscard]] Result<domain::Roles> roles(const QString &agent) const;
    [[nodiscard]] Result<> setRoles(const QString &agent, const domain::Roles &roles) const;
    [[nodiscard]] Result<QString> displayName(const QString &agent) const; // the login name when not told
    [[nodiscard]] Result<> setDisplayName(const QString &agent, const QString &name) const;

    // A small setting of one agent on this desk (language, theme, density …). Empty when not set.
    [[nodiscard]] Result<QString> setting(const QString &agent, const QString &name) const;
    [[nodiscard]] Result<> setSetting(const QString &agent, const QString &name, const QString &value) const;

    // Whether its people are made up, as the first of them says; false while there is nobody.
    [[nodiscard]] Result<bool> hasSamplePeople() const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
