// SPDX-License-Identifier: MIT
#include "tests/core/central/centre.h"

#include <set>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

TEST_CASE("the first load comes in the order of the key, page by page, and the change log goes on from there",
          "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    std::vector<store::OutboxEntry> entries;
    for (int i = 0; i < 25; ++i)
        entries.push_back(
            desk.personCreated(domain::PersonId(QUuid::createUuid()), {{u"family_name"_s, u"Hayward %1"_s.arg(i)}}));
    REQUIRE(desk.push(entries));

    const auto start = desk.gateway().changeLogStart(desk.token, desk.device);
    REQUIRE(start);
    const auto late = desk.ids().next<domain::PersonTag>();
    REQUIRE(desk.push({desk.personCreated(late, {{u"family_name"_s, u"Late"_s}})}));

    std::vector<QByteArray> ids;
    QUuid after;
    bool isLast = false;
    for (int pages = 0; !isLast; ++pages) {
        REQUIRE(pages < 5);
        const auto page = desk.gateway().firstLoad(desk.token, desk.device, after, 10);
        REQUIRE(page);
        for (const auto &person : page->people) {
            ids.push_back(person.id.uuid().toRfc4122());
            CHECK(person.revision == 1);
            CHECK(QJsonDocument::fromJson(person.fields).object().contains(u"family_name"_s));
        }
        after = page->lastId;
        isLast = page->isLast;
    }
    CHECK(ids.size() == 26);
    CHECK(std::is_sorted(ids.begin(), ids.end()));

    desk.cursor = *start;
    const auto page = desk.pull();
    REQUIRE(page);
    REQUIRE(page->people.size() == 1);
    CHECK(page->people[0].id == late);
}

TEST_CASE("a desk pulls every change of people, once per page and in pages", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto person = desk.ids().next<domain::PersonTag>();
    std::vector<store::OutboxEntry> entries{desk.personCreated(person, {{u"family_name"_s, u"A"_s}})};
    for (int i = 0; i < 9; ++i)
        entries.push_back(
            desk.personEdited(person, 0, {{u"title"_s, QString::number(i)}},
                              {{u"title"_s, i == 0 ? QJsonValue() : QJsonValue(QString::number(i - 1))}}));
    REQUIRE(desk.push(entries));

    auto page = desk.pull(4);
    REQUIRE(page);
    CHECK_FALSE(page->isLast);
    REQUIRE(page->people.size() == 1); // the row as it is now
    CHECK(page->people[0].revision == 10);
    int pages = 1;
    while (!page->isLast) {
        page = desk.pull(4);
        REQUIRE(page);
        ++pages;
    }
    CHECK(pages == 3);
    const sync::Cursor end = desk.cursor;
    page = desk.pull(4);
    REQUIRE(page);
    CHECK(page->isLast);
    CHECK(page->people.empty());
    CHECK(page->next == end);

    (void)centre.sql(u"BEGIN; UPDATE reeve.person SET removed = true, fields = '{}', revision = revision + 1;"
                     " INSERT INTO reeve.change_log (kind, pk, person) SELECT 1, id, id FROM reeve.person; COMMIT"_s);
    page = desk.pull();
    REQUIRE(page);
    REQUIRE(page->people.size() == 1);
    CHECK(page->people[0].removed);
    CHECK(page->people[0].fields.isEmpty());
}

