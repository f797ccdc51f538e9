// SPDX-License-Identifier: MIT
// What the centre could not take, and what somebody decides about it.
#include "core/central/desk_administration.h"
#include "tests/core/central/centre.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

// An interaction whose channel no centre knows.
store::OutboxEntry faulty(TestDesk &desk)
{
    QJsonObject json = toJson(desk.interaction());
    QJsonObject head = json.value(u"interaction"_s).toObject();
    head[u"channel"_s] = u"pigeon"_s;
    json[u"interaction"_s] = head;
    return desk.entry(store::EntryKind::InteractionLogged, QJsonDocument(json).toJson(QJsonDocument::Compact));
}

QByteArray mended(const store::OutboxEntry &entry)
{
    return QByteArray(entry.payload).replace("pigeon", "letter");
}

} // namespace

TEST_CASE(
    "C7 an entry the centre could not take is listed, shown for a reason, mended and applied, and the desk is told",
    "[central][quarantine]")
{
    const Centre centre;
    TestDesk desk(centre);
    const central::DeskAdministration supervisor(centre.uriAs(u"sam"_s), Centre::passwordOf(u"sam"_s));
    const auto entry = faulty(desk);
    REQUIRE(desk.push({entry})->outcomes.front().state == store::EntryState::Quarantined);

    const auto listed = supervisor.quarantine(false);
    REQUIRE(listed);
    REQUIRE(listed->size() == 1);
    CHECK(listed->front().value(u"reason"_s).toString() == u"rule"_s);
    CHECK_FALSE(listed->front().contains(u"payload"_s));
    CHECK(supervisor.showQuarantined(entry.id, u" "_s).error().code == ErrorCode::InvalidInput);
    const auto shown = supervisor.showQuarantined(entry.id, u"caller rang again"_s);
    REQUIRE(shown);
    CHECK(shown->value(u"payload"_s).toObject().value(u"interaction"_s).toObject().value(u"channel"_s).toString() ==
          u"pigeon"_s);

    CHECK(supervisor.showQuarantined(domain::EntryId(QUuid::createUuid()), u"a guess"_s).error().code ==
          ErrorCode::NotFound);
    CHECK(centre.sql(u"SELECT string_agg(detail ->> 'outcome', ' ' ORDER BY n) FROM reeve.audit"
                     " WHERE action = 'quarantine_shown' AND agent = 'sam'"_s) == u"shown not_found"_s);

    CHECK(supervisor.reapply(entry.id)->value(u"outcome"_s).toString() == u"quarantined"_s);
    CHECK(supervisor.mend(entry.id, "not json", u"x"_s).error().code == ErrorCode::InvalidInput);
    // A mend that does not do either leaves what came to be shown and tried again.
    CHECK(supervisor.mend(entry.id, "{}", u"a slip"_s)->value(u"outcome"_s).toString() == u"quarantined"_s);
    CHECK(supervisor.showQuarantined(entry.id, u"again"_s)->value(u"payload"_s) == shown->value(u"payload"_s));
    const auto applied = supervisor.mend(entry.id, mended(entry), u"a typing error"_s);
    REQUIRE(applied);
    CHECK(applied->value(u"outcome"_s).toString() == u"applied"_s);
    CHECK(centre.sql(u"SELECT channel || ' ' || agent FROM reeve.interaction"_s) == u"letter asha"_s);
    CHECK(supervisor.quarantine(false)->empty());
    CHECK(supervisor.quarantine(true)->size() == 1);
    CHECK(centre.sql(u"SELECT payload LIKE '%pigeon%' FROM reeve.quarantine"_s) == u"t"_s); // as it came, too

    const auto told = desk.hello();
    REQUIRE(told);
    REQUIRE(told->news.size() == 1);
    CHECK(told->news.front().entry == entry.id);
    CHECK(told->news.front().state == store::EntryState::Sent);
    CHECK(told->news.front().transaction > 0);
    // The desk sends the old bytes once more: they are known.
    const auto again = desk.push({entry});
    REQUIRE(again);
    CHECK(again->outcomes.front().state == store::EntryState::Sent);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"1"_s);
}

TEST_CASE("an entry that is rejected stays so however often it comes, and the reason reaches the desk",
          "[central][quarantine]")
{
    const Centre centre;
    TestDesk desk(centre);
    const central::DeskAdministration supervisor(centre.uriAs(u"sam"_s), Centre::passwordOf(u"sam"_s));
    const auto entry = faulty(desk);
    REQUIRE(desk.push({entry}));
    CHECK(supervisor.reject(entry.id, u""_s).error().code == ErrorCode::InvalidInput);
    REQUIRE(supervisor.reject(entry.id, u"Logged twice; the other one counts."_s));
    CHECK(supervisor.reject(entry.id, u"again"_s).error().code == ErrorCode::NotFound);

    const auto again = desk.push({entry});
    REQUIRE(again);
    CHECK(again->outcomes.front().state == store::EntryState::Quarantined);
    CHECK(again->outcomes.front().code == u"rejected"_s);
    CHECK(centre.sql(u"SELECT state FROM reeve.quarantine"_s) == u"rejected"_s);
    const auto told = desk.hello();
    REQUIRE(told);
    REQUIRE(told->news.size() == 1);
    CHECK(told->news.front().code == u"rejected"_s);
    CHECK(told->news.front().words == u"Logged twice; the other one counts."_s);
    CHECK(told->news.front().decidedBy == u"sam"_s);
}

