// SPDX-License-Identifier: MIT
#include "tests/core/central/centre.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using store::EntryKind;
using store::EntryState;

TEST_CASE("every kind of entry is applied, and lies where it belongs", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto person = desk.ids().next<domain::PersonTag>();
    domain::Interaction call = desk.interaction(person, u"asked about bins"_s);
    call.parties.push_back({desk.ids().next<domain::PartyTag>(), domain::PartyRole::Caller, person, {}});
    call.specialCategory.push_back({desk.ids().next<domain::RestrictedItemTag>(),
                                    call.id,
                                    person,
                                    domain::SpecialCategory::Health,
                                    u"A9B"_s,
                                    u"S1P1"_s,
                                    {},
                                    u"uses a stick"_s,
                                    call.startedAt});
    call.criminalOffence.push_back({desk.ids().next<domain::RestrictedItemTag>(),
                                    call.id,
                                    person,
                                    u"S1P10"_s,
                                    false,
                                    {},
                                    u"mentioned a caution"_s,
                                    call.startedAt});
    const auto item = desk.ids().next<domain::RestrictedItemTag>();
    const QByteArray special =
        R"({"interaction":")" + call.id.toString().toLatin1() + R"(","id":")" + item.toString().toLatin1() +
        R"(","category":"genetic","condition":"A9A","detail":"a test","noted_at":"2026-11-22T10:42:00.000Z"})";
    const QByteArray read = R"({"item":")" + item.toString().toLatin1() +
                            R"(","reason":"duty visit","read_at":"2026-11-22T10:42:00.000Z"})";

    const auto reply = desk.push(
        {desk.personCreated(person, {{u"family_name"_s, u"Hayward"_s}}), desk.logged(call),
         desk.noteAdded(call.id, u"rang back"_s), desk.personEdited(person, 0, {{u"given_name"_s, u"Joan"_s}}, {}),
         desk.entry(EntryKind::SpecialCategoryItemAdded, special), desk.entry(EntryKind::RestrictedItemRead, read)});
    REQUIRE(reply);
    REQUIRE(reply->outcomes.size() == 6);
    for (const auto &outcome : reply->outcomes)
        CHECK(outcome.state == EntryState::Sent);
    CHECK(reply->outcomes[0].revision == 1);
    CHECK(reply->outcomes[3].revision == 2);
    CHECK(reply->transaction > 0);

    CHECK(centre.sql(u"SELECT fields->>'given_name', fields->>'family_name', revision FROM reeve.person"_s) ==
          u"Joan|Hayward|2"_s);
    CHECK(centre.sql(u"SELECT channel, direction, disposition, reasons, agent, extra FROM reeve.interaction"_s) ==
          u"phone|inbound|resolved|[\"lgsl:57\"]|asha|"_s);
    CHECK(centre.sql(u"SELECT string_agg(text, ',' ORDER BY text) FROM reeve.note"_s) ==
          u"asked about bins,rang back"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.party"_s) == u"1"_s);
    CHECK(centre.sql(u"SELECT string_agg(detail, ',' ORDER BY detail) FROM reeve.special_category_item"_s) ==
          u"a test,uses a stick"_s);
    CHECK(centre.sql(u"SELECT detail FROM reeve.criminal_offence_item"_s) == u"mentioned a caution"_s);
    CHECK(centre.sql(u"SELECT detail->>'reason' FROM reeve.audit WHERE action = 'restricted_item_read'"_s) ==
          u"duty visit"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.sync_entry WHERE status = 1 AND delivered_by = 'asha'"_s) == u"6"_s);
    CHECK(centre.sql(u"SELECT last_sequence FROM reeve.device"_s) == u"6"_s);
}

TEST_CASE("an entry that is sent again is applied once", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    std::vector<store::OutboxEntry> entries;
    for (int i = 0; i < 20; ++i)
        entries.push_back(desk.logged(desk.interaction()));

    SECTION("in a later batch")
    {
        REQUIRE(desk.push(entries));
    }
    SECTION("with a batch cut another way")
    {
        REQUIRE(desk.push({entries.begin() + 5, entries.begin() + 12}));
    }
    SECTION("twice in one batch")
    {
        entries.push_back(entries.front());
    }
    const auto again = desk.push(entries);
    REQUIRE(again);
    for (const auto &outcome : again->outcomes)
        CHECK(outcome.state == EntryState::Sent);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"20"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.note"_s) == u"20"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.change_log"_s) == u"20"_s);
}

