// SPDX-License-Identifier: MIT
#include "core/central/desk_administration.h"

#include "core/base/instant.h"
#include "core/central/administrator.h"
#include "core/crypto/wipe_order.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

constexpr int quarantineLimit = 10'000;

QJsonObject objectOf(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Result<std::vector<QJsonObject>> askForMany(const QString &uri, const crypto::Secret &password, const char *sql,
                                            const Parameters &parameters = {})
{
    auto administrator = Administrator::connect(uri, password);
    if (!administrator)
        return fail(administrator);
    const auto rows = (*administrator)->call(sql, parameters);
    if (!rows)
        return fail(rows);
    std::vector<QJsonObject> objects;
    for (int row = 0; row < rows->count(); ++row)
        objects.push_back(objectOf(rows->bytes(row, 0)));
    return objects;
}

Result<QJsonObject> askForOne(const QString &uri, const crypto::Secret &password, const char *sql,
                              const Parameters &parameters)
{
    const auto objects = askForMany(uri, password, sql, parameters);
    if (!objects)
        return fail(objects);
    if (objects->empty())
        return fail(ErrorCode::NotFound, u"no answer"_s);
    return objects->front();
}

} // namespace

Result<std::vector<QJsonObject>> DeskAdministration::desks() const
{
    return askForMany(m_uri, m_password, "SELECT reeve_api.device_list()");
}

Result<QJsonObject> DeskAdministration::setDeskStatus(domain::DeviceId device, const QString &status,
                                                      const QString &reason) const
{
    return askForOne(m_uri, m_password, "SELECT reeve_api.set_device_status($1, $2, $3)",
                     Parameters().uuid(device.uuid()).text(status).typed(reason));
}

Result<QJsonObject> DeskAdministration::orderWipe(domain::DeviceId device, const crypto::Secret &signingSeed,
                                                  const QString &reason, Instant now) const
{
    auto administrator = Administrator::connect(m_uri, m_password);
    if (!administrator)
        return fail(administrator);
    const auto next =
        (*administrator)
            ->call("SELECT reeve_api.next_wipe_serial($1), reeve_api.signing_key()", Parameters().uuid(device.uuid()));
    if (!next)
        return fail(next);
    const auto publicKey = crypto::signingPublicKeyOf(signingSeed);
    if (!publicKey)
        return fail(publicKey);
    if (publicKey->toHex() != next->bytes(0, 1))
        return fail(ErrorCode::InvalidInput, u"the desks of this centre know another signing key"_s);

    const qint64 serial = next->integer(0, 0);
    const auto order = crypto::signOrder(signingSeed, {device.uuid(), serial}, now);
    if (!order)
        return fail(order);
    ArrayParameter bytes(type::bytea, 2);
    bytes.append(QByteArrayView(order->statement));
    bytes.append(QByteArrayView(order->signature));
    Parameters parameters;
    parameters.uuid(device.uuid()).integer(serial).array(type::byteaArray, bytes).typed(reason);
    const auto ordered =
        (*administrator)->call("SELECT reeve_api.order_wipe($1, $2, ($3)[1], ($3)[2], $4)", parameters);
    if (!ordered)
        return fail(ordered);
    return objectOf(ordered->bytes(0, 0));
}

Result<std::vector<QJsonObject>> DeskAdministration::agents() const
{
    return askForMany(m_uri, m_password, "SELECT reeve_api.agent_list()");
}

Result<QJsonObject> DeskAdministration::setAgentActive(const QString &name, bool isActive, const QString &reason) const
{
    auto administrator = Administrator::connect(m_uri, m_password);
    if (!administrator)
        return fail(administrator);
    const auto changed = (*administrator)
                             ->call("SELECT reeve_api.set_agent_active($1, $2::text = 'yes', $3)",
                                    Parameters().text(name).text(isActive ? u"yes"_s : u"no"_s).typed(reason));
    if (!changed)
        return fail(changed);
    QJsonObject answer = objectOf(changed->bytes(0, 0));
    // Who may not change roles of the server has closed the sessions all the same; then the login stays, and opens
    // nothing.
    const QByteArray role = (*administrator)->connection().quotedName(name);
    const auto login = (*administrator)->execute("ALTER ROLE " + role + (isActive ? " LOGIN" : " NOLOGIN"));
    answer.insert(u"login_changed"_s, login.has_value());
    return answer;
}

Result<std::vector<QJsonObject>> DeskAdministration::quarantine(bool withResolved) const
{
    return askForMany(m_uri, m_password, "SELECT reeve_api.quarantine_list($1::text = 'yes', $2)",
                      Parameters().text(withResolved ? u"yes"_s : u"no"_s).small(quarantineLimit));
}

Result<QJsonObject> DeskAdministration::showQuarantined(domain::EntryId entry, const QString &reason) const
{
    auto shown = askForOne(m_uri, m_password, "SELECT reeve_api.quarantine_show($1, $2)",
                           Parameters().uuid(entry.uuid()).typed(reason));
    if (shown && shown->isEmpty())
        return fail(ErrorCode::NotFound, u"no such entry was put aside"_s);
    return shown;
}

Result<QJsonObject> DeskAdministration::reapply(domain::EntryId entry) const
{
    return askForOne(m_uri, m_password, "SELECT reeve_api.quarantine_reapply($1)", Parameters().uuid(entry.uuid()));
}

Result<QJsonObject> DeskAdministration::mend(domain::EntryId entry, const QByteArray &payload,
                                             const QString &reason) const
{
    return askForOne(m_uri, m_password, "SELECT reeve_api.quarantine_mend($1, $2, $3)",
                     Parameters().uuid(entry.uuid()).typed(payload).typed(reason));
}

Result<QJsonObject> DeskAdministration::reject(domain::EntryId entry, const QString &reason, Waiting waiting) const
{
    const char *const sql = waiting == Waiting::Stays ? "SELECT reeve_api.quarantine_reject($1, $2)"
                                                      : "SELECT reeve_api.quarantine_reject_with_waiting($1, $2)";
    return askForOne(m_uri, m_password, sql, Parameters().uuid(entry.uuid()).typed(reason));
}

Result<QJsonObject> DeskAdministration::confirmRestore(const QString &reason) const
{
    return askForOne(m_uri, m_password, "SELECT reeve_api.confirm_restore($1)", Parameters().typed(reason));
}

Result<std::vector<QJsonObject>> DeskAdministration::verifyAudit() const
{
    return askForMany(
        m_uri, m_password,
        "SELECT jsonb_strip_nulls(jsonb_build_object('chain', chain, 'device', device, 'records', records,"
        " 'whole', first_broken IS NULL, 'first_broken', first_broken, 'what', what))::text"
        " FROM reeve_api.audit_verify()");
}

} // namespace reeve::central
