// SPDX-License-Identifier: MIT
#include "core/central/postgres_gateway.h"

#include "core/central/json_records.h"
#include "core/central/replies.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

// A page of 10,000 people over a slow line.
constexpr std::chrono::milliseconds pageLimit{60'000};

QString version()
{
    return QStringLiteral(REEVE_VERSION);
}

} // namespace

Result<std::unique_ptr<Connection>> PostgresGateway::connectAs(const QString &agent, const crypto::Secret &password)
{
    if (m_unusable)
        return tl::unexpected<Error>(*m_unusable);
    return Connection::open(m_target, {agent.toUtf8(), password}, m_interrupt, m_preferredHost);
}

Result<sync::EnrolReply> PostgresGateway::enrol(const sync::EnrolRequest &request)
{
    auto connection = connectAs(request.agent, request.password);
    if (!connection)
        return fail(connection);
    const auto rows = (*connection)
                          ->call("SELECT reeve_api.enrol_desk($1, $2, $3)",
                                 Parameters().text(request.deskName).small(sync::protocolVersion).text(version()));
    if (!rows)
        return fail(rows);
    return enrolReply(*rows);
}

Result<sync::SignInReply> PostgresGateway::signIn(const QString &agent, const crypto::Secret &password,
                                                  domain::DeviceId device)
{
    auto connection = connectAs(agent, password);
    if (!connection)
        return fail(connection);
    const auto rows =
        (*connection)
            ->call("SELECT reeve_api.sign_in($1, $2)", Parameters().uuid(device.uuid()).small(sync::protocolVersion));
    if (!rows)
        return fail(rows);
    return signInReply(*rows);
}

void PostgresGateway::usePool(const QString &user, const QString &password)
{
    if (m_pool.user == user.toUtf8() && m_pool.password.view() == password.toUtf8())
        return;
    disconnect();
    m_pool = {user.toUtf8(), crypto::Secret(password.toUtf8())};
}

void PostgresGateway::disconnect()
{
    m_connection.reset();
    m_sent.clear();
}

Result<> PostgresGateway::connectPool()
{
    if (m_unusable)
        return tl::unexpected<Error>(*m_unusable);
    if (m_connection && !m_connection->isBroken())
        return {};
    m_connection.reset();
    receiveOutstanding(); // they went down with it
    auto connection = Connection::open(m_target, m_pool, m_interrupt, m_preferredHost);
    if (!connection)
        return fail(connection);
    m_connection = std::move(*connection);
    return {};
}

Result<Rows> PostgresGateway::call(const char *sql, const Parameters &parameters, std::chrono::milliseconds limit)
{
    receiveOutstanding();
    if (const auto connected = connectPool(); !connected)
        return fail(connected);
    auto rows = m_connection->call(sql, parameters, limit);
    if (m_connection->isBroken())
        m_connection.reset();
    return rows;
}

Result<sync::HelloReply> PostgresGateway::hello(const sync::HelloRequest &request)
{
    Parameters parameters;
    parameters.text(request.token).uuid(request.device.uuid()).uuid(request.incarnation).uuid(request.epoch);
    parameters.xid(request.highestTransaction).integer(request.waiting).integer(request.needsAttention);
    parameters.integer(toMilliseconds(request.deviceTime));
    parameters.small(sync::protocolVersion).text(version()).integer(request.newsSeen);
    const auto rows = call("SELECT reeve_api.greet($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)", parameters);
    if (!rows)
        return fail(rows);
    return helloReply(*rows);
}