TEST_CASE("the same interaction under another entry is no second one; with other content it is quarantined",
          "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    TestDesk anew(centre);
    domain::Interaction call = desk.interaction();
    REQUIRE(desk.push({desk.logged(call)}));
    const auto same = anew.push({anew.logged(call)});
    REQUIRE(same);
    CHECK(same->outcomes[0].state == EntryState::Sent);
    CHECK(same->outcomes[0].code == u"duplicate"_s);
    call.disposition = u"passed_on"_s;
    const auto other = anew.push({anew.logged(call)});
    REQUIRE(other);
    CHECK(other->outcomes[0].state == EntryState::Quarantined);
    CHECK(other->outcomes[0].code == u"id_reuse"_s);
    CHECK(centre.sql(u"SELECT disposition FROM reeve.interaction"_s) == u"resolved"_s);
}

TEST_CASE("one entry id with other bytes is quarantined with them, and the first stays", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    auto entry = desk.logged(desk.interaction());
    REQUIRE(desk.push({entry}));
    entry.payload.replace("asked about bins", "asked for rooms!");
    const auto reply = desk.push({entry, desk.logged(desk.interaction())});
    REQUIRE(reply);
    CHECK(reply->outcomes[0].state == EntryState::Quarantined);
    CHECK(reply->outcomes[0].code == u"id_reuse"_s);
    CHECK(reply->outcomes[1].state == EntryState::Sent);
    CHECK(centre.sql(u"SELECT payload FROM reeve.quarantine"_s).toUtf8() == entry.payload);
    CHECK(centre.sql(u"SELECT status FROM reeve.sync_entry WHERE entry = '%1'"_s.arg(entry.id.toString())) == u"1"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.note WHERE text = 'asked for rooms!'"_s) == u"0"_s);
}

TEST_CASE("a bad entry is quarantined with its bytes and holds up nothing else", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto good = desk.logged(desk.interaction());
    const QByteArray payload = good.payload;
    const QByteArray bad =
        GENERATE(QByteArray("not json"), QByteArray(""), QByteArray("{}"), QByteArray("[]"), QByteArray("\xff\xfe{", 3),
                 QByteArray("{\"interaction\":{\"id\":\"\0\"}}", 25), QByteArray("NUL"), QByteArray("CHANNEL"),
                 QByteArray("TIME"), QByteArray(20'000, '['));
    QByteArray broken = bad;
    if (bad == "NUL")
        broken = QByteArray(payload).replace("asked about bins", "asked\\u0000");
    else if (bad == "CHANNEL")
        broken = QByteArray(payload).replace("\"phone\"", "\"pigeon\"");
    else if (bad == "TIME")
        broken = QByteArray(payload).replace("\"started_at\":\"2026", "\"started_at\":\"infinity2026");
    std::vector<store::OutboxEntry> entries;
    for (int i = 0; i < 5; ++i)
        entries.push_back(desk.logged(desk.interaction()));
    entries.insert(entries.begin() + 2, desk.entry(EntryKind::InteractionLogged, broken));

    const auto reply = desk.push(entries);
    REQUIRE(reply);
    for (std::size_t i = 0; i < entries.size(); ++i)
        CHECK(reply->outcomes[i].state == (i == 2 ? EntryState::Quarantined : EntryState::Sent));
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"5"_s);
    const QString hash = QString::fromLatin1(QCryptographicHash::hash(broken, QCryptographicHash::Sha256).toHex());
    CHECK(centre.sql(u"SELECT encode(sha256(coalesce(convert_to(payload, 'UTF8'), payload_bytes)), 'hex')"
                     " FROM reeve.quarantine"_s) == hash);
    // Again: the same answer, and still one.
    const auto again = desk.push(entries);
    REQUIRE(again);
    CHECK(again->outcomes[2].state == EntryState::Quarantined);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.quarantine"_s) == u"1"_s);
}

TEST_CASE("an entry at which a statement or a council's own trigger fails holds up nothing else", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const QString state = GENERATE(u"P0001"_s, u"21000"_s, u"09000"_s, u"27000"_s, u"38000"_s);
    (void)centre.sql(
        u"CREATE FUNCTION reeve.fails() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN IF new.channel = "
        "'letter' THEN RAISE EXCEPTION 'no' USING ERRCODE = '%1'; END IF; RETURN new; END $$"_s.arg(state));
    (void)centre.sql(u"CREATE TRIGGER fails BEFORE INSERT ON reeve.interaction FOR EACH ROW "
                     "EXECUTE FUNCTION reeve.fails()"_s);
    std::vector<store::OutboxEntry> entries;
    for (int i = 0; i < 5; ++i) {
        auto interaction = desk.interaction();
        if (i == 2)
            interaction.channel = domain::Channel::Letter;
        entries.push_back(desk.logged(interaction));
    }
    const auto reply = desk.push(entries);
    REQUIRE(reply);
    for (std::size_t i = 0; i < entries.size(); ++i)
        CHECK(reply->outcomes[i].state == (i == 2 ? EntryState::Quarantined : EntryState::Sent));
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"4"_s);
    CHECK(centre.sql(u"SELECT sqlstate FROM reeve.quarantine"_s) == state);
}

TEST_CASE("of an entry that cannot be read to its end nothing is stored", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto whole = [&] {
        auto call = desk.interaction({}, u"asked about bins"_s);
        call.notes.push_back({desk.ids().next<domain::NoteTag>(), u"and the gate"_s, call.startedAt});
        call.parties.push_back(
            {desk.ids().next<domain::PartyTag>(), domain::PartyRole::Caller, {}, u"Ana Fictitious"_s});
        return desk.logged(call);
    };
    const auto [from, to] = GENERATE(table<QByteArray, QByteArray>({
        {R"("role":"caller")", R"("role":"stranger")"},
        {R"(,"role":"caller")", ""},
        {R"("text":"and the gate")", R"("text":null)"},
        {R"("text":"and the gate","written_at":")", R"("text":"and the gate","written_at":"infinitely )"},
        {R"("parties":[{"id":")", R"("parties":[{"id":"not )"},
        {R"("notes":[)", R"("notes":7,"others":[)"},
    }));
    const std::size_t bad = GENERATE(1, 4);
    std::vector<store::OutboxEntry> entries;
    for (int i = 0; i < 5; ++i)
        entries.push_back(whole());
    REQUIRE(entries[bad].payload.contains(from));
    entries[bad].payload.replace(from, to);

    const auto reply = desk.push(entries);
    REQUIRE(reply);
    for (std::size_t i = 0; i < entries.size(); ++i)
        CHECK(reply->outcomes[i].state == (i == bad ? EntryState::Quarantined : EntryState::Sent));
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"4"_s);
    CHECK(centre.sql(u"SELECT count(*), count(DISTINCT interaction) FROM reeve.note"_s) == u"8|4"_s);
    CHECK(centre.sql(u"SELECT count(*), count(DISTINCT interaction) FROM reeve.party"_s) == u"4|4"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.note n JOIN reeve.interaction i ON i.id = n.interaction"_s) ==
          u"8"_s);
}

TEST_CASE("what depends on a quarantined record is parked with it, and follows when it is mended", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto call = desk.interaction();
    auto parent = desk.logged(call);
    auto broken =
        desk.entry(EntryKind::InteractionLogged, QByteArray(parent.payload).replace("\"phone\"", "\"pigeon\""));
    const auto note = desk.noteAdded(call.id, u"rang back"_s);
    const auto edit = desk.personEdited(desk.ids().next<domain::PersonTag>(), 3, {{u"title"_s, u"Mr"_s}}, {});
    const auto reply = desk.push({broken, note, edit});
    REQUIRE(reply);
    CHECK(reply->outcomes[0].state == EntryState::Quarantined);
    CHECK(reply->outcomes[1].state == EntryState::Parked);
    CHECK(reply->outcomes[1].code == u"unknown_interaction"_s);
    CHECK(reply->outcomes[2].state == EntryState::Parked);
    CHECK(reply->outcomes[2].code == u"unknown_person"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.quarantine WHERE state = 'parked'"_s) == u"2"_s);

    const auto mended = desk.push({parent});
    REQUIRE(mended);
    CHECK(mended->outcomes[0].state == EntryState::Sent);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.note WHERE text = 'rang back'"_s) == u"1"_s);
    const auto again = desk.push({note});
    REQUIRE(again);
    CHECK(again->outcomes[0].state == EntryState::Sent);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.quarantine WHERE state = 'parked' AND resolved_at IS NULL"_s) ==
          u"1"_s);
}

TEST_CASE("batches in flight are answered in order, whatever call comes between", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    for (int i = 0; i < sync::CentralGateway::maxInFlight; ++i)
        REQUIRE(
            desk.gateway().sendPush({desk.token, desk.device, desk.incarnation, {desk.logged(desk.interaction())}}));
    CHECK_FALSE(
        desk.gateway().sendPush({desk.token, desk.device, desk.incarnation, {desk.logged(desk.interaction())}}));
    REQUIRE(desk.gateway().receivePush());
    REQUIRE(desk.pull());
    for (qint64 sequence = 2; sequence <= sync::CentralGateway::maxInFlight; ++sequence) {
        const auto reply = desk.gateway().receivePush();
        REQUIRE(reply);
        CHECK(reply->outcomes.at(0).sequence == sequence);
    }
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.interaction"_s) == u"4"_s);
}

TEST_CASE("a batch with bad records here and there takes all the others, in their order", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto person = desk.ids().next<domain::PersonTag>();
    REQUIRE(desk.push({desk.personCreated(person, {{u"family_name"_s, u"Hayward"_s}})}));
    // Found while it is read; found only by the table that has the id already.
    const bool isReused = GENERATE(false, true);
    const auto earlier = desk.interaction();
    REQUIRE(desk.push({desk.logged(earlier)}));
    const auto bad = [&](store::OutboxEntry entry, const domain::Interaction &call) {
        if (isReused)
            entry.payload.replace(call.id.toString().toLatin1(), earlier.id.toString().toLatin1());
        else
            entry.payload.replace("phone", "pigeon");
        return entry;
    };
    const std::vector<std::size_t> isBad =
        GENERATE(std::vector<std::size_t>{0}, std::vector<std::size_t>{199}, std::vector<std::size_t>{7, 60, 61, 130});
    std::vector<store::OutboxEntry> entries;
    std::vector<EntryState> expected;
    QString name = u"none"_s;
    while (entries.size() < 200) {
        const std::size_t n = entries.size();
        expected.push_back(EntryState::Sent);
        if (std::ranges::find(isBad, n) != isBad.end()) {
            const auto call = desk.interaction();
            entries.push_back(bad(desk.logged(call), call));
            expected.back() = EntryState::Quarantined;
            if (n + 1 < 200 && std::ranges::find(isBad, n + 1) == isBad.end()) { // what hangs on it waits with it
                entries.push_back(desk.noteAdded(call.id, u"rang back"_s));
                expected.push_back(EntryState::Parked);
            }
        } else if (n % 10 == 3) { // each edit knows what the one before it made
            const QString next = u"Name %1"_s.arg(n);
            entries.push_back(desk.personEdited(person, 0, {{u"known_as"_s, next}},
                                                name == u"none" ? QJsonObject() : QJsonObject{{u"known_as"_s, name}}));
            name = next;
        } else {
            entries.push_back(desk.logged(desk.interaction(person)));
        }
    }
    const auto reply = desk.push(entries);
    REQUIRE(reply);
    std::vector<EntryState> states;
    for (const auto &outcome : reply->outcomes)
        states.push_back(outcome.state);
    CHECK(states == expected);
    CHECK(reply->conflicts.empty());
    CHECK(centre.sql(u"SELECT fields->>'known_as' FROM reeve.person"_s) == name);
    CHECK(centre.sql(u"SELECT count(*), count(DISTINCT entry) FROM reeve.sync_entry"_s) == u"202|202"_s);
    const auto again = desk.push(entries); // answered as before
    REQUIRE(again);
    for (std::size_t n = 0; n < entries.size(); ++n)
        CHECK(again->outcomes[n].state == expected[n]);
}
