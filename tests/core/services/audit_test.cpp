// SPDX-License-Identifier: MIT
// What a desk writes down about what is done on it: offline, chained, and not to be changed unnoticed.
#include "core/services/privacy/privacy_service.h"

#include "tests/core/services/desk_folder.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

std::optional<store::AuditBreak> firstBreak(const DeskFolder &folder)
{
    const auto broken =
        folder.write([](store::Connection &connection) { return store::AuditTrail(connection).firstBreak(); });
    REQUIRE(broken);
    return *broken;
}

// Somebody who owns the store's key, and so is not held by its triggers.
void tamper(const DeskFolder &folder, const QString &statement)
{
    REQUIRE(folder.write([&](store::Connection &connection) -> Result<> {
        for (const QString &trigger : {u"audit_is_not_changed"_s, u"audit_is_not_deleted"_s}) {
            if (const auto dropped = connection.execute(u"DROP TRIGGER "_s + trigger); !dropped)
                return dropped;
        }
        return connection.execute(statement);
    }));
}

} // namespace

TEST_CASE("signing in, writing and reading what is restricted leave a chained trace, offline too", "[audit][privacy]")
{
    DeskFolder folder;
    folder.giveRoles({domain::Role::Safeguarding});
    auto about = call(folder.clock().now(), u"About the blue badge"_s);
    about.specialCategory = {healthItem(u"cannot walk far"_s)};
    const auto id = (*await(services::InteractionService(folder.desk()).log({about}))).front()->id;
    const services::PrivacyService privacy(folder.desk());
    const auto items = await(privacy.itemsOf(id));
    REQUIRE(items);
    REQUIRE(await(privacy.reveal(items->front().id, u"Blue badge renewal"_s)));
    folder.giveRoles({domain::Role::Handler});
    CHECK(await(privacy.reveal(items->front().id, u"curious about it"_s)).error().code == ErrorCode::Denied);
    folder.reopen();

    QStringList acts;
    for (const QJsonObject &record : folder.audit())
        acts << record.value(u"action"_s).toString() + u' ' + record.value(u"outcome"_s).toString();
    CHECK(acts == QStringList{u"restricted_item_written done"_s, u"restricted_item_read shown"_s,
                              u"restricted_item_read denied"_s, u"sign_in done"_s});
    CHECK_FALSE(firstBreak(folder));

    const QJsonObject written = folder.audit().front();
    for (const QString &field :
         {u"event"_s, u"at"_s, u"monotonic_ms"_s, u"agent"_s, u"roles"_s, u"session"_s, u"version"_s, u"object_type"_s,
          u"object"_s, u"interaction"_s, u"sensitivity"_s, u"after"_s, u"n"_s})
        CHECK(written.contains(field));
    CHECK_FALSE(written.value(u"online"_s).toBool(true));
    for (const int line : {0, 1}) // what is relied on: when it was written, and when it was read
        CHECK(folder.audit()[line].value(u"lawful_basis"_s) == u"A9G S1P6"_s);
    // What was written is known by its hash only.
    CHECK_FALSE(QJsonDocument(written).toJson().contains("walk"));
}

TEST_CASE("the audit of a desk cannot be changed, and tampering is named by its first broken link", "[audit]")
{
    DeskFolder folder;
    for (int i = 0; i < 4; ++i)
        folder.reopen();
    REQUIRE_FALSE(firstBreak(folder));
    CHECK_FALSE(folder.write([](store::Connection &connection) {
        return connection.execute(u"UPDATE audit SET record = x'7b7d' WHERE number = 2"_s);
    }));
    CHECK_FALSE(folder.write(
        [](store::Connection &connection) { return connection.execute(u"DELETE FROM audit WHERE number = 5"_s); }));
    CHECK_FALSE(folder.write([](store::Connection &connection) {
        return connection.execute(u"INSERT INTO audit SELECT 9, hash, hash, record FROM audit WHERE number = 5"_s);
    }));

    const auto expect = [&](qint64 number, store::AuditBreak::Kind kind) {
        const auto broken = firstBreak(folder);
        REQUIRE(broken);
        CHECK(broken->number == number);
        CHECK(broken->kind == kind);
    };
    SECTION("a record is rewritten")
    {
        tamper(folder, u"UPDATE audit SET record = CAST(replace(CAST(record AS TEXT), 'asha', 'sama') AS BLOB)"
                       " WHERE number = 3"_s);
        expect(3, store::AuditBreak::Kind::Altered);
    }
    SECTION("a record is taken out")
    {
        tamper(folder, u"DELETE FROM audit WHERE number = 3"_s);
        expect(3, store::AuditBreak::Kind::Missing);
    }
    SECTION("the last record is taken out")
    {
        tamper(folder, u"DELETE FROM audit WHERE number = 5"_s);
        expect(5, store::AuditBreak::Kind::Missing);
    }
    SECTION("two records change places")
    {
        tamper(folder, u"UPDATE audit SET number = 7 - number + 100 WHERE number IN (3, 4)"_s);
        expect(3, store::AuditBreak::Kind::Missing);
    }
}

TEST_CASE("wrong passphrases at sign-in are in the audit of the next sign-in, by number and time", "[audit]")
{
    DeskFolder folder;
    const auto policy = services::Policy::builtIn();
    REQUIRE(policy);
    const QString first = toRfc3339(folder.clock().now());
    QString last;
    folder.close();
    for (int n = 0; n < 4; ++n) {
        last = toRfc3339(folder.clock().now());
        const auto refused = services::Desk::openNow(
            folder.path(), {}, crypto::Secret(QByteArrayView("examplemist in the sun")), folder.clock(), *policy);
        REQUIRE(refused.error().code == ErrorCode::WrongPassphrase);
        folder.clock().advance(std::chrono::minutes(1));
    }
    folder.reopen();
    const auto trace = folder.audit();
    REQUIRE(trace.size() == 2);
    CHECK(trace[0].value(u"action"_s) == u"sign_in_refused"_s);
    CHECK(trace[0].value(u"outcome"_s) == u"denied"_s);
    CHECK(trace[0].value(u"details"_s).toObject() ==
          QJsonObject{{u"count"_s, 4}, {u"first_at"_s, first}, {u"last_at"_s, last}});
    CHECK(trace[1].value(u"action"_s) == u"sign_in"_s);
    // Neither what was typed nor how long it was.
    CHECK_FALSE(QJsonDocument(trace[0]).toJson().contains("mist"));

    folder.reopen(); // they are told once
    CHECK(folder.audit().size() == 3);
    CHECK_FALSE(firstBreak(folder));
}
