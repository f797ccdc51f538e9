// SPDX-License-Identifier: MIT
#include "tests/core/store/test_desk.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <sqlite3.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::test {

namespace {

const crypto::Secret &passphrase()
{
    static const crypto::Secret secret(QByteArrayView("a passphrase of the test"));
    return secret;
}

} // namespace

TestDesk::TestDesk()
{
    const QString folder = m_folder.filePath(u"store"_s);
    store::Store::NewStore request;
    request.folder = folder;
    request.agentName = u"asha"_s;
    request.passphrase = passphrase();
    request.cost = {8ULL << 20, 1};
    REQUIRE(store::Store::create(request));
    auto opened = store::Store::open(folder, u"asha"_s, passphrase(), m_clock);
    REQUIRE(opened);
    m_store = std::move(*opened);
    m_database = folder + u"/reeve.db"_s;
    auto connection = store::Connection::open(m_database, store::Connection::Access::ReadWrite);
    REQUIRE(connection);
    m_connection = std::move(*connection);
}

qint64 TestDesk::number(const QString &sql) const
{
    const auto value = m_connection->integerOf(sql);
    REQUIRE(value);
    return *value;
}

QByteArray TestDesk::contentOfTables(const QStringList &except) const
{
    sqlite3 *database = nullptr;
    REQUIRE(sqlite3_open_v2(m_database.toUtf8().constData(), &database, SQLITE_OPEN_READWRITE, "reeve") == SQLITE_OK);
    const auto eachRow = [&](const QByteArray &sql, const auto &read) {
        sqlite3_stmt *statement = nullptr;
        REQUIRE(sqlite3_prepare_v2(database, sql.constData(), -1, &statement, nullptr) == SQLITE_OK);
        while (sqlite3_step(statement) == SQLITE_ROW)
            read(statement);
        sqlite3_finalize(statement);
    };
    QList<QByteArray> tables;
    eachRow("SELECT name FROM sqlite_schema WHERE type = 'table'", [&](sqlite3_stmt *row) {
        tables << QByteArray(static_cast<const char *>(sqlite3_column_blob(row, 0)), sqlite3_column_bytes(row, 0));
    });
    QByteArray content;
    for (const QByteArray &table : std::as_const(tables)) {
        if (except.contains(QString::fromUtf8(table)))
            continue;
        eachRow("SELECT * FROM " + table, [&](sqlite3_stmt *row) {
            for (int column = 0; column < sqlite3_column_count(row); ++column)
                content += QByteArray(static_cast<const char *>(sqlite3_column_blob(row, column)),
                                      sqlite3_column_bytes(row, column)) +
                           '\n';
        });
    }
    sqlite3_close(database);
    return content;
}

QByteArray TestDesk::bytesOfDatabase() const
{
    sqlite3 *database = nullptr;
    REQUIRE(sqlite3_open_v2(m_database.toUtf8().constData(), &database, SQLITE_OPEN_READWRITE, "reeve") == SQLITE_OK);
    sqlite3_int64 size = 0;
    unsigned char *bytes = sqlite3_serialize(database, "main", &size, 0);
    REQUIRE(bytes != nullptr);
    const QByteArray whole(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    sqlite3_free(bytes);
    sqlite3_close(database);
    return whole;
}

domain::Person personNamed(IdSource &ids, const QString &given, const QString &family)
{
    domain::Person person;
    person.id = ids.next<domain::PersonTag>();
    person.name.given = given;
    person.name.family = family;
    return person;
}

domain::Person joanHayward(IdSource &ids)
{
    domain::Person person = personNamed(ids, u"Joan"_s, u"O'Brien-Hayward"_s);
    person.name.title = u"Mrs"_s;
    person.name.middle = u"Élise"_s;
    person.knownAs = u"Jo-Jo"_s;
    person.formerNames.push_back({u"f1"_s, {{}, u"Joan"_s, {}, u"Castleton"_s}});
    person.dateOfBirth = *domain::PartialDate::parseIso(u"1979-06-21");
    person.contactPoints.push_back(
        {u"c1"_s, domain::ContactKind::Phone, u"07700 900123"_s, u"+447700900123"_s, u"mobile"_s, true, true, {}});
    person.contactPoints.push_back({u"c2"_s,
                                    domain::ContactKind::Email,
                                    u"Joan.Hayward@example.org"_s,
                                    u"joan.hayward@example.org"_s,
                                    {},
                                    false,
                                    true,
                                    {}});
    person.addresses.push_back({u"a1"_s,
                                domain::AddressUse::Home,
                                u"12 Łódź Street, Exampleton"_s,
                                u"EX1 1AA"_s,
                                qint64{100012345678},
                                {},
                                {},
                                {}});
    person.externalId = u"P0001234"_s;
    person.externalReferences.push_back({u"r1"_s, u"housing"_s, u"HB-77812"_s});
    person.paymentReferences.push_back({u"p1"_s, u"council_tax"_s, u"80012345"_s, {}});
    person.nhsNumber = u"9990000018"_s;
    person.niNumber = u"QQ123456C"_s;
    return person;
}

store::OutboxEntry editEntry(IdSource &ids, domain::PersonId person, const QString &field, const QString &value,
                             qint64 baseRevision)
{
    store::OutboxEntry entry;
    entry.id = ids.next<domain::EntryTag>();
    entry.kind = store::EntryKind::PersonEdited;
    entry.aggregate = person.uuid();
    entry.person = person.uuid();
    entry.baseRevision = baseRevision;
    entry.agent = u"asha"_s;
    entry.payload = QJsonDocument(QJsonObject{{u"id"_s, person.toString()},
                                              {u"set"_s, QJsonObject{{field, value}}},
                                              {u"was"_s, QJsonObject{{field, QJsonValue::Null}}}})
                        .toJson(QJsonDocument::Compact);
    return entry;
}

} // namespace reeve::test