TEST_CASE("interactions come only of people the desk has opened, and never with restricted content", "[central]")
{
    const Centre centre;
    TestDesk writer(centre, u"asha"_s);
    TestDesk reader(centre, u"sam"_s);
    TestDesk handler(centre, u"asha"_s);
    const auto person = writer.ids().next<domain::PersonTag>();
    const auto stranger = writer.ids().next<domain::PersonTag>();
    domain::Interaction call = writer.interaction(person, u"first"_s);
    call.callerNumber = u"01632 960123"_s;
    call.parties.push_back({writer.ids().next<domain::PartyTag>(), domain::PartyRole::Family, {}, u"her daughter"_s});
    call.specialCategory.push_back({writer.ids().next<domain::RestrictedItemTag>(),
                                    call.id,
                                    person,
                                    domain::SpecialCategory::Health,
                                    u"A9B"_s,
                                    u"S1P1"_s,
                                    {},
                                    u"uses a stick"_s,
                                    call.startedAt});
    REQUIRE(writer.push({writer.logged(call)}));

    const auto opened = reader.gateway().openPerson(reader.token, reader.device, person);
    REQUIRE(opened);
    REQUIRE(opened->size() == 1);
    CHECK(opened->front().agent == u"asha"_s);
    domain::Interaction expected = call;
    expected.specialCategory[0] = {};
    expected.specialCategory[0].id = call.specialCategory[0].id;
    expected.specialCategory[0].interaction = call.id;
    expected.specialCategory[0].person = person;
    expected.specialCategory[0].notedAt = call.startedAt;
    CHECK(opened->front().interaction == expected);

    const auto unknowing = handler.gateway().openPerson(handler.token, handler.device, person);
    REQUIRE(unknowing);
    CHECK(unknowing->front().interaction.specialCategory.empty()); // a handler does not even learn of it

    REQUIRE(reader.pull());
    REQUIRE(writer.push({writer.logged(writer.interaction(person, u"second"_s)),
                         writer.logged(writer.interaction(stranger)), writer.logged(writer.interaction()),
                         writer.noteAdded(call.id, u"and one more"_s)}));
    const auto page = reader.pull();
    REQUIRE(page);
    CHECK(page->interactions.size() == 2);
    std::set<QString> notes;
    for (const auto &pulled : page->interactions) {
        for (const auto &note : pulled.interaction.notes)
            notes.insert(note.text);
    }
    CHECK(notes == std::set<QString>{u"first"_s, u"and one more"_s, u"second"_s});
    const auto others = writer.pull();
    REQUIRE(others);
    CHECK(others->interactions.empty());
}

TEST_CASE("a desk is told of whom it opened for five weeks, and from when it opens them again", "[central]")
{
    const Centre centre;
    TestDesk writer(centre, u"sam"_s);
    TestDesk reader(centre, u"asha"_s);
    const auto person = writer.ids().next<domain::PersonTag>();
    REQUIRE(writer.push({writer.personCreated(person, {{u"family_name"_s, u"Hayward"_s}})}));
    const auto hears = [&] {
        REQUIRE(writer.push({writer.logged(writer.interaction(person))}));
        REQUIRE(reader.hello());
        const auto page = reader.pull();
        REQUIRE(page);
        return page->interactions.size() == 1;
    };
    const auto openedBefore = [&](const QString &time) {
        (void)centre.sql(u"UPDATE reeve.desk_interest SET since = now() - interval '%1'"_s.arg(time));
    };
    const auto opens = [&] { return reader.gateway().openPerson(reader.token, reader.device, person); };
    CHECK_FALSE(hears());
    REQUIRE(opens());
    CHECK(hears());
    openedBefore(u"34 days"_s);
    CHECK(hears());
    openedBefore(u"36 days"_s);
    CHECK_FALSE(hears());

    REQUIRE(opens());
    openedBefore(u"34 days"_s);
    REQUIRE(opens()); // once more: from now on
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.desk_interest WHERE since > now() - interval '1 hour'"_s) == u"1"_s);
    CHECK(hears());
}

