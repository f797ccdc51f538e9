// SPDX-License-Identifier: MIT
#include "core/store/person_index.h"
#include "core/store/person_repository.h"
#include "core/store/person_search.h"

#include "core/domain/person_fields.h"
#include "core/store/interaction_repository.h"
#include "core/store/outbox.h"
#include "core/store/prepared_people.h"
#include "tests/core/store/test_desk.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using domain::Person;
using domain::PersonId;
using store::Connection;
using store::EntryState;
using store::Outbox;
using store::PersonRepository;
using store::PulledPerson;
using test::TestDesk;

namespace {

PulledPerson pulled(const Person &person, qint64 revision)
{
    return {person.id, revision, QJsonDocument(domain::toFields(person)).toJson(), false};
}

PersonRepository::Applied apply(TestDesk &desk, const std::vector<PulledPerson> &people)
{
    const auto applied =
        desk.write([&](Connection &connection) { return PersonRepository(connection).applyPulled(people); });
    REQUIRE(applied);
    return *applied;
}

Person stored(TestDesk &desk, PersonId id)
{
    const auto person = PersonRepository(desk.connection()).find(id);
    REQUIRE(person);
    REQUIRE(*person);
    return **person;
}

std::vector<PersonId> found(TestDesk &desk, const QString &query)
{
    const auto matches = store::PersonSearch(desk.connection()).search(query, 20, QDate(2026, 11, 22));
    REQUIRE(matches);
    std::vector<PersonId> ids;
    for (const auto &match : *matches)
        ids.push_back(match.id);
    return ids;
}

// As the service does it: the row and the entry in one transaction.
qint64 edit(TestDesk &desk, PersonId id, const QString &knownAs)
{
    const auto sequence = desk.write([&](Connection &connection) -> Result<qint64> {
        const PersonRepository people(connection);
        auto person = people.find(id);
        if (!person)
            return fail(person);
        (*person)->knownAs = knownAs;
        if (const Result<> updated = people.update(**person); !updated)
            return fail(updated);
        return Outbox(connection).append(test::editEntry(desk.ids(), id, u"known_as"_s, knownAs, (*person)->revision));
    });
    REQUIRE(sequence);
    return *sequence;
}

void answer(TestDesk &desk, qint64 sequence, EntryState state, qint64 revision)
{
    REQUIRE(desk.write([&](Connection &connection) {
        return Outbox(connection).record({{sequence, state, {}, revision}}, 77);
    }));
}

void settle(TestDesk &desk, PersonId id)
{
    REQUIRE(desk.write([&](Connection &connection) { return PersonRepository(connection).settleEdits(id); }));
}

// The index that was kept up change by change is, byte for byte, the one that is built anew.
void checkIndex(TestDesk &desk)
{
    const auto kept = desk.connection().personIndex()->current(desk.connection());
    store::PersonIndex fresh;
    const auto anew = fresh.current(desk.connection());
    REQUIRE(kept);
    REQUIRE(anew);
    const auto keptSegment = (*kept)->merged();
    const auto newSegment = (*anew)->merged();
    const auto image = keptSegment->image();
    CHECK(std::equal(image.begin(), image.end(), newSegment->image().begin(), newSegment->image().end()));
}

} // namespace