TEST_CASE("a supervisor mends an entry without seeing what is restricted in it, and it stays in",
          "[central][quarantine]")
{
    const Centre centre;
    TestDesk desk(centre);
    (void)centre.sql(u"UPDATE reeve.agent SET roles = '{administrator}' WHERE name = 'sam'"_s);
    const central::DeskAdministration administrator(centre.uriAs(u"sam"_s), Centre::passwordOf(u"sam"_s));
    domain::Interaction call = desk.interaction();
    call.specialCategory.push_back({desk.ids().next<domain::RestrictedItemTag>(),
                                    call.id,
                                    {},
                                    domain::SpecialCategory::Health,
                                    u"A9B"_s,
                                    u"S1P1"_s,
                                    {},
                                    u"cannot walk far"_s,
                                    call.startedAt});
    auto entry = desk.logged(call);
    entry.payload.replace("\"channel\":\"phone\"", "\"channel\":\"pigeon\"");
    REQUIRE(desk.push({entry})->outcomes.front().state == store::EntryState::Quarantined);

    const auto shown = administrator.showQuarantined(entry.id, u"to mend it"_s);
    REQUIRE(shown);
    CHECK(shown->value(u"restricted_left_out"_s).toBool());
    QByteArray payload = QJsonDocument(shown->value(u"payload"_s).toObject()).toJson();
    CHECK_FALSE(payload.contains("walk"));
    const auto lastLook = [&] {
        return centre.sql(u"SELECT detail ->> 'restricted' FROM reeve.audit WHERE action = 'quarantine_shown'"
                          " ORDER BY n DESC LIMIT 1"_s);
    };
    CHECK(lastLook() == u"left_out"_s);
    const central::DeskAdministration owner(centre.uri(), {}); // of the database: may all
    CHECK(owner.showQuarantined(entry.id, u"to mend it"_s));
    CHECK(lastLook() == u"shown"_s);
    payload.replace("pigeon", "phone");
    REQUIRE(administrator.mend(entry.id, payload, u"a typing error"_s)->value(u"outcome"_s).toString() == u"applied"_s);
    CHECK(centre.sql(u"SELECT detail FROM reeve.special_category_item"_s) == u"cannot walk far"_s);
}

TEST_CASE("a card number is kept at the centre neither as a reason nor in what is mended", "[central][quarantine]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto entry = faulty(desk);
    REQUIRE(desk.push({entry}));
    const central::DeskAdministration owner(centre.uri(), {});
    const QString card = u"paid with 4111 1111 1111 1111"_s;
    const auto refused = [](const auto &answer) {
        REQUIRE_FALSE(answer);
        CHECK(answer.error().code == ErrorCode::CardNumber);
        CHECK_FALSE(answer.error().detail.contains(u"4111"_s));
    };
    refused(owner.showQuarantined(entry.id, card));
    refused(owner.reject(entry.id, card));
    refused(owner.setDeskStatus(desk.device, u"revoked"_s, card));
    refused(owner.mend(entry.id, mended(entry).replace("bin", "4111111111111111"), u"a typing error"_s));
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.audit WHERE detail::text LIKE '%4111%'"_s) == u"0"_s);
    CHECK(owner.quarantine(false)->size() == 1);
    CHECK(desk.hello());
}

TEST_CASE("what waits for a mended entry follows it", "[central][quarantine]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto interaction = faulty(desk);
    const auto id = domain::InteractionId::parse(QJsonDocument::fromJson(interaction.payload)
                                                     .object()
                                                     .value(u"interaction"_s)
                                                     .toObject()
                                                     .value(u"id"_s)
                                                     .toString());
    REQUIRE(id);
    const auto note = desk.noteAdded(*id, u"and the brown bin"_s);
    const auto pushed = desk.push({interaction, note});
    REQUIRE(pushed);
    CHECK(pushed->outcomes[1].state == store::EntryState::Parked);
    const central::DeskAdministration admin(centre.uri(), {});
    REQUIRE(admin.mend(interaction.id, mended(interaction), u"a typing error"_s));
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.note WHERE text = 'and the brown bin'"_s) == u"1"_s);
    CHECK(admin.quarantine(false)->empty());
}

TEST_CASE("the administrator's view says how desks, entries and the server stand", "[central][quarantine]")
{
    const Centre centre;
    TestDesk desk(centre);
    REQUIRE(desk.push({faulty(desk)}));
    const auto status = central::centralStatus(centre.uri(), {});
    REQUIRE(status);
    CHECK(status->value(u"quarantine_reasons"_s).toObject().value(u"rule"_s).toInt() == 1);
    CHECK(status->value(u"devices"_s).toArray().at(0).toObject().value(u"protocol"_s).toInt() == sync::protocolVersion);
    for (const QString &name : {u"settled_horizon"_s, u"readable_before"_s, u"oldest_transaction"_s, u"replication"_s,
                                u"epoch"_s, u"epoch_reason"_s, u"waiting_at_desks"_s, u"settled_by"_s})
        CHECK(status->contains(name));
}
