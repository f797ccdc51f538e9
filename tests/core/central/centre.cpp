// SPDX-License-Identifier: MIT
#include "tests/core/central/centre.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::test {

Centre::Centre() : m_server(postgres())
{
    static const Centre original(postgres());
    static int copies = 0;
    m_setup = original.m_setup;
    m_database = u"centre_%1"_s.arg(++copies);
    m_uri = m_server.uri(m_database);
    (void)m_server.sql(u"postgres"_s, u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(m_database, original.m_database));
}

Centre::Centre(PostgresServer &server) : m_server(server), m_uri(server.createDatabase())
{
    m_database = m_uri.section(u'/', -1);
    auto setup = central::initCentral(m_uri, superuserPassword());
    REQUIRE(setup);
    m_setup = std::move(*setup);
    using domain::Role;
    const std::vector<std::pair<QString, domain::Roles>> agents = {
        {u"asha"_s, {Role::Handler}},
        {u"sam"_s, {Role::Handler, Role::Supervisor}},
        {u"dpo"_s, {Role::DataProtectionOfficer}},
    };
    for (const auto &[name, roles] : agents)
        REQUIRE(central::addAgent(m_uri, superuserPassword(), name, name, roles, passwordOf(name)));
}

QString Centre::takePicture() const
{
    static int pictures = 0;
    const QString name = u"picture_%1"_s.arg(++pictures);
    (void)m_server.sql(
        u"postgres"_s,
        u"SELECT pg_terminate_backend(pid, 5000) FROM pg_stat_activity WHERE datname = '%1'"_s.arg(m_database));
    (void)m_server.sql(u"postgres"_s, u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(name, m_database));
    return name;
}

void Centre::putBack(const QString &picture) const
{
    (void)m_server.sql(u"postgres"_s, u"DROP DATABASE %1 WITH (FORCE)"_s.arg(m_database));
    (void)m_server.sql(u"postgres"_s, u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(m_database, picture));
}

crypto::Secret Centre::passwordOf(const QString &agent)
{
    return crypto::Secret((agent + agent + agent).toUtf8());
}

crypto::Secret Centre::superuserPassword() const
{
    return crypto::Secret(m_server.password().toUtf8());
}

TestDesk::TestDesk(const Centre &centre, const QString &who)
    : agent(who),
      m_ids(m_clock),
      m_gateway(central::makeGateway(centre.server().uri(centre.database(), u"nobody"_s)))
{
    auto reply = m_gateway->enrol({agent, Centre::passwordOf(agent), u"Desk 1"_s});
    REQUIRE(reply);
    enrolment = std::move(*reply);
    token = enrolment.session.token;
    device = enrolment.device;
    incarnation = enrolment.incarnation;
    m_gateway->usePool(enrolment.poolUser, enrolment.poolPassword);
    REQUIRE(hello());
}

Result<sync::HelloReply> TestDesk::hello()
{
    auto reply = m_gateway->hello({token, device, incarnation, epoch, highest, 0, 0, m_clock.now()});
    if (reply) {
        device = reply->device;
        incarnation = reply->incarnation;
        epoch = reply->epoch;
        highest = reply->highestTransaction;
    }
    return reply;
}

Result<sync::PushReply> TestDesk::push(std::vector<store::OutboxEntry> entries)
{
    if (const auto sent = m_gateway->sendPush({token, device, incarnation, std::move(entries)}); !sent)
        return fail(sent);
    return m_gateway->receivePush();
}

Result<sync::PullPage> TestDesk::pull(int limit)
{
    auto page = m_gateway->pull(token, device, cursor, limit);
    if (page)
        cursor = page->next;
    return page;
}

store::OutboxEntry TestDesk::entry(store::EntryKind kind, const QByteArray &payload, qint64 base)
{
    store::OutboxEntry made;
    made.sequence = ++m_sequence;
    made.id = m_ids.next<domain::EntryTag>();
    made.kind = kind;
    made.baseRevision = base;
    made.payload = payload;
    made.agent = agent;
    made.deviceTime = m_clock.now();
    return made;
}

store::OutboxEntry TestDesk::personCreated(domain::PersonId id, const QJsonObject &fields)
{
    return entry(store::EntryKind::PersonCreated,
                 QJsonDocument({{u"id"_s, id.toString()}, {u"fields"_s, fields}}).toJson(QJsonDocument::Compact));
}

store::OutboxEntry TestDesk::personEdited(domain::PersonId id, qint64 base, const QJsonObject &set,
                                          const QJsonObject &was, const QString &conflict)
{
    QJsonObject json{{u"id"_s, id.toString()}, {u"set"_s, set}, {u"was"_s, was}};
    if (!conflict.isEmpty())
        json.insert(u"conflict"_s, conflict);
    return entry(store::EntryKind::PersonEdited, QJsonDocument(json).toJson(QJsonDocument::Compact), base);
}

store::OutboxEntry TestDesk::logged(const domain::Interaction &interaction)
{
    return entry(store::EntryKind::InteractionLogged,
                 QJsonDocument(toJson(interaction)).toJson(QJsonDocument::Compact));
}

store::OutboxEntry TestDesk::noteAdded(domain::InteractionId interaction, const QString &text)
{
    const QJsonObject json{{u"interaction"_s, interaction.toString()},
                           {u"id"_s, m_ids.next<domain::NoteTag>().toString()},
                           {u"text"_s, text},
                           {u"written_at"_s, toRfc3339(m_clock.now())}};
    return entry(store::EntryKind::NoteAdded, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

domain::Interaction TestDesk::interaction(std::optional<domain::PersonId> person, const QString &note)
{
    domain::Interaction made;
    made.id = m_ids.next<domain::InteractionTag>();
    made.person = person;
    made.startedAt = m_clock.now();
    made.endedAt = m_clock.now() + std::chrono::minutes{3};
    made.reasons = {u"lgsl:57"_s};
    made.disposition = u"resolved"_s;
    made.notes.push_back({m_ids.next<domain::NoteTag>(), note, m_clock.now()});
    return made;
}

} // namespace reeve::test