TEST_CASE("people made ready on another thread are stored, found and counted", "[store]")
{
    TestDesk desk;
    Person joan = test::joanHayward(desk.ids());
    const Person bob = test::personNamed(desk.ids(), u"Bob"_s, u"Smith"_s);
    apply(desk, {pulled(bob, 1)});

    std::vector<PulledPerson> page{pulled(joan, 3), {bob.id, 2, {}, true}, {{}, 1, "{}", false}};
    for (const QByteArray &hostile :
         {QByteArray(), QByteArray("["), QByteArray("[]"), QByteArray("{\"family_name\":1}"),
          QByteArray("{\"family_name\":\"\xff\"}"), QByteArray(4000, '[')})
        page.push_back({domain::PersonId(desk.ids().next<domain::PersonTag>()), 1, hostile, false});
    std::vector<store::PreparedPerson> ready;
    std::thread([&] { ready = store::prepare(std::move(page)); }).join();
    const auto applied =
        desk.write([&](Connection &connection) { return PersonRepository(connection).applyPulled(ready); });
    REQUIRE(applied);
    CHECK(applied->applied == 1);
    CHECK(applied->removed == 1);
    CHECK(applied->unreadable == 7);

    joan.revision = 3;
    CHECK(stored(desk, joan.id) == joan);
    CHECK(found(desk, u"hayward"_s) == std::vector{joan.id});
    CHECK(found(desk, u"smith"_s).empty());
}

TEST_CASE("of two records with one reference every desk finds the same one, whichever it learned of first", "[store]")
{
    for (const bool isSmallerFirst : {true, false}) {
        TestDesk desk;
        Person smaller = test::joanHayward(desk.ids());
        Person greater = test::joanHayward(desk.ids());
        if (smaller.id.uuid().toRfc4122() > greater.id.uuid().toRfc4122())
            std::swap(smaller, greater);
        REQUIRE(desk.write([&](Connection &connection) -> Result<> {
            const PersonRepository people(connection);
            if (const auto added = people.insert(isSmallerFirst ? smaller : greater); !added)
                return added;
            return people.insert(isSmallerFirst ? greater : smaller);
        }));
        const PersonRepository people(desk.connection());
        CHECK(people.findByExternalId(u"P0001234"_s).value() == smaller.id);
        CHECK(people.allByExternalId(u"P0001234"_s).value() == std::vector{smaller.id, greater.id});
        CHECK(people.allByExternalId(u"P9"_s).value().empty());
    }
}

TEST_CASE("a person made here is stored whole and found by their reference", "[store]")
{
    TestDesk desk;
    const Person joan = test::joanHayward(desk.ids());
    REQUIRE(desk.write([&](Connection &connection) { return PersonRepository(connection).insert(joan); }));

    CHECK(stored(desk, joan.id) == joan);
    CHECK(PersonRepository(desk.connection()).findByExternalId(u"P0001234"_s).value() == joan.id);
    CHECK_FALSE(PersonRepository(desk.connection()).findByExternalId(u"P9"_s).value().has_value());
    CHECK_FALSE(PersonRepository(desk.connection()).find(desk.ids().next<domain::PersonTag>()).value().has_value());

    const auto again = desk.write([&](Connection &connection) { return PersonRepository(connection).insert(joan); });
    REQUIRE_FALSE(again);
    CHECK(again.error().code == ErrorCode::Conflict);
    CHECK(PersonRepository(desk.connection()).count() == 1);

    Person stranger = test::personNamed(desk.ids(), u"A"_s, u"B"_s);
    CHECK(desk.write([&](Connection &c) { return PersonRepository(c).update(stranger); }).error().code ==
          ErrorCode::NotFound);
}

TEST_CASE("pulled people are stored, replaced by newer revisions only, and removed", "[store]")
{
    TestDesk desk;
    Person joan = test::joanHayward(desk.ids());
    const Person other = test::personNamed(desk.ids(), u"Owen"_s, u"Pritchard"_s);
    CHECK(apply(desk, {pulled(joan, 3), pulled(other, 1)}).applied == 2);
    CHECK(stored(desk, joan.id).revision == 3);

    joan.name.family = u"Castleton"_s;
    CHECK(apply(desk, {pulled(joan, 2)}).applied == 0);
    CHECK(stored(desk, joan.id).name.family == u"O'Brien-Hayward"_s);

    CHECK(apply(desk, {pulled(joan, 4)}).applied == 1);
    CHECK(stored(desk, joan.id).name.family == u"Castleton"_s);
    CHECK(stored(desk, joan.id).revision == 4);
    CHECK(found(desk, u"obrien"_s).empty());
    CHECK(found(desk, u"castleton p0001234"_s).size() == 1);

    CHECK(apply(desk, {{joan.id, 5, {}, true}}).removed == 1);
    CHECK(apply(desk, {{joan.id, 5, {}, true}}).removed == 0);
    CHECK_FALSE(PersonRepository(desk.connection()).find(joan.id).value().has_value());
    CHECK(found(desk, u"castleton"_s).empty());
    CHECK(PersonRepository(desk.connection()).count() == 1);
    checkIndex(desk);
}

