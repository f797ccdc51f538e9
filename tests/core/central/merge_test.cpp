// SPDX-License-Identifier: MIT
#include "core/domain/merged_fields.h"

#include "tests/core/central/centre.h"
#include "tests/support/random_merges.h"

#include <algorithm>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using store::EntryKind;
using store::EntryState;

namespace {

store::OutboxEntry entryOf(TestDesk &desk, const domain::MergeEvent &event)
{
    const auto kind = store::parseEntryKind(domain::kindCode(event));
    REQUIRE(kind);
    auto entry = desk.entry(*kind, QJsonDocument(domain::toJson(event)).toJson(QJsonDocument::Compact));
    entry.aggregate = domain::recordsOf(event).front().uuid();
    return entry;
}

domain::MergeEvent event(TestDesk &desk, qint64 order, decltype(domain::MergeEvent::what) what)
{
    domain::MergeEvent made;
    made.id = desk.ids().next<domain::MergeEventTag>();
    made.order = order;
    made.agent = u"asha"_s;
    made.at = fromMilliseconds(1'795'344'120'000);
    made.what = std::move(what);
    return made;
}

domain::MergeEvent merge(TestDesk &desk, qint64 order, domain::PersonId survivor, domain::PersonId absorbed,
                         domain::FieldChoices choices = {})
{
    return event(
        desk, order,
        domain::PersonMerge{survivor, absorbed, std::move(choices), {{u"given_name"_s, u"Joan"_s}}, {}, {}, {}});
}

QString sqlUuid(domain::PersonId id)
{
    return u'\'' + id.toString() + u'\'';
}

} // namespace

TEST_CASE("a merge is applied once, audited, and pulled by every desk", "[central][merge]")
{
    const Centre centre;
    TestDesk first(centre, u"asha"_s);
    TestDesk second(centre, u"sam"_s);
    const auto joan = first.ids().next<domain::PersonTag>();
    const auto joanna = first.ids().next<domain::PersonTag>();
    REQUIRE(first.push({first.personCreated(joan, {{u"given_name"_s, u"Joan"_s}}),
                        first.personCreated(joanna, {{u"given_name"_s, u"Joanna"_s}})}));
    REQUIRE(second.pull());
    const auto told = merge(first, 1, joan, joanna);
    const auto entry = entryOf(first, told);
    for (int n = 0; n < 2; ++n) {
        const auto reply = first.push({entry});
        REQUIRE(reply);
        CHECK(reply->outcomes[0].state == EntryState::Sent);
    }
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.merge_event"_s) == u"1");
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.audit WHERE action = 'people_merged'"_s) == u"1");
    const auto page = second.pull();
    REQUIRE(page);
    REQUIRE(page->mergeEvents.size() == 1);
    CHECK(page->mergeEvents.front() == told);

    const auto shown = central::showPerson(centre.uri(), {}, joanna);
    REQUIRE(shown);
    CHECK(shown->value(u"id"_s) == joan.toString());
    CHECK(shown->value(u"records"_s).toArray().size() == 2);
    CHECK(centre.sql(u"SELECT count(*) FROM reeve.person_name WHERE kind = 'current'"_s) == u"1");

    SECTION("and never changed or deleted afterwards")
    {
        CHECK(centre
                  .sql(u"DO $$ BEGIN DELETE FROM reeve.merge_event; EXCEPTION WHEN OTHERS THEN NULL; END $$; "
                       u"SELECT count(*) FROM reeve.merge_event"_s)
                  .endsWith(u"1"));
    }
    SECTION("and taken back for everybody")
    {
        const auto back = event(second, 2, domain::PersonUnmerge{told.id, joan, joanna});
        REQUIRE(second.push({entryOf(second, back)}));
        const auto again = first.pull();
        REQUIRE(again);
        REQUIRE(again->mergeEvents.size() == 2); // its own too
        CHECK(central::showPerson(centre.uri(), {}, joanna)->value(u"id"_s) == joanna.toString());
    }
    SECTION("and emptied of what an erased record said")
    {
        static_cast<void>(
            centre.sql(u"UPDATE reeve.person SET removed = true, fields = '{}' WHERE id = "_s + sqlUuid(joan)));
        CHECK(centre.sql(u"SELECT payload -> 'survivor_fields' FROM reeve.merge_event"_s) == u"{}");
        CHECK(central::showPerson(centre.uri(), {}, joanna)->value(u"id"_s) == joanna.toString());
    }
}

