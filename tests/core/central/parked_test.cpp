// SPDX-License-Identifier: MIT
// What waits for a record that the centre does not have yet: mended meanwhile, let go, and told to its desk.
#include "core/central/connection.h"
#include "core/central/desk_administration.h"
#include "tests/core/central/centre.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using store::EntryState;

namespace {

class Parking
{
public:
    Parking() { interaction.id = domain::EntryId(call.id.uuid()); } // as a desk makes it

    // The same with a channel that no centre knows.
    [[nodiscard]] store::OutboxEntry faulty() const
    {
        store::OutboxEntry entry = interaction;
        entry.payload.replace("\"channel\":\"phone\"", "\"channel\":\"pigeon\"");
        return entry;
    }
    [[nodiscard]] EntryState pushed(const store::OutboxEntry &entry)
    {
        const auto answer = desk.push({entry});
        REQUIRE(answer);
        return answer->outcomes.front().state;
    }
    [[nodiscard]] QJsonObject mended(const store::OutboxEntry &entry, const char *from, const char *to) const
    {
        const auto answer = supervisor.mend(entry.id, QByteArray(entry.payload).replace(from, to), u"a slip"_s);
        REQUIRE(answer);
        return *answer;
    }
    [[nodiscard]] QString notes() const
    {
        return centre.sql(u"SELECT string_agg(text, ',' ORDER BY text) FROM reeve.note"_s);
    }
    // Of the entry, the last that the desk is told.
    [[nodiscard]] std::optional<EntryState> told(const store::OutboxEntry &entry)
    {
        const auto reply = desk.hello();
        REQUIRE(reply);
        std::optional<EntryState> state;
        for (const store::EntryNews &news : reply->news) {
            if (news.entry == entry.id)
                state = news.state;
        }
        return state;
    }

    const Centre centre;
    TestDesk desk{centre};
    const central::DeskAdministration supervisor{centre.uriAs(u"sam"_s), Centre::passwordOf(u"sam"_s)};
    const domain::Interaction call = desk.interaction();
    store::OutboxEntry interaction = desk.logged(call);
    store::OutboxEntry note = desk.noteAdded(call.id, u"the brown bin"_s);
};

} // namespace

TEST_CASE("C7 what is let go is applied as it was mended", "[central][parked]")
{
    Parking c;
    REQUIRE(c.pushed(c.note) == EntryState::Parked);
    const QJsonObject answer = c.mended(c.note, "brown", "green");
    CHECK(answer.value(u"outcome"_s).toString() == u"parked"_s);
    CHECK(answer.value(u"waits_for"_s).toString() == c.call.id.toString());

    SECTION("when its record comes")
    {
        REQUIRE(c.pushed(c.interaction) == EntryState::Sent);
    }
    SECTION("when its record is mended itself")
    {
        REQUIRE(c.pushed(c.faulty()) == EntryState::Quarantined);
        (void)c.mended(c.faulty(), "pigeon", "phone");
    }
    SECTION("when its desk sends it again with its record, as after a restore")
    {
        REQUIRE(c.desk.push({c.interaction, c.note}));
        CHECK(c.pushed(c.note) == EntryState::Sent);
    }
    CHECK(c.notes() == u"asked about bins,the green bin"_s);
    CHECK(c.supervisor.quarantine(false)->empty());
}

TEST_CASE("C7 what is let go is applied as it was mended, also where no text had come", "[central][parked]")
{
    Parking c;
    store::OutboxEntry broken = c.note;
    broken.payload.replace("brown", "\xff");
    REQUIRE(c.pushed(broken) == EntryState::Quarantined);
    const auto answer = c.supervisor.mend(broken.id, c.note.payload, u"a broken letter"_s);
    REQUIRE(answer);
    REQUIRE(answer->value(u"outcome"_s).toString() == u"parked"_s);
    CHECK(c.told(broken) == EntryState::Parked);
    REQUIRE(c.pushed(c.interaction) == EntryState::Sent);
    CHECK(c.notes() == u"asked about bins,the brown bin"_s);
    CHECK(c.told(broken) == EntryState::Sent);
}

TEST_CASE("C7 a desk is told what became of its entry when that was let go", "[central][parked]")
{
    Parking c;
    store::OutboxEntry other = c.desk.noteAdded(c.call.id, u"the blue bin"_s);
    REQUIRE(c.pushed(c.note) == EntryState::Parked);
    const QString id = QJsonDocument::fromJson(c.note.payload).object().value(u"id"_s).toString();
    const QString itsOwn = QJsonDocument::fromJson(other.payload).object().value(u"id"_s).toString();
    other.payload.replace(itsOwn.toLatin1(), id.toLatin1()); // one note's id for two of them
    REQUIRE(c.pushed(other) == EntryState::Parked);
    CHECK_FALSE(c.told(c.note));

    TestDesk colleague(c.centre);
    REQUIRE(colleague.push({c.interaction}));
    CHECK(c.told(c.note) == EntryState::Sent);
    CHECK(c.told(other) == EntryState::Quarantined);
    CHECK(c.centre.sql(u"SELECT status || ' ' || code FROM reeve.sync_entry WHERE entry = '%1'"_s.arg(
              other.id.toString())) == u"5 id_reuse"_s);
    CHECK(colleague.hello()->news.empty());
}

TEST_CASE("C7 a desk that hears all again is not told what it has been answered since", "[central][parked]")
{
    Parking c;
    (void)c.centre.sql(u"ALTER TABLE reeve.note ADD CONSTRAINT never CHECK (text <> 'the brown bin') NOT VALID"_s);
    REQUIRE(c.pushed(c.note) == EntryState::Parked);
    REQUIRE(c.pushed(c.interaction) == EntryState::Sent);
    CHECK(c.told(c.note) == EntryState::Quarantined);
    (void)c.centre.sql(u"ALTER TABLE reeve.note DROP CONSTRAINT never"_s);
    REQUIRE(c.pushed(c.note) == EntryState::Sent);
    CHECK_FALSE(c.told(c.note));
}