TEST_CASE("a pulled row that cannot be read is counted and passed over", "[store]")
{
    TestDesk desk;
    const auto id = [&] { return desk.ids().next<domain::PersonTag>(); };
    const Person joan = test::joanHayward(desk.ids());
    const auto applied = apply(desk, {{id(), 1, "", false},
                                      {id(), 1, "not JSON", false},
                                      {id(), 1, "[1,2,3]", false},
                                      {id(), 1, R"({"given_name":{"a":1}})", false},
                                      {id(), 1, R"({"date_of_birth":"1979-02-31"})", false},
                                      {id(), 1, "{\"given_name\":\"\xff\xfe\"}", false},
                                      {id(), 1, QByteArray(100'000, '['), false},
                                      {id(), -1, "{}", false},
                                      {PersonId(), 1, "{}", false},
                                      pulled(joan, 1)});
    CHECK(applied.applied >= 1);
    CHECK(applied.unreadable >= 7);
    CHECK(applied.applied + applied.unreadable == 10);
    CHECK(stored(desk, joan.id).revision == 1);
}

TEST_CASE("a person made here becomes the centre's when it comes back", "[store]")
{
    TestDesk desk;
    const Person joan = test::joanHayward(desk.ids());
    REQUIRE(desk.write([&](Connection &connection) { return PersonRepository(connection).insert(joan); }));
    CHECK(apply(desk, {pulled(joan, 1)}).applied == 1);
    CHECK(stored(desk, joan.id).revision == 1);
    CHECK(PersonRepository(desk.connection()).count() == 1);
    CHECK(found(desk, u"p0001234"_s).size() == 1);
    checkIndex(desk);
}

TEST_CASE("a pulled row never takes back what waits to be sent", "[store]")
{
    TestDesk desk;
    Person joan = test::joanHayward(desk.ids());
    apply(desk, {pulled(joan, 1)});
    const qint64 first = edit(desk, joan.id, u"Jay"_s);
    const qint64 second = edit(desk, joan.id, u"Jaybird"_s);
    CHECK(stored(desk, joan.id).knownAs == u"Jaybird"_s);
    CHECK(stored(desk, joan.id).revision == 1);

    joan.name.family = u"Castleton"_s; // somebody else's change
    apply(desk, {pulled(joan, 2)});
    CHECK(stored(desk, joan.id).knownAs == u"Jaybird"_s);
    CHECK(stored(desk, joan.id).name.family == u"Castleton"_s);
    CHECK(stored(desk, joan.id).revision == 2);
    CHECK(found(desk, u"jaybird castleton"_s).size() == 1);
    CHECK(found(desk, u"jojo"_s).empty());

    SECTION("settling while edits wait keeps them")
    {
        settle(desk, joan.id);
        CHECK(stored(desk, joan.id).knownAs == u"Jaybird"_s);
    }
    SECTION("sent edits stay shown until the pull brings them back")
    {
        answer(desk, first, EntryState::Sent, 3);
        answer(desk, second, EntryState::Sent, 4);
        settle(desk, joan.id);
        CHECK(stored(desk, joan.id).knownAs == u"Jaybird"_s);
        CHECK(stored(desk, joan.id).revision == 4); // nobody else came between
        CHECK(desk.number(u"SELECT count(*) FROM person WHERE centre_fields IS NOT NULL"_s) == 0);

        joan.knownAs = u"Jaybird"_s;
        apply(desk, {pulled(joan, 4)});
        CHECK(stored(desk, joan.id).knownAs == u"Jaybird"_s);
    }
    SECTION("a sent edit with others' changes before it stays on top of the older state, at its revision")
    {
        answer(desk, first, EntryState::Sent, 6);
        answer(desk, second, EntryState::Sent, 7);
        settle(desk, joan.id);
        CHECK(stored(desk, joan.id).knownAs == u"Jaybird"_s);
        CHECK(stored(desk, joan.id).revision == 2);

        joan.name.given = u"Joanna"_s; // revision 5
        apply(desk, {pulled(joan, 5)});
        CHECK(stored(desk, joan.id).knownAs == u"Jaybird"_s);
        CHECK(stored(desk, joan.id).name.given == u"Joanna"_s);

        joan.knownAs = u"Somebody's later choice"_s;
        apply(desk, {pulled(joan, 8)});
        CHECK(stored(desk, joan.id).knownAs == joan.knownAs);
        CHECK(desk.number(u"SELECT count(*) FROM person WHERE centre_fields IS NOT NULL"_s) == 0);
    }
    SECTION("what the centre refused is no longer shown")
    {
        answer(desk, first, EntryState::Conflict, 3);
        answer(desk, second, EntryState::Quarantined, 0);
        settle(desk, joan.id);
        CHECK(stored(desk, joan.id).knownAs == u"Jo-Jo"_s);
        CHECK(found(desk, u"jaybird"_s).empty());
        CHECK(found(desk, u"jojo"_s).size() == 1);
    }
    checkIndex(desk);
}

TEST_CASE("an edit of somebody just made here survives the first pull", "[store]")
{
    TestDesk desk;
    const Person joan = test::joanHayward(desk.ids());
    REQUIRE(desk.write([&](Connection &connection) { return PersonRepository(connection).insert(joan); }));
    edit(desk, joan.id, u"Jay"_s);
    apply(desk, {pulled(joan, 1)});
    CHECK(stored(desk, joan.id).knownAs == u"Jay"_s);
    CHECK(stored(desk, joan.id).revision == 1);
}

TEST_CASE("erasure takes the person, the timeline and the index, but not work that waits", "[store]")
{
    TestDesk desk;
    const Person joan = test::joanHayward(desk.ids());
    apply(desk, {pulled(joan, 1)});
    domain::Interaction call;
    call.id = desk.ids().next<domain::InteractionTag>();
    call.person = joan.id;
    call.notes.push_back({desk.ids().next<domain::NoteTag>(), u"Rang about the bins"_s, desk.now()});
    REQUIRE(desk.write([&](Connection &connection) {
        return store::InteractionRepository(connection).insert(call, u"asha"_s, true);
    }));

    SECTION("nothing waits")
    {
        CHECK(apply(desk, {{joan.id, 2, {}, true}}).removed == 1);
    }
    SECTION("an edit waits: the person goes when it has been answered for")
    {
        const qint64 sequence = edit(desk, joan.id, u"Jay"_s);
        CHECK(apply(desk, {{joan.id, 2, {}, true}}).removed == 0);
        CHECK(stored(desk, joan.id).knownAs == u"Jay"_s);
        settle(desk, joan.id);
        CHECK(stored(desk, joan.id).knownAs == u"Jay"_s);
        answer(desk, sequence, EntryState::Quarantined, 0);
        settle(desk, joan.id);
    }
    CHECK_FALSE(PersonRepository(desk.connection()).find(joan.id).value().has_value());
    CHECK(found(desk, u"hayward"_s).empty());
    REQUIRE(desk.write([](Connection &connection) { return PersonRepository(connection).compactSearchIndex(); }));
    const QByteArray left = desk.contentOfTables({u"outbox"_s});
    CHECK_FALSE(left.toLower().contains("hayward"));
    CHECK_FALSE(left.contains("bins"));
}

TEST_CASE("after the centre went back in time its earlier revisions are taken again", "[store]")
{
    TestDesk desk;
    Person joan = test::joanHayward(desk.ids());
    apply(desk, {pulled(joan, 9)});
    joan.knownAs = u"Jay"_s;
    CHECK(apply(desk, {pulled(joan, 4)}).applied == 0);
    REQUIRE(desk.write([](Connection &connection) { return PersonRepository(connection).forgetRevisions(); }));
    CHECK(apply(desk, {pulled(joan, 4)}).applied == 1);
    CHECK(stored(desk, joan.id).knownAs == u"Jay"_s);
}

TEST_CASE("whom a whole second reading did not bring goes, but for work that is not safe", "[store]")
{
    TestDesk desk;
    const auto removeUnknown = [&](bool isAllowed) {
        return desk.write(
            [isAllowed](Connection &connection) { return PersonRepository(connection).removeUnknown(isAllowed); });
    };
    const Person stays = test::joanHayward(desk.ids());
    const Person gone = test::personNamed(desk.ids(), u"Owen"_s, u"Pritchard"_s);
    const Person busy = test::personNamed(desk.ids(), u"Carys"_s, u"Bevan"_s);
    apply(desk, {pulled(stays, 9), pulled(gone, 9), pulled(busy, 9)});
    const qint64 sequence = edit(desk, busy.id, u"Caz"_s);
    REQUIRE(desk.write([](Connection &connection) { return PersonRepository(connection).forgetRevisions(); }));
    apply(desk, {pulled(stays, 4)});

    SECTION("a few")
    {
        const auto removed = removeUnknown(false);
        REQUIRE(removed);
        CHECK(removed->found == 1);
        CHECK(removed->kept == 1);
        CHECK(removed->areRemoved);
        CHECK(found(desk, u"pritchard"_s).empty());
        CHECK(stored(desk, busy.id).knownAs == u"Caz"_s);
        CHECK(stored(desk, stays.id).revision == 4);
        // Safe at the centre, who still does not have the person: somebody removed them there.
        answer(desk, sequence, EntryState::Sent, 0);
        REQUIRE(desk.write([](Connection &connection) { return store::Outbox(connection).settle(1'000'000); }));
        CHECK(removeUnknown(false)->kept == 0);
        CHECK(PersonRepository(desk.connection()).count() == 1);
        checkIndex(desk);
    }
    SECTION("more than one in twenty, which a person has to allow")
    {
        std::vector<PulledPerson> many;
        for (int n = 0; n < 21; ++n)
            many.push_back(pulled(test::personNamed(desk.ids(), u"Mair"_s, u"Rees"_s), 1));
        ::apply(desk, many);
        REQUIRE(desk.write([](Connection &connection) { return PersonRepository(connection).forgetRevisions(); }));
        const auto held = removeUnknown(false);
        REQUIRE(held);
        CHECK_FALSE(held->areRemoved);
        CHECK(held->found == 23);
        CHECK(PersonRepository(desk.connection()).count() == 24);
        CHECK(removeUnknown(true)->areRemoved);
        CHECK(PersonRepository(desk.connection()).count() == 1);
    }
}

TEST_CASE("names in any script, emoji and over-long ones are stored as they came", "[store]")
{
    TestDesk desk;
    Person person = test::personNamed(desk.ids(), u"Zoë 😀"_s, u"\u202eשלום\u202c"_s);
    person.communicationNeeds = QString(5000, u'x');
    apply(desk, {pulled(person, 1)});
    const Person back = stored(desk, person.id);
    CHECK(back.name == person.name);
    CHECK(back.communicationNeeds == person.communicationNeeds);
    CHECK(found(desk, u"zoe"_s).size() == 1);
    CHECK(found(desk, u"שלום"_s).size() == 1);
}
