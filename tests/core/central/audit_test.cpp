// SPDX-License-Identifier: MIT
// The desks' own chains at the centre: joined, countersigned, and what tampering looks like.
#include "core/central/desk_administration.h"
#include "tests/core/central/centre.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

std::vector<store::AuditRecord> chain(int length, const QByteArray &previous = {}, qint64 from = 1)
{
    std::vector<store::AuditRecord> records;
    QByteArray before = previous;
    for (qint64 n = from; n < from + length; ++n) {
        const QByteArray record = R"({"action":"restricted_item_read","agent":"asha","n":)" + QByteArray::number(n) +
                                  R"(,"reason":"ärztin"})";
        records.push_back({n, before, store::auditHash(before, record), record});
        before = records.back().hash;
    }
    return records;
}

// "desk 3 altered", or "whole" when every chain is.
QString verdict(const Centre &centre)
{
    const auto chains = central::DeskAdministration(centre.uri(), {}).verifyAudit();
    REQUIRE(chains);
    QStringList broken;
    for (const QJsonObject &one : *chains) {
        if (!one.value(u"whole"_s).toBool())
            broken << u"%1 %2 %3"_s.arg(one.value(u"chain"_s).toString())
                          .arg(one.value(u"first_broken"_s).toInteger())
                          .arg(one.value(u"what"_s).toString());
    }
    return broken.isEmpty() ? u"whole"_s : broken.join(u", "_s);
}

} // namespace

TEST_CASE("a desk's chain arrives whole, however often it is sent", "[central][audit]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto records = chain(5);
    REQUIRE(desk.gateway().deliverAudit(desk.token, desk.device, records));
    REQUIRE(desk.gateway().deliverAudit(desk.token, desk.device, records));
    CHECK(centre.sql(u"SELECT count(*) || ' ' || min(agent) FROM reeve.desk_audit"_s) == u"5 asha"_s);
    CHECK(verdict(centre) == u"whole"_s);
    CHECK(desk.gateway().deliverAudit(u"x"_s, desk.device, records).error().code == ErrorCode::SignInNeeded);
}

TEST_CASE("tampering at the centre is named by its first broken link", "[central][audit]")
{
    const Centre centre;
    TestDesk desk(centre);
    REQUIRE(desk.gateway().deliverAudit(desk.token, desk.device, chain(5)));
    // Somebody with every right to the database: the triggers do not hold them.
    const auto tamper = [&](const QString &sql) {
        (void)centre.sql(u"SET session_replication_role = replica; "_s + sql);
    };
    SECTION("a desk's record is rewritten")
    {
        tamper(u"UPDATE reeve.desk_audit SET record = replace(record, 'asha', 'sam') WHERE n = 3"_s);
        CHECK(verdict(centre) == u"desk 3 altered"_s);
    }
    SECTION("and its hash with it")
    {
        tamper(u"UPDATE reeve.desk_audit SET record = replace(record, 'asha', 'sam'), hash = sha256(previous ||"
               " convert_to(replace(record, 'asha', 'sam'), 'UTF8')) WHERE n = 3"_s);
        CHECK(verdict(centre).startsWith(u"desk 3 "_s));
    }
    SECTION("a desk's record is taken out")
    {
        tamper(u"DELETE FROM reeve.desk_audit WHERE n = 5"_s);
        CHECK(verdict(centre) == u"desk 5 missing"_s);
    }
    SECTION("a line of the centre's own is rewritten")
    {
        const QString n = centre.sql(u"SELECT n FROM reeve.audit WHERE action = 'sign_in'"_s);
        tamper(u"UPDATE reeve.audit SET agent = 'sam' WHERE action = 'sign_in'"_s);
        CHECK(verdict(centre) == u"centre %1 altered"_s.arg(n));
    }
    SECTION("a line of the centre's own is taken out")
    {
        tamper(u"DELETE FROM reeve.audit WHERE scope = '%1' AND n = 5"_s.arg(desk.device.toString()));
        CHECK(verdict(centre).startsWith(u"centre 5 missing"_s)); // and the desk's record that it countersigned
    }
    SECTION("the first line of the centre's own is taken out")
    {
        tamper(u"DELETE FROM reeve.audit WHERE scope = '%1' AND n = 1"_s.arg(desk.device.toString()));
        CHECK(verdict(centre) == u"centre 1 missing"_s);
    }
    SECTION("two lines of the centre's own are taken out, and one is rewritten: the first counts")
    {
        tamper(u"DELETE FROM reeve.audit WHERE scope = '%1' AND n IN (3, 4); UPDATE reeve.audit SET agent = 'sam'"
               " WHERE scope = '%1' AND n = 6"_s.arg(desk.device.toString()));
        CHECK(verdict(centre).startsWith(u"centre 3 missing"_s));
    }
    SECTION("a record in the middle of a desk's chain is taken out")
    {
        tamper(u"DELETE FROM reeve.desk_audit WHERE n = 3"_s);
        CHECK(verdict(centre) == u"desk 3 missing"_s);
    }
    SECTION("the last line of the centre's own is taken out")
    {
        tamper(u"DELETE FROM reeve.audit a WHERE scope = '%1' AND n = (SELECT max(n) FROM reeve.audit WHERE scope = "
               "a.scope)"_s.arg(desk.device.toString()));
        CHECK(verdict(centre).startsWith(u"centre "_s));
        CHECK(verdict(centre).contains(u"missing"_s));
    }
    SECTION("the ordinary way is closed")
    {
        const QString said = centre.sql(u"DO $$ BEGIN UPDATE reeve.desk_audit SET record = '{}'; RAISE 'not reached';"
                                        " EXCEPTION WHEN SQLSTATE 'RV004' THEN NULL; END $$; SELECT 'refused'"_s);
        CHECK(said == u"refused"_s);
        CHECK(verdict(centre) == u"whole"_s);
    }
}

TEST_CASE("the chain of a copied desk goes on from the desk it was copied from", "[central][audit]")
{
    const Centre centre;
    TestDesk desk(centre);
    const QUuid copied = desk.incarnation;
    const auto records = chain(3);
    REQUIRE(desk.gateway().deliverAudit(desk.token, desk.device, records));
    REQUIRE(desk.hello());
    REQUIRE(desk.push({desk.logged(desk.interaction())}));
    REQUIRE(desk.gateway().deliverAudit(desk.token, desk.device, chain(1, records.back().hash, 4)));

    desk.incarnation = copied; // the copy, which wrote a fourth record of its own
    REQUIRE(desk.hello());
    auto other = chain(1, records.back().hash, 4);
    other.front().record.replace("asha", "copy");
    other.front().hash = store::auditHash(other.front().previous, other.front().record);
    REQUIRE(desk.gateway().deliverAudit(desk.token, desk.device, other));
    CHECK(verdict(centre) == u"whole"_s);

    // A link that no desk of this origin has made hangs in the air.
    REQUIRE(desk.gateway().deliverAudit(desk.token, desk.device, chain(1, QByteArray(32, 'x'), 9)));
    CHECK(verdict(centre) == u"desk 9 missing before it"_s);
}

TEST_CASE("who audits needs no other right, and a handler has none", "[central][audit]")
{
    const Centre centre;
    CHECK(central::DeskAdministration(centre.uriAs(u"dpo"_s), Centre::passwordOf(u"dpo"_s)).verifyAudit());
    CHECK(
        central::DeskAdministration(centre.uriAs(u"sam"_s), Centre::passwordOf(u"sam"_s)).verifyAudit().error().code ==
        ErrorCode::Denied);
}