TEST_CASE("a restricted item is revealed to who may, with a reason, and both ways leave a trace", "[central]")
{
    const Centre centre;
    TestDesk handler(centre, u"asha"_s);
    TestDesk supervisor(centre, u"sam"_s);
    TestDesk officer(centre, u"dpo"_s);
    domain::Interaction call = handler.interaction(handler.ids().next<domain::PersonTag>());
    call.specialCategory.push_back({handler.ids().next<domain::RestrictedItemTag>(),
                                    call.id,
                                    call.person,
                                    domain::SpecialCategory::Health,
                                    u"A9B"_s,
                                    u"S1P1"_s,
                                    {},
                                    u"uses a stick"_s,
                                    call.startedAt});
    call.criminalOffence.push_back({handler.ids().next<domain::RestrictedItemTag>(),
                                    call.id,
                                    call.person,
                                    u"S1P10"_s,
                                    true,
                                    {},
                                    u"a caution"_s,
                                    call.startedAt});
    REQUIRE(handler.push({handler.logged(call)}));
    const auto special = call.specialCategory[0].id;
    const auto criminal = call.criminalOffence[0].id;
    const auto reveal = [](TestDesk &desk, domain::RestrictedItemId item, const QString &reason) {
        return desk.gateway().reveal(desk.token, desk.device, item, reason);
    };

    const auto seen = reveal(supervisor, special, u"home visit"_s);
    REQUIRE(seen);
    CHECK(seen->specialCategory == call.specialCategory[0]);
    CHECK_FALSE(seen->criminalOffence);
    const auto offence = reveal(officer, criminal, u"subject access request"_s);
    REQUIRE(offence);
    CHECK(offence->criminalOffence == call.criminalOffence[0]);

    CHECK(reveal(handler, special, u"curious"_s).error().code == ErrorCode::Denied);
    CHECK(reveal(supervisor, criminal, u"curious"_s).error().code == ErrorCode::Denied);
    CHECK(reveal(supervisor, special, u"  "_s).error().code == ErrorCode::InvalidInput);
    CHECK(reveal(officer, handler.ids().next<domain::RestrictedItemTag>(), u"why"_s).error().code ==
          ErrorCode::NotFound);
    CHECK(centre.sql(u"SELECT string_agg(action || ':' || agent || ':' || (detail->>'reason'), ',' ORDER BY at)"
                     " FROM reeve.audit WHERE action LIKE 'reveal%'"_s) ==
          u"reveal:sam:home visit,reveal:dpo:subject access request,reveal_denied:asha:curious,"
          "reveal_denied:sam:curious,reveal:dpo:why"_s);
    CHECK(centre.sql(u"SELECT detail ->> 'outcome' || ' ' || (person IS NULL) FROM reeve.audit"
                     " WHERE action = 'reveal' AND detail ->> 'reason' = 'why'"_s) == u"not_found true"_s);
    CHECK(centre.sql(u"SELECT string_agg(concat_ws(' ', detail ->> 'sensitivity', detail ->> 'lawful_basis'), ','"
                     " ORDER BY at) FROM reeve.audit WHERE action LIKE 'reveal%'"_s) ==
          u"special_category A9B S1P1,criminal_offence official_authority,special_category,criminal_offence,"_s);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.device WHERE reeve.audit_break(id) IS NOT NULL"_s) == u"0"_s);

    const auto plain = central::showInteraction(centre.uriAs(u"sam"_s), Centre::passwordOf(u"sam"_s), call.id, {});
    REQUIRE(plain);
    CHECK(plain->contains(u"interaction"_s));
    CHECK_FALSE(plain->contains(u"special_category"_s));
    const auto whole =
        central::showInteraction(centre.uriAs(u"sam"_s), Centre::passwordOf(u"sam"_s), call.id, u"complaint 12"_s);
    REQUIRE(whole);
    CHECK(whole->contains(u"special_category"_s));
    CHECK_FALSE(whole->contains(u"criminal_offence"_s));
    CHECK(central::showInteraction(centre.uri(), {}, handler.interaction().id, {}).error().code == ErrorCode::NotFound);
}

TEST_CASE("the audit cannot be altered, and a gap or a change in its chain is found", "[central]")
{
    const Centre centre;
    TestDesk desk(centre);
    const QString scope = desk.device.toString();
    CHECK(centre.sql(u"SELECT coalesce(reeve.audit_break('%1')::text, 'whole')"_s.arg(scope)) == u"whole"_s);
    for (const QString &change :
         {u"UPDATE reeve.audit SET agent = 'x'"_s, u"DELETE FROM reeve.audit"_s, u"TRUNCATE reeve.audit"_s}) {
        CHECK(centre.sql(u"DO $$ BEGIN %1; RAISE NOTICE 'done'; EXCEPTION WHEN SQLSTATE 'RV004' THEN"
                         " PERFORM set_config('reeve.refused', 'yes', false); END $$;"
                         " SELECT current_setting('reeve.refused', true)"_s.arg(change)) == u"yes"_s);
    }
    (void)centre.sql(u"ALTER TABLE reeve.audit DISABLE TRIGGER append_only;"
                     " UPDATE reeve.audit SET action = 'nothing' WHERE scope = '%1' AND n = 1"_s.arg(scope));
    CHECK(centre.sql(u"SELECT reeve.audit_break('%1')"_s.arg(scope)) == u"1"_s);
}
