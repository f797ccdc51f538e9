// SPDX-License-Identifier: MIT
#include "core/store/interaction_repository.h"

#include "core/store/draft_repository.h"
#include "core/store/merge_repository.h"
#include "core/store/outbox.h"
#include "tests/core/store/test_desk.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace std::chrono_literals;
using domain::Interaction;
using domain::PersonId;
using store::Connection;
using store::InteractionRepository;
using test::TestDesk;

namespace {

const QString secret = u"Crohn's disease, told in confidence"_s;

Interaction callAbout(TestDesk &desk, PersonId person)
{
    desk.clock().advance(1min);
    Interaction call;
    call.id = desk.ids().next<domain::InteractionTag>();
    call.person = person;
    call.channel = domain::Channel::Phone;
    call.direction = domain::Direction::Inbound;
    call.callerNumber = u"+447700900123"_s;
    call.startedAt = desk.now();
    call.endedAt = desk.now() + 5min;
    call.reasons = {u"lgsl:57"_s, u"local:bins"_s};
    call.disposition = u"resolved"_s;
    call.parties.push_back({desk.ids().next<domain::PartyTag>(), domain::PartyRole::Caller, person, {}});
    call.parties.push_back(
        {desk.ids().next<domain::PartyTag>(), domain::PartyRole::Family, std::nullopt, u"her daughter"_s});
    call.notes.push_back({desk.ids().next<domain::NoteTag>(), u"Missed bin 😀 שלום"_s, desk.now()});
    return call;
}

Interaction withRestricted(TestDesk &desk, Interaction call)
{
    domain::SpecialCategoryItem health;
    health.id = desk.ids().next<domain::RestrictedItemTag>();
    health.interaction = call.id;
    health.category = domain::SpecialCategory::Health;
    health.condition = u"A9G"_s;
    health.schedule1 = u"S1P6"_s;
    health.detail = secret;
    health.notedAt = call.startedAt;
    call.specialCategory.push_back(health);
    domain::CriminalOffenceItem offence;
    offence.id = desk.ids().next<domain::RestrictedItemTag>();
    offence.interaction = call.id;
    offence.person = call.person;
    offence.detail = secret;
    offence.notedAt = call.startedAt;
    call.criminalOffence.push_back(offence);
    return call;
}

Result<> insert(TestDesk &desk, const Interaction &call, const QString &agent = u"asha"_s, bool isSent = false)
{
    return desk.write(
        [&](Connection &connection) { return InteractionRepository(connection).insert(call, agent, isSent); });
}

} // namespace

TEST_CASE("an interaction comes back with its reasons, parties and notes", "[store]")
{
    TestDesk desk;
    const Interaction call = callAbout(desk, desk.ids().next<domain::PersonTag>());
    REQUIRE(insert(desk, call));
    CHECK(InteractionRepository(desk.connection()).find(call.id).value() == call);
    CHECK_FALSE(
        InteractionRepository(desk.connection()).find(desk.ids().next<domain::InteractionTag>()).value().has_value());

    SECTION("an anonymous caller")
    {
        Interaction anonymous = callAbout(desk, PersonId());
        anonymous.person = std::nullopt;
        anonymous.parties.clear();
        anonymous.endedAt = std::nullopt;
        REQUIRE(insert(desk, anonymous));
        CHECK(InteractionRepository(desk.connection()).find(anonymous.id).value() == anonymous);
    }
}