TEST_CASE("a desk follows what is said with a record that is merged into one it follows", "[central][merge]")
{
    const Centre centre;
    TestDesk first(centre, u"asha"_s);
    TestDesk second(centre, u"sam"_s);
    const auto joan = first.ids().next<domain::PersonTag>();
    const auto joanna = first.ids().next<domain::PersonTag>();
    const auto earlier = first.interaction(joanna, u"before the merge"_s);
    REQUIRE(first.push({first.personCreated(joan, {{u"given_name"_s, u"Joan"_s}}),
                        first.personCreated(joanna, {{u"given_name"_s, u"Joanna"_s}}), first.logged(earlier)}));
    REQUIRE(second.gateway().openPerson(second.token, second.device, joan));
    REQUIRE(second.pull());

    REQUIRE(first.push({entryOf(first, merge(first, 1, joan, joanna))}));
    const auto later = first.interaction(joanna, u"by a desk that did not know"_s);
    REQUIRE(first.push({first.logged(later)}));
    const auto page = second.pull();
    REQUIRE(page);
    CHECK(page->interactions.size() == 2);
    const auto opened = first.gateway().openPerson(first.token, first.device, joan);
    REQUIRE(opened);
    CHECK(opened->size() == 2);
}

TEST_CASE("a merge told after the erasure of the survivor brings nothing of it back", "[central][merge]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto joan = desk.ids().next<domain::PersonTag>();
    const auto joanna = desk.ids().next<domain::PersonTag>();
    REQUIRE(desk.push({desk.personCreated(joan, {{u"given_name"_s, u"Joan"_s}}),
                       desk.personCreated(joanna, {{u"given_name"_s, u"Joanna"_s}})}));
    static_cast<void>(
        centre.sql(u"UPDATE reeve.person SET removed = true, fields = '{}' WHERE id = "_s + sqlUuid(joan)));
    const auto entry = entryOf(desk, merge(desk, 1, joan, joanna)); // by a desk that has yet to hear of it
    for (int n = 0; n < 2; ++n) {
        const auto reply = desk.push({entry});
        REQUIRE(reply);
        CHECK(reply->outcomes[0].state == EntryState::Sent);
    }
    CHECK(centre.sql(u"SELECT payload -> 'survivor_fields' FROM reeve.merge_event"_s) == u"{}");
    CHECK(central::showPerson(centre.uri(), {}, joan)->value(u"id"_s) == joanna.toString());
}

TEST_CASE("who is shown is worked out again when a record comes after the merge that tells of it", "[central][merge]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto joan = desk.ids().next<domain::PersonTag>();
    const auto joanna = desk.ids().next<domain::PersonTag>();
    REQUIRE(desk.push({desk.personCreated(joanna, {{u"given_name"_s, u"Joanna"_s}})}));
    REQUIRE(desk.push({entryOf(desk, merge(desk, 1, joan, joanna))}));
    CHECK(central::showPerson(centre.uri(), {}, joanna)->value(u"id"_s) == joanna.toString());
    REQUIRE(desk.push({desk.personCreated(joan, {{u"given_name"_s, u"Joan"_s}})}));
    CHECK(central::showPerson(centre.uri(), {}, joanna)->value(u"id"_s) == joan.toString());
}

TEST_CASE("an event that no desk could read is put aside", "[central][merge]")
{
    const Centre centre;
    TestDesk desk(centre);
    const auto joan = desk.ids().next<domain::PersonTag>();
    const auto joanna = desk.ids().next<domain::PersonTag>();
    const QJsonObject good = domain::toJson(merge(desk, 1, joan, joanna));
    const auto outcome = [&](const QString &member, const QJsonValue &value) {
        QJsonObject wrong = good;
        wrong.insert(member, value);
        wrong.insert(u"id"_s, desk.ids().next().toString(QUuid::WithoutBraces));
        const auto reply =
            desk.push({desk.entry(EntryKind::PeopleMerged, QJsonDocument(wrong).toJson(QJsonDocument::Compact))});
        REQUIRE(reply);
        return reply->outcomes[0].state;
    };
    CHECK(outcome(u"absorbed"_s, joan.toString()) == EntryState::Quarantined);
    CHECK(outcome(u"order"_s, 0) == EntryState::Quarantined);
    CHECK(outcome(u"choices"_s, QJsonObject{{u"given_name"_s, u"x"_s}}) == EntryState::Quarantined);
    CHECK(outcome(u"kind"_s, u"people_unmerged"_s) == EntryState::Quarantined);
    CHECK(outcome(u"at"_s, QJsonValue::Null) == EntryState::Quarantined);
    CHECK(outcome(u"reason"_s, u"told so"_s) == EntryState::Sent);
}

