// SPDX-License-Identifier: MIT
#include "core/store/desk_repository.h"

#include "core/store/row_values.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// Of session_of_agent and session_any.
CentralSession readSession(const Statement &row)
{
    return {row.text(0), row.text(1), fromMilliseconds(row.integer(2))};
}

} // namespace

Result<DeskState> DeskRepository::state() const
{
    auto row = m_connection.prepare(u"desk_state");
    if (!row)
        return fail(row);
    const Result<bool> hasRow = row->step();
    if (!hasRow)
        return fail(hasRow);
    if (!*hasRow)
        return fail(ErrorCode::NotFound, u"this desk is not enrolled"_s);

    DeskState state;
    state.device = readId<domain::DeviceId>(*row, 0);
    state.deskName = row->text(1);
    state.centralUri = row->text(2);
    state.poolUser = row->text(3);
    state.poolPassword = row->text(4);
    state.councilPublicKey = row->bytes(5);
    state.incarnation = readUuid(*row, 6);
    state.epoch = readUuid(*row, 7);
    state.cursorTransaction = static_cast<quint64>(row->integer(8));
    state.cursorNumber = row->integer(9);
    state.highestTransaction = static_cast<quint64>(row->integer(10));
    state.isFirstLoadDone = row->integer(11) != 0;
    state.firstLoadAfter = readUuid(*row, 12);
    state.firstLoadCursor = static_cast<quint64>(row->integer(13));
    state.settledHorizon = static_cast<quint64>(row->integer(14));
    state.skew = row->integer(15);
    state.herdSpreadMs = row->integer(16);
    state.lastSyncAt = readInstant(*row, 17);
    state.deviceStatus = row->text(18);
    return state;
}

Result<qint64> DeskRepository::skew() const
{
    auto statement = m_connection.prepare(u"desk_skew");
    if (!statement)
        return fail(statement);
    const auto skew = readOptional(*statement, [](const Statement &row) { return row.integer(0); });
    if (!skew)
        return fail(skew);
    return skew->value_or(0);
}

Result<> DeskRepository::setState(const DeskState &state) const
{
    auto row = m_connection.prepare(u"desk_set_state");
    if (!row)
        return fail(row);
    bindId(*row, u":device", state.device);
    row->bind(u":desk_name", state.deskName);
    row->bind(u":central_uri", state.centralUri);
    row->bind(u":pool_user", state.poolUser);
    row->bind(u":pool_password", state.poolPassword);
    row->bind(u":council_public_key", state.councilPublicKey);
    bindUuid(*row, u":incarnation", state.incarnation);
    bindUuid(*row, u":epoch", state.epoch);
    row->bind(u":cursor_transaction", static_cast<qint64>(state.cursorTransaction));
    row->bind(u":cursor_number", state.cursorNumber);
    row->bind(u":highest_transaction", static_cast<qint64>(state.highestTransaction));
    row->bind(u":is_first_load_done", qint64{state.isFirstLoadDone ? 1 : 0});
    bindUuid(*row, u":first_load_after", state.firstLoadAfter);
    row->bind(u":first_load_cursor", static_cast<qint64>(state.firstLoadCursor));
    row->bind(u":settled_horizon", static_cast<qint64>(state.settledHorizon));
    row->bind(u":skew", state.skew);
    row->bind(u":herd_spread_ms", state.herdSpreadMs);
    bindInstant(*row, u":last_sync_at", state.lastSyncAt);
    row->bind(u":device_status", state.deviceStatus);
    return runOnly(*row);
}

Result<std::optional<CentralSession>> DeskRepository::session(const QString &agent) const
{
    auto statement = m_connection.prepare(u"session_of_agent");
    if (!statement)
        return fail(statement);
    statement->bind(u":agent", agent);
    return readOptional(*statement, readSession);
}

Result<std::optional<CentralSession>> DeskRepository::anySession(Instant now) const
{
    auto statement = m_connection.prepare(u"session_any");
    if (!statement)
        return fail(statement);
    statement->bind(u":now", toMilliseconds(now));
    return readOptional(*statement, readSession);
}

Result<> DeskRepository::setSession(const CentralSession &session) const
{
    auto statement = m_connection.prepare(u"session_set");
    if (!statement)
        return fail(statement);
    statement->bind(u":agent", session.agent);
    statement->bind(u":token", session.token);
    statement->bind(u":expires_at", toMilliseconds(session.expiresAt));
    return runOnly(*statement);
}

Result<> DeskRepository::dropSession(const QString &agent) const
{
    auto statement = m_connection.prepare(u"session_drop");
    if (!statement)
        return fail(statement);
    statement->bind(u":agent", agent);
    return runOnly(*statement);
}

Result<domain::Roles> DeskRepository::roles(const QString &agent) const
{
    auto statement = m_connection.prepare(u"agent_by_login");
    if (!statement)
        return fail(statement);
    statement->bind(u":login", agent);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);

    domain::Roles roles;
    if (!*hasRow)
        return roles;
    for (const QString &code : statement->text(1).split(u' ', Qt::SkipEmptyParts)) {
        // A role that this version does not know gives no rights here.
        if (const Result<domain::Role> role = domain::parseRole(code))
            roles.insert(*role);
    }
    return roles;
}

Result<> DeskRepository::setRoles(const QString &agent, const domain::Roles &roles) const
{
    QStringList codes;
    for (const domain::Role role : roles)
        codes << domain::toCode(role);

    auto statement = m_connection.prepare(u"agent_set_roles");
    if (!statement)
        return fail(statement);
    statement->bind(u":login", agent);
    statement->bind(u":roles", codes.join(u' '));
    return runOnly(*statement);
}

Result<QString> DeskRepository::displayName(const QString &agent) const
{
    auto statement = m_connection.prepare(u"agent_by_login");
    if (!statement)
        return fail(statement);
    statement->bind(u":login", agent);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    const QString name = *hasRow ? statement->text(0) : QString();
    return name.isEmpty() ? agent : name;
}

Result<> DeskRepository::setDisplayName(const QString &agent, const QString &name) const
{
    auto statement = m_connection.prepare(u"agent_set_display_name");
    if (!statement)
        return fail(statement);
    statement->bind(u":login", agent);
    statement->bind(u":display_name", name);
    return runOnly(*statement);
}

Result<QString> DeskRepository::setting(const QString &agent, const QString &name) const
{
    auto statement = m_connection.prepare(u"agent_setting");
    if (!statement)
        return fail(statement);
    statement->bind(u":agent", agent);
    statement->bind(u":name", name);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    return *hasRow ? statement->text(0) : QString();
}

Result<> DeskRepository::setSetting(const QString &agent, const QString &name, const QString &value) const
{
    auto statement = m_connection.prepare(u"agent_set_setting");
    if (!statement)
        return fail(statement);
    statement->bind(u":agent", agent);
    statement->bind(u":name", name);
    statement->bind(u":value", value);
    return runOnly(*statement);
}

Result<bool> DeskRepository::hasSamplePeople() const
{
    auto statement = m_connection.prepare(u"person_first");
    if (!statement)
        return fail(statement);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    return *hasRow && QJsonDocument::fromJson(readJson(*statement, 0)).object().value(u"is_demo"_s).toBool();
}

} // namespace reeve::store