TEST_CASE("what is restricted is marked, and its content stands in no table that is shown from", "[store]")
{
    TestDesk desk;
    const auto person = desk.ids().next<domain::PersonTag>();
    const Interaction call = withRestricted(desk, callAbout(desk, person));
    REQUIRE(desk.write([&](Connection &connection) -> Result<> {
        if (const Result<> saved = store::DraftRepository(connection).save({call, u"asha"_s, {}, desk.now(), {}});
            !saved)
            return saved;
        store::OutboxEntry entry;
        entry.id = desk.ids().next<domain::EntryTag>();
        entry.aggregate = call.id.uuid();
        entry.payload = QJsonDocument(domain::toJson(call)).toJson(QJsonDocument::Compact);
        if (const auto appended = store::Outbox(connection).append(entry); !appended)
            return fail(appended);
        return InteractionRepository(connection).insert(call, u"asha"_s, false);
    }));

    const InteractionRepository repository(desk.connection());
    const auto read = repository.find(call.id).value();
    REQUIRE(read);
    CHECK(read->specialCategory.empty());
    CHECK(read->criminalOffence.empty());

    const auto marks = repository.marks(person).value(); // the health item is theirs by its interaction
    REQUIRE(marks.size() == 2);
    const auto mark = repository.mark(call.criminalOffence[0].id).value();
    REQUIRE(mark);
    CHECK(mark->isCriminalOffence);
    CHECK(mark->interaction == call.id);
    CHECK_FALSE(repository.mark(call.specialCategory[0].id).value()->isCriminalOffence);
    CHECK(repository.timeline(person, 10).value().at(0).restrictedItems == 2);

    CHECK_FALSE(desk.contentOfTables({u"outbox"_s, u"draft"_s}).contains("Crohn"));
    CHECK_FALSE(desk.contentOfTables({u"outbox"_s, u"draft"_s}).contains("health"));
    CHECK(desk.contentOfTables({}).contains("Crohn")); // the test can see it where it is
}

TEST_CASE("a timeline is newest first, with counts and the first note", "[store]")
{
    TestDesk desk;
    const auto person = desk.ids().next<domain::PersonTag>();
    const Interaction first = callAbout(desk, person);
    Interaction second = callAbout(desk, person);
    second.notes.clear();
    second.notes.push_back({desk.ids().next<domain::NoteTag>(), QString(500, u'n'), desk.now()});
    second.reasons = {u"lgsl:9"_s};
    REQUIRE(insert(desk, first));
    REQUIRE(insert(desk, second, u"ben"_s));
    REQUIRE(insert(desk, callAbout(desk, desk.ids().next<domain::PersonTag>())));

    const InteractionRepository repository(desk.connection());
    const domain::Note later{desk.ids().next<domain::NoteTag>(), u"Rang back"_s, desk.now() + 1h};
    REQUIRE(desk.write([&](Connection &c) { return InteractionRepository(c).addNote(first.id, later); }));
    REQUIRE(desk.write([&](Connection &c) { return InteractionRepository(c).markSent({first.id}); }));

    const auto lines = repository.timeline(person, 10).value();
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].id == second.id);
    CHECK(lines[0].note == QString(300, u'n'));
    CHECK(lines[0].agent == u"ben"_s);
    CHECK_FALSE(lines[0].isSent);
    CHECK(lines[1].id == first.id);
    CHECK(lines[1].note == first.notes[0].text);
    CHECK(lines[1].noteCount == 2);
    CHECK(lines[1].reasons == first.reasons);
    CHECK(lines[1].disposition == u"resolved"_s);
    CHECK(lines[1].endedAt == first.endedAt);
    CHECK(lines[1].isSent);
    CHECK(repository.timeline(person, 1).value().size() == 1);
    CHECK(repository.timeline(desk.ids().next<domain::PersonTag>(), 10).value().empty());
}

TEST_CASE("a copy from the centre replaces our own, and keeps the note that still waits", "[store]")
{
    TestDesk desk;
    const auto person = desk.ids().next<domain::PersonTag>();
    Interaction call = callAbout(desk, person);
    REQUIRE(insert(desk, call));
    const domain::Note waiting{desk.ids().next<domain::NoteTag>(), u"Not sent yet"_s, desk.now() + 1h};
    REQUIRE(desk.write([&](Connection &c) { return InteractionRepository(c).addNote(call.id, waiting); }));

    call.reasons = {u"lgsl:9"_s};
    call.parties.pop_back();
    REQUIRE(insert(desk, call, {}, true));
    const auto merged = InteractionRepository(desk.connection()).find(call.id).value();
    REQUIRE(merged);
    CHECK(merged->reasons == call.reasons);
    CHECK(merged->parties.size() == 1);
    REQUIRE(merged->notes.size() == 2);
    CHECK(merged->notes[1] == waiting);

    const auto line = InteractionRepository(desk.connection()).timeline(person, 1).value().at(0);
    CHECK(line.agent == u"asha"_s);
    CHECK(line.isSent);

    REQUIRE(insert(desk, call, u"asha"_s, false));
    CHECK(InteractionRepository(desk.connection()).timeline(person, 1).value().at(0).isSent);

    const auto stolen = insert(desk, call, u"ben"_s, true);
    REQUIRE_FALSE(stolen);
    CHECK(stolen.error().code == ErrorCode::Conflict);
}