Result<> PostgresGateway::sendPush(const sync::PushBatch &batch)
{
    if (batch.entries.empty() || m_sent.size() >= static_cast<std::size_t>(maxInFlight))
        return fail(ErrorCode::Internal, u"an empty batch, or too many in flight"_s);
    if (const auto connected = connectPool(); !connected)
        return connected;
    const auto sent =
        m_connection->send("SELECT reeve_api.push_short($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                           pushParameters(batch));
    if (!sent) {
        disconnect();
        return sent;
    }
    Sent outstanding;
    for (const store::OutboxEntry &entry : batch.entries)
        outstanding.sequences.push_back(entry.sequence);
    m_sent.push_back(std::move(outstanding));
    return {};
}

Result<sync::PushReply> PostgresGateway::receive(const std::vector<qint64> &sequences)
{
    if (!m_connection)
        return fail(ErrorCode::Offline, u"the connection was lost"_s);
    const auto rows = m_connection->receive();
    if (!rows)
        return fail(rows);
    return pushReply(*rows, sequences);
}

Result<sync::PushReply> PostgresGateway::receivePush()
{
    if (m_sent.empty())
        return fail(ErrorCode::Internal, u"nothing was pushed"_s);
    const Sent first = std::move(m_sent.front());
    m_sent.pop_front();
    auto reply = first.reply ? *first.reply : receive(first.sequences);
    if (!reply)
        disconnect(); // whatever else is in flight is unknown, and will be sent again
    return reply;
}

void PostgresGateway::receiveOutstanding()
{
    for (Sent &sent : m_sent) {
        if (!sent.reply)
            sent.reply = receive(sent.sequences);
    }
}

Result<sync::Cursor> PostgresGateway::changeLogStart(const QString &token, domain::DeviceId device)
{
    const auto rows =
        call("SELECT * FROM reeve_api.change_log_start($1, $2)", Parameters().text(token).uuid(device.uuid()));
    if (!rows)
        return fail(rows);
    if (rows->count() == 0)
        return sync::Cursor{};
    return sync::Cursor{rows->xid(0, 0), rows->integer(0, 1)};
}

Result<sync::FirstLoadPage> PostgresGateway::firstLoad(const QString &token, domain::DeviceId device, QUuid after,
                                                       int limit)
{
    Parameters parameters;
    parameters.text(token).uuid(device.uuid()).uuidOrZero(after).small(limit);
    const auto rows = call("SELECT * FROM reeve_api.first_load($1, $2, $3, $4)", parameters, pageLimit);
    if (!rows)
        return fail(rows);
    sync::FirstLoadPage page = firstLoadPage(*rows, after, limit);

    Parameters range;
    range.text(token).uuid(device.uuid()).uuidOrZero(after).uuid(page.isLast ? QUuid() : page.lastId);
    const auto events = call("SELECT * FROM reeve_api.merge_events($1, $2, $3, $4)", range, pageLimit);
    if (!events)
        return fail(events);
    for (int row = 0; row < events->count(); ++row) {
        if (auto event = mergeEventFrom(events->bytes(row, 0)))
            page.mergeEvents.push_back(std::move(*event));
    }
    const auto conflicts = call("SELECT * FROM reeve_api.open_conflicts($1, $2, $3, $4)", range, pageLimit);
    if (!conflicts)
        return fail(conflicts);
    for (int row = 0; row < conflicts->count(); ++row) {
        if (auto conflict = conflictFrom(QJsonDocument::fromJson(conflicts->bytes(row, 0)).object()))
            page.conflicts.push_back(std::move(*conflict));
    }
    return page;
}

Result<sync::PullPage> PostgresGateway::pull(const QString &token, domain::DeviceId device, sync::Cursor after,
                                             int limit)
{
    Parameters parameters;
    parameters.text(token).uuid(device.uuid()).xid(after.transaction).integer(after.number).small(limit);
    const auto rows = call("SELECT * FROM reeve_api.pull($1, $2, $3, $4, $5)", parameters, pageLimit);
    if (!rows)
        return fail(rows);
    return pullPage(*rows, after);
}

Result<std::vector<sync::PulledInteraction>> PostgresGateway::openPerson(const QString &token, domain::DeviceId device,
                                                                         domain::PersonId person)
{
    const auto rows = call("SELECT * FROM reeve_api.open_person($1, $2, $3)",
                           Parameters().text(token).uuid(device.uuid()).uuid(person.uuid()));
    if (!rows)
        return fail(rows);
    return pulledInteractions(*rows);
}

Result<sync::RestrictedContent> PostgresGateway::reveal(const QString &token, domain::DeviceId device,
                                                        domain::RestrictedItemId item, const QString &reason)
{
    const auto rows = call("SELECT * FROM reeve_api.reveal($1, $2, $3, $4)",
                           Parameters().text(token).uuid(device.uuid()).uuid(item.uuid()).text(reason));
    if (!rows)
        return fail(rows);
    return restrictedContent(*rows);
}

Result<> PostgresGateway::deliverAudit(const QString &token, domain::DeviceId device,
                                       const std::vector<store::AuditRecord> &records)
{
    const auto size = static_cast<qsizetype>(records.size());
    ArrayParameter numbers(type::int8, size);
    ArrayParameter previous(type::bytea, size);
    ArrayParameter hashes(type::bytea, size);
    ArrayParameter texts(type::text, size);
    for (const store::AuditRecord &record : records) {
        numbers.append(record.number);
        previous.append(QByteArrayView(record.previous));
        hashes.append(QByteArrayView(record.hash));
        texts.append(QByteArrayView(record.record));
    }
    Parameters parameters;
    parameters.text(token).uuid(device.uuid()).array(type::int8Array, numbers).array(type::byteaArray, previous);
    parameters.array(type::byteaArray, hashes).array(type::textArray, texts);
    const auto rows = call("SELECT reeve_api.deliver_audit($1, $2, $3, $4, $5, $6)", parameters);
    if (!rows)
        return fail(rows);
    return {};
}

Result<std::optional<crypto::SignedOrder>> PostgresGateway::wipeOrder(domain::DeviceId device)
{
    const auto rows = call("SELECT reeve_api.wipe_order($1)", Parameters().uuid(device.uuid()));
    if (!rows)
        return fail(rows);
    if (rows->count() == 0 || rows->isNull(0, 0))
        return std::nullopt;
    return signedOrder(QJsonDocument::fromJson(rows->bytes(0, 0)).object());
}

namespace {

// One word, or none.
Result<QString> wordIn(const Result<Rows> &rows)
{
    if (!rows)
        return fail(rows);
    return rows->count() == 0 || rows->isNull(0, 0) ? QString() : QString::fromLatin1(rows->bytes(0, 0));
}

} // namespace

Result<QString> PostgresGateway::closedAs(domain::DeviceId device)
{
    return wordIn(call("SELECT reeve_api.closed_as($1)", Parameters().uuid(device.uuid())));
}

Result<QString> PostgresGateway::sessionClosedAs(const QString &token, domain::DeviceId device)
{
    return wordIn(call("SELECT reeve_api.session_closed_as($1, $2)", Parameters().text(token).uuid(device.uuid())));
}

Result<> PostgresGateway::reportWiped(domain::DeviceId device, QUuid incarnation, qint64 serial, qint64 unsent)
{
    auto rows = call("SELECT reeve_api.report_wipe($1, $2, $3, $4)",
                     Parameters().uuid(device.uuid()).uuid(incarnation).integer(serial).integer(unsent));
    if (!rows && rows.error().code == ErrorCode::CentralTooOld) // one that does not tell copies apart
        rows = call("SELECT reeve_api.report_wiped($1, $2, $3)",
                    Parameters().uuid(device.uuid()).integer(serial).integer(unsent));
    if (!rows)
        return fail(rows);
    return {};
}

Result<std::unique_ptr<sync::CentralGateway>> openGateway(const QString &uri)
{
    auto target = Target::parse(uri);
    if (!target)
        return fail(target);
    return std::make_unique<PostgresGateway>(std::move(*target));
}

std::unique_ptr<sync::CentralGateway> makeGateway(const QString &uri)
{
    auto gateway = openGateway(uri);
    if (!gateway)
        return std::make_unique<PostgresGateway>(gateway.error());
    return std::move(*gateway);
}

} // namespace reeve::central