TEST_CASE("C8 what was parked while its record was being committed is let go by the next hello", "[central][parked]")
{
    Parking c;
    const auto target = central::Target::parse(c.centre.uri());
    REQUIRE(target);
    central::Interrupt interrupt;
    std::size_t host = 0;
    const auto other = central::Connection::open(*target, {"postgres", crypto::Secret()}, interrupt, host);
    REQUIRE(other);
    REQUIRE((*other)->execute("BEGIN; INSERT INTO reeve.interaction (id, channel, direction, started_at, agent, device,"
                              " entry) SELECT '" +
                              c.call.id.toString().toLatin1() +
                              "', 'phone', 'inbound', now(), 'sam', gen_random_uuid(), gen_random_uuid()"));
    REQUIRE(c.pushed(c.note) == EntryState::Parked);
    REQUIRE((*other)->execute("COMMIT"));
    CHECK(c.told(c.note) == EntryState::Sent);
    CHECK(c.notes() == u"the brown bin"_s);
}

TEST_CASE("C6 the desk that wrote it reads anew what was mended, and no other one does", "[central][parked]")
{
    Parking c;
    TestDesk colleague(c.centre);
    REQUIRE(c.pushed(c.note) == EntryState::Parked);
    (void)c.mended(c.note, "brown", "green");
    REQUIRE(c.pushed(c.faulty()) == EntryState::Quarantined);
    (void)c.mended(c.faulty(), "pigeon", "letter");

    SECTION("in the log") {}
    SECTION("and when it has begun to read all again before it came to that")
    {
        const auto start = c.desk.gateway().changeLogStart(c.desk.token, c.desk.device);
        REQUIRE(start);
        REQUIRE(colleague.gateway().changeLogStart(colleague.token, colleague.device));
        c.desk.cursor = *start;
        colleague.cursor = *start;
    }
    const auto page = c.desk.pull();
    REQUIRE(page);
    REQUIRE(page->interactions.size() == 1);
    CHECK(page->interactions.front().interaction.channel == domain::Channel::Letter);
    CHECK(page->interactions.front().interaction.notes.size() == 2);
    CHECK(page->interactions.front().interaction.notes.back().text == u"the green bin"_s);
    CHECK(colleague.pull()->interactions.empty());
}

TEST_CASE("what waits for an entry is named with it, and when that is rejected", "[central][parked]")
{
    Parking c;
    REQUIRE(c.pushed(c.faulty()) == EntryState::Quarantined);
    REQUIRE(c.pushed(c.note) == EntryState::Parked);
    const auto stateOfRecord = [&] {
        const auto listed = c.supervisor.quarantine(false);
        REQUIRE(listed);
        for (const QJsonObject &entry : *listed) {
            if (entry.value(u"waits_for"_s).toString() == c.call.id.toString())
                return entry.value(u"waits_for_state"_s).toString();
        }
        return QString();
    };
    CHECK(stateOfRecord() == u"quarantined"_s);
    const QJsonArray waiting{c.note.id.toString()};
    CHECK(c.supervisor.showQuarantined(c.interaction.id, u"a look"_s)->value(u"awaited_by"_s).toArray() == waiting);
    const auto rejected = c.supervisor.reject(c.interaction.id, u"nonsense"_s);
    REQUIRE(rejected);
    CHECK(rejected->value(u"awaited_by"_s).toArray() == waiting);
    CHECK(stateOfRecord() == u"rejected"_s);
    CHECK_FALSE(c.supervisor.reject(c.note.id, u"nonsense"_s)->contains(u"awaited_by"_s));
    CHECK(c.supervisor.quarantine(false)->empty());
}

TEST_CASE("what waits for a rejected entry is rejected with it when that is asked for", "[central][parked]")
{
    using Waiting = central::DeskAdministration::Waiting;
    Parking c;
    REQUIRE(c.pushed(c.faulty()) == EntryState::Quarantined);
    REQUIRE(c.pushed(c.note) == EntryState::Parked);
    CHECK_FALSE(c.supervisor.reject(c.interaction.id, u""_s, Waiting::RejectedWithIt));
    SECTION("at once") {}
    SECTION("or when the entry itself was rejected already")
    {
        REQUIRE(c.supervisor.reject(c.interaction.id, u"nonsense"_s));
    }
    const auto rejected = c.supervisor.reject(c.interaction.id, u"nonsense"_s, Waiting::RejectedWithIt);
    REQUIRE(rejected);
    CHECK(rejected->value(u"rejected_with_it"_s).toArray() == QJsonArray{c.note.id.toString()});
    CHECK(c.told(c.interaction) == EntryState::Quarantined);
    CHECK(c.told(c.note) == EntryState::Quarantined);
    CHECK(c.centre.sql(u"SELECT status || ' ' || code FROM reeve.sync_entry WHERE entry = '%1'"_s.arg(
              c.note.id.toString())) == u"5 rejected"_s);
    CHECK(c.centre.sql(u"SELECT detail ->> 'with' FROM reeve.audit WHERE action = 'quarantine_rejected'"
                       " AND subject = '%1'"_s.arg(c.note.id.toString())) == c.interaction.id.toString());
    CHECK(c.supervisor.quarantine(false)->empty());
    CHECK(c.supervisor.reject(c.interaction.id, u"nonsense"_s, Waiting::RejectedWithIt).error().code ==
          ErrorCode::NotFound);
}