TEST_CASE("the centre shows of merged people what a desk shows", "[central][merge]")
{
    const Centre centre;
    TestDesk desk(centre);
    const quint64 seed = 4;
    Dice dice(seed);
    INFO("seed " << seed);
    domain::Originals originals;
    std::vector<domain::PersonId> people;
    std::vector<domain::MergeEvent> events;
    std::vector<store::OutboxEntry> entries;
    for (int group = 0; group < 40; ++group) {
        std::vector<domain::PersonId> five;
        for (int n = 0; n < 5; ++n) {
            five.push_back(desk.ids().next<domain::PersonTag>());
            QJsonObject fields = randomPerson(dice);
            if (dice.isOneIn(2)) // of another of the five, often
                fields.insert(u"relationship/k%1"_s.arg(dice.below(2)),
                              QJsonObject{{u"kind"_s, u"partner"_s}, {u"other"_s, dice.of(five).toString()}});
            originals.emplace(five.back(), fields);
            entries.push_back(desk.personCreated(five.back(), originals.at(five.back())));
        }
        std::vector<domain::MergeEvent> made;
        for (int n = 0; n < 7; ++n) {
            const auto survivor = dice.of(five);
            const auto absorbed = dice.of(five);
            if (survivor == absorbed)
                continue;
            const qint64 order = 1 + dice.below(5);
            const QString field = dice.isOneIn(6) ? domain::homeAddress.toString() : randomField(dice).first;
            const domain::FieldChoices choices{{field, {dice.of(five), survivor}}};
            if (!made.empty() && dice.isOneIn(4)) {
                const auto &pair = std::get_if<domain::PersonMerge>(&made.front().what);
                if (pair)
                    made.push_back(
                        event(desk, order, domain::PersonUnmerge{made.front().id, pair->survivor, pair->absorbed}));
            } else if (dice.isOneIn(4)) {
                made.push_back(event(desk, order, domain::FieldsChosen{survivor, choices}));
            } else {
                made.push_back(merge(desk, order, survivor, absorbed, choices));
            }
        }
        for (const auto &one : made)
            entries.push_back(entryOf(desk, one));
        events.insert(events.end(), made.begin(), made.end());
        people.insert(people.end(), five.begin(), five.end());
    }
    for (std::size_t from = 0; from < entries.size(); from += 50) {
        const auto to = std::min(entries.size(), from + 50);
        const auto reply = desk.push({entries.begin() + qsizetype(from), entries.begin() + qsizetype(to)});
        REQUIRE(reply);
        for (const auto &outcome : reply->outcomes)
            REQUIRE(outcome.state == EntryState::Sent);
    }

    const domain::MergeGraph graph(events);
    int merged = 0;
    for (const auto person : people) {
        const auto records = graph.recordsWith(person);
        const auto survivor = graph.survivorOf(records, [](domain::PersonId) { return true; });
        REQUIRE(centre.sql(u"SELECT reeve.survivor_of("_s + sqlUuid(person) + u')') == survivor.toString());
        if (survivor != person)
            continue;
        domain::Originals own;
        for (const auto record : records)
            own.emplace(record, originals.at(record));
        merged += records.size() > 1 ? 1 : 0;
        const auto expected = domain::foldFields(graph, survivor, own).fields;
        const auto shown = QJsonDocument::fromJson(
            centre.sql(u"SELECT fields FROM reeve.shown_person WHERE id = "_s + sqlUuid(person)).toUtf8());
        REQUIRE(QJsonDocument(shown.object()).toJson().toStdString() == QJsonDocument(expected).toJson().toStdString());
    }
    CHECK(merged > 20);
}