TEST_CASE("only what the centre has is purged, with everything that belongs to it", "[store]")
{
    TestDesk desk;
    const auto person = desk.ids().next<domain::PersonTag>();
    const Interaction sent = withRestricted(desk, callAbout(desk, person));
    const Interaction unsent = callAbout(desk, person);
    const Interaction recent = callAbout(desk, person);
    REQUIRE(insert(desk, sent, u"asha"_s, true));
    REQUIRE(insert(desk, unsent, u"asha"_s, false));
    REQUIRE(insert(desk, recent, u"asha"_s, true));

    CHECK(desk.write([&](Connection &c) { return InteractionRepository(c).purge(recent.startedAt); }) == 1);
    const InteractionRepository repository(desk.connection());
    CHECK_FALSE(repository.find(sent.id).value().has_value());
    CHECK(repository.find(unsent.id).value().has_value());
    CHECK(repository.find(recent.id).value().has_value());
    CHECK(repository.marks(person).value().empty());
    CHECK(desk.number(u"SELECT count(*) FROM note"_s) == 2);
    CHECK(desk.number(u"SELECT count(*) FROM party"_s) == 4);
    CHECK(repository.find(unsent.id).value()->reasons == unsent.reasons);
    CHECK(desk.number(u"SELECT count(*) FROM interaction WHERE reasons <> ''"_s) == 2);
}

TEST_CASE("a timeline stays from the day its person was opened, and goes in the end", "[store]")
{
    TestDesk desk;
    const auto person = desk.ids().next<domain::PersonTag>();
    const auto record = desk.ids().next<domain::PersonTag>(); // of the same person
    const Interaction old = callAbout(desk, person);
    const Interaction older = callAbout(desk, record);
    const Interaction others = callAbout(desk, desk.ids().next<domain::PersonTag>());
    for (const Interaction &call : {old, older, others})
        REQUIRE(insert(desk, call, u"asha"_s, true));
    const Instant opened = old.startedAt + std::chrono::days(20);
    const auto purged = [&](Instant before) {
        return desk.write([&](Connection &c) { return InteractionRepository(c).purge(before); });
    };
    const auto opens = [&](Instant at) {
        REQUIRE(desk.write([&](Connection &c) { return InteractionRepository(c).keepTimeline({person, record}, at); }));
    };
    opens(opened);
    opens(opened - std::chrono::days(1)); // a clock that went back takes nothing away

    CHECK(purged(opened) == 1);
    const InteractionRepository repository(desk.connection());
    CHECK(repository.find(old.id).value().has_value());
    CHECK(repository.find(older.id).value().has_value());
    CHECK_FALSE(repository.find(others.id).value().has_value());

    CHECK(purged(opened + std::chrono::milliseconds(1)) == 2);
    CHECK(desk.number(u"SELECT count(*) FROM opened_timeline"_s) == 0);
}

TEST_CASE("a timeline keeps what it was given, and not what it gave away", "[store]")
{
    TestDesk desk;
    const auto person = desk.ids().next<domain::PersonTag>();
    Interaction given = callAbout(desk, person);
    given.person.reset();
    given.parties.clear();
    const Interaction gone = callAbout(desk, person);
    qint64 order = 0;
    const auto to = [&](const Interaction &call, PersonId whom) {
        domain::ItemAssigned item;
        item.to = whom;
        item.interaction = call.id;
        domain::MergeEvent event;
        event.id = desk.ids().next<domain::MergeEventTag>();
        event.order = ++order;
        event.agent = u"asha"_s;
        event.at = desk.now();
        event.what = item;
        return desk.write([&](Connection &c) { return store::MergeRepository(c).add(event); });
    };
    REQUIRE(insert(desk, given, u"asha"_s, true));
    REQUIRE(insert(desk, gone, u"asha"_s, true));
    REQUIRE(to(given, person));
    REQUIRE(to(gone, desk.ids().next<domain::PersonTag>()));
    const Instant opened = gone.startedAt + std::chrono::days(20);
    REQUIRE(desk.write([&](Connection &c) { return InteractionRepository(c).keepTimeline({person}, opened); }));

    CHECK(desk.write([&](Connection &c) { return InteractionRepository(c).purge(opened); }) == 1);
    const InteractionRepository repository(desk.connection());
    CHECK(repository.find(given.id).value().has_value());
    CHECK_FALSE(repository.find(gone.id).value().has_value());
}
