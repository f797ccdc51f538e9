// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/id.h"
#include "core/central/administration.h"
#include "core/central/postgres_gateway.h"
#include "tests/support/postgres.h"
#include "tests/support/result_printing.h"
#include "tests/support/test_clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace reeve::test {

// A fresh central database with agents: asha (handler), sam (supervisor), dpo (data protection officer).
// Their password is their name, twice.
class Centre final
{
public:
    Centre();                                // a copy of one that was set up once: quick
    explicit Centre(PostgresServer &server); // set up in that server

    [[nodiscard]] const QString &uri() const { return m_uri; }
    [[nodiscard]] const QString &database() const { return m_database; }
    [[nodiscard]] QString uriAs(const QString &user) const { return m_server.uri(m_database, user); }
    [[nodiscard]] QString sql(const QString &statements) const { return m_server.sql(m_database, statements); }
    [[nodiscard]] PostgresServer &server() const { return m_server; }
    [[nodiscard]] const central::CentralSetup &setup() const { return m_setup; }
    // A picture of the whole database, and going back to one: what the desks know of their transactions stays true in
    // the server, which goes on counting, as if others had been at work. All connections end.
    [[nodiscard]] QString takePicture() const; // its name
    void putBack(const QString &picture) const;
    [[nodiscard]] static crypto::Secret passwordOf(const QString &agent);
    [[nodiscard]] crypto::Secret superuserPassword() const;

private:
    PostgresServer &m_server;
    QString m_uri;
    QString m_database;
    central::CentralSetup m_setup;
};

// One desk of it: enrolled, greeted, numbering its entries.
class TestDesk final
{
public:
    explicit TestDesk(const Centre &centre, const QString &agent = QStringLiteral("asha"));

    [[nodiscard]] Result<sync::HelloReply> hello(); // as the driver does: takes over what it is told
    [[nodiscard]] Result<sync::PushReply> push(std::vector<store::OutboxEntry> entries);
    [[nodiscard]] Result<sync::PullPage> pull(int limit = 1000); // and moves on

    [[nodiscard]] store::OutboxEntry entry(store::EntryKind kind, const QByteArray &payload, qint64 base = 0);
    [[nodiscard]] store::OutboxEntry personCreated(domain::PersonId id, const QJsonObject &fields);
    [[nodiscard]] store::OutboxEntry personEdited(domain::PersonId id, qint64 base, const QJsonObject &set,
                                                  const QJsonObject &was, const QString &conflict = {});
    [[nodiscard]] store::OutboxEntry logged(const domain::Interaction &interaction);
    [[nodiscard]] store::OutboxEntry noteAdded(domain::InteractionId interaction, const QString &text);
    [[nodiscard]] domain::Interaction interaction(std::optional<domain::PersonId> person = {},
                                                  const QString &note = QStringLiteral("asked about bins"));

    sync::CentralGateway &gateway() { return *m_gateway; }
    IdSource &ids() { return m_ids; }

    sync::EnrolReply enrolment;
    QString agent;
    QString token;
    domain::DeviceId device;
    QUuid incarnation;
    QUuid epoch;
    quint64 highest = 0;
    sync::Cursor cursor;

private:
    TestClock m_clock;
    IdSource m_ids;
    std::unique_ptr<sync::CentralGateway> m_gateway;
    qint64 m_sequence = 0;
};

} // namespace reeve::test
