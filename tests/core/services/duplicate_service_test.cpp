// SPDX-License-Identifier: MIT
#include "core/services/person/duplicates/duplicate_service.h"

#include "core/store/likely_pairs.h"
#include "core/store/person_repository.h"
#include "tests/core/services/desk_folder.h"

#include <catch2/catch.hpp>

#include <sys/resource.h>
#include <thread>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using domain::PersonId;

namespace {

// A desk with Joan Hayward twice, mistyped once, and somebody else.
class Twice final
{
public:
    Twice()
    {
        first = add(joan());
        domain::Person mistyped = joan();
        mistyped.name.given = u"Jaon"_s;
        mistyped.name.title.clear();
        second = add(mistyped);
        domain::Person other = joan();
        other.name = {{}, u"Zbigniew"_s, {}, u"Nowak"_s};
        other.dateOfBirth = *domain::PartialDate::parseIso(u"1950-01-30");
        other.addresses.front().text = u"3 Mill Lane, Exampleton"_s;
        other.contactPoints.clear();
        add(other);
    }
    PersonId add(const domain::Person &person) const
    {
        const auto id = await(people.add(person));
        REQUIRE(id);
        return *id;
    }
    [[nodiscard]] services::DuplicateList find()
    {
        const auto list = await(duplicates.find(std::make_shared<services::DuplicateSearch>()));
        REQUIRE(list);
        return *list;
    }

    DeskFolder folder;
    services::PersonService people{folder.desk()};
    services::MergeService merges{folder.desk()};
    services::DuplicateService duplicates{folder.desk()};
    PersonId first;
    PersonId second;
};

} // namespace

TEST_CASE("somebody who is on record twice is found, with what speaks for it", "[duplicates]")
{
    Twice at;
    const auto search = std::make_shared<services::DuplicateSearch>();
    const auto list = await(at.duplicates.find(search));
    REQUIRE(list);
    CHECK(search->percent == 100);
    CHECK(list->people == 3);
    REQUIRE(list->pairs.size() == 1);
    CHECK(list->pairs.front().left.id == at.first);
    CHECK(list->pairs.front().right.id == at.second);
    CHECK_FALSE(list->pairs.front().reasons.empty());
    CHECK_FALSE(list->pairs.front().isPutOff);
}

TEST_CASE("a pair that was decided is not listed again until something that is compared changes", "[duplicates]")
{
    Twice at;
    REQUIRE(await(at.merges.decide(at.second, at.first, domain::PairVerdict::NotSame, {})));
    CHECK(at.find().pairs.empty());

    auto view = await(at.people.open(at.second));
    domain::Person after = view->person;
    after.name.family = after.name.family.toUpper(); // as it is written is not compared
    REQUIRE(await(at.people.edit(view->person, after)));
    CHECK(at.find().pairs.empty());

    view = await(at.people.open(at.second));
    after = view->person;
    after.name.given = u"Joan"_s;
    REQUIRE(await(at.people.edit(view->person, after)));
    CHECK(at.find().pairs.size() == 1);

    REQUIRE(await(at.merges.decide(at.second, at.first, domain::PairVerdict::Later, {})));
    const auto list = at.find();
    REQUIRE(list.pairs.size() == 1);
    CHECK(list.pairs.front().isPutOff);
}

TEST_CASE("what a search found waits until it is decided", "[duplicates]")
{
    Twice at;
    const auto waiting = [&at] {
        const auto list = await(services::DuplicateService(at.folder.desk()).waiting());
        REQUIRE(list);
        CHECK(list->found == static_cast<qint64>(list->pairs.size()));
        return *list;
    };
    CHECK(waiting().pairs.empty());
    const auto found = at.find();
    REQUIRE(found.pairs.size() == 1);
    REQUIRE(waiting().pairs.size() == 1);
    CHECK(waiting().pairs.front().left.id == at.first);
    CHECK(waiting().pairs.front().right.id == at.second);
    CHECK(waiting().pairs.front().probability == Approx(found.pairs.front().probability));
    CHECK_FALSE(waiting().pairs.front().reasons.empty());

    SECTION("put off")
    {
        REQUIRE(await(at.merges.decide(at.first, at.second, domain::PairVerdict::Later, {})));
        REQUIRE(waiting().pairs.size() == 1);
        CHECK(waiting().pairs.front().isPutOff);
    }
    SECTION("not the same")
    {
        REQUIRE(await(at.merges.decide(at.first, at.second, domain::PairVerdict::NotSame, {})));
        CHECK(waiting().pairs.empty());
    }
    SECTION("merged")
    {
        services::MergeRequest request;
        request.survivor = at.first;
        request.absorbed = at.second;
        REQUIRE(await(at.merges.merge(request)));
        CHECK(waiting().pairs.empty());
    }
    SECTION("no longer found by the next search")
    {
        const auto view = await(at.people.open(at.second));
        domain::Person after = view->person;
        after.name = {{}, u"Ann"_s, {}, u"Morris"_s};
        after.dateOfBirth = *domain::PartialDate::parseIso(u"1950-01-30");
        after.contactPoints.clear();
        REQUIRE(await(at.people.edit(view->person, after)));
        CHECK(at.find().pairs.empty());
        CHECK(waiting().pairs.empty());
    }
}

TEST_CASE("that two are not the same is listed with who said so, and can be taken back long after", "[duplicates]")
{
    Twice at;
    const auto decided = [&at] {
        const auto list = await(at.duplicates.decided());
        REQUIRE(list);
        return list->pairs;
    };
    CHECK(decided().empty());
    CHECK(await(at.duplicates.takeBack(at.first, at.second, {})).error().code == ErrorCode::InvalidInput);
    REQUIRE(await(at.merges.decide(at.second, at.first, domain::PairVerdict::NotSame, u"cousins"_s)));
    CHECK(at.find().pairs.empty()); // the search forgets them, too

    SECTION("as it was said")
    {
        REQUIRE(decided().size() == 1);
        CHECK(decided().front().left.id == at.first);
        CHECK(decided().front().right.id == at.second);
        REQUIRE(decided().front().said);
        CHECK(decided().front().said->agent == u"asha.patel");
        CHECK(decided().front().said->reason == u"cousins");
        const auto before = at.folder.outbox().size();
        REQUIRE(await(at.duplicates.takeBack(at.first, at.second, u"a slip"_s)));
        REQUIRE(at.folder.outbox().size() == before + 1); // travels, and is audited, as any other decision
        CHECK(at.folder.outbox().back().kind == store::EntryKind::PairDecided);
    }
    SECTION("of records that were merged into others since")
    {
        domain::Person third = joan();
        third.name.given = u"Joanne"_s;
        services::MergeRequest request;
        request.survivor = at.add(third);
        request.absorbed = at.second;
        REQUIRE(await(at.merges.merge(request)));
        REQUIRE(decided().size() == 1);
        CHECK(decided().front().right.id == request.survivor);
        REQUIRE(await(at.duplicates.takeBack(at.first, request.survivor, {})));
    }
    CHECK(decided().empty());
    const auto waiting = await(at.duplicates.waiting());
    REQUIRE(waiting);
    CHECK(waiting->pairs.size() == 1); // to be looked at again
    CHECK(at.find().pairs.size() == 1);
}

TEST_CASE("however unlike two are, who is no longer said to be another waits to be looked at", "[duplicates]")
{
    Twice at;
    domain::Person other = joan();
    other.name = {{}, u"Ann"_s, {}, u"Morris"_s};
    other.dateOfBirth = *domain::PartialDate::parseIso(u"1950-01-30");
    other.contactPoints.clear();
    const PersonId third = at.add(other);
    REQUIRE(await(at.merges.decide(at.first, third, domain::PairVerdict::NotSame, {})));
    REQUIRE(await(at.duplicates.takeBack(at.first, third, {})));
    const auto waiting = await(at.duplicates.waiting());
    REQUIRE(waiting);
    REQUIRE(waiting->pairs.size() == 1);
    CHECK(waiting->pairs.front().right.id == third);
}

TEST_CASE("what waits is asked of two people who are there, and never of those who were merged", "[duplicates]")
{
    Twice at;
    const auto put = [&at](PersonId left, PersonId right, double probability) {
        return at.folder.write([=](store::Connection &connection) {
            return store::LikelyPairs(connection).put({left, right, probability});
        });
    };
    const PersonId third = at.add(joan());
    REQUIRE(put(at.first, at.second, 0.99));
    REQUIRE(put(at.first, third, 0.6));
    REQUIRE(put(at.first, at.folder.desk().ids().next<domain::PersonTag>(), 0.9)); // erased while all were compared
    services::MergeRequest request;
    request.survivor = at.first;
    request.absorbed = at.second;
    REQUIRE(await(at.merges.merge(request)));
    const auto likeliest =
        at.folder.write([](store::Connection &connection) { return store::LikelyPairs(connection).likeliest(1); });
    REQUIRE(likeliest);
    REQUIRE(likeliest->size() == 1);
    CHECK(likeliest->front().right == third);
}

TEST_CASE("people that were merged are looked through as one", "[duplicates]")
{
    Twice at;
    services::MergeRequest request;
    request.survivor = at.first;
    request.absorbed = at.second;
    REQUIRE(await(at.merges.merge(request)));
    const auto list = at.find();
    CHECK(list.people == 2);
    CHECK(list.pairs.empty());
}

TEST_CASE("a search for duplicates that was stopped says so, and another one may follow", "[duplicates]")
{
    Twice at;
    const auto stopped = std::make_shared<services::DuplicateSearch>();
    stopped->isCancelled = true;
    CHECK(await(at.duplicates.find(stopped)).error().code == ErrorCode::Cancelled);
    CHECK(at.find().pairs.size() == 1);
}

TEST_CASE("the two of a pair are shown with what merging would make of them, and how often each was in touch",
          "[duplicates]")
{
    Twice at;
    domain::Interaction made = call(at.folder.desk().clock().now(), u"Bin missed."_s);
    made.person = at.second;
    REQUIRE(await(services::InteractionService(at.folder.desk()).log({made})));

    const auto review = await(at.duplicates.look(at.first, at.second));
    REQUIRE(review);
    CHECK(review->survivor.interactions == 0);
    CHECK(review->absorbed.interactions == 1);
    CHECK(review->absorbed.lastInteraction == made.startedAt);
    CHECK(review->preview.merged.value(u"given_name"_s).toString() == u"Joan"_s);

    const auto chosen =
        await(at.duplicates.look(at.first, at.second, {{u"given_name"_s, domain::MergeSide::Absorbed}}));
    REQUIRE(chosen);
    CHECK(chosen->preview.merged.value(u"given_name"_s).toString() == u"Jaon"_s);
}

TEST_CASE("separating undoes the merge and gives each what came after, or does nothing at all", "[duplicates][merge]")
{
    Twice at;
    services::MergeRequest request;
    request.survivor = at.first;
    request.absorbed = at.second;
    const auto merge = await(at.merges.merge(request));
    REQUIRE(merge);
    domain::Interaction made = call(at.folder.desk().clock().now(), u"Bin missed."_s);
    made.person = at.first;
    const auto logged = await(services::InteractionService(at.folder.desk()).log({made}));
    REQUIRE(logged);

    services::SeparateRequest separate;
    separate.merge = *merge;
    separate.assignments = {{logged->front()->id, {}, {}, at.second}};
    SECTION("all of it")
    {
        REQUIRE(await(at.merges.separate(separate)));
        CHECK(await(at.duplicates.look(at.first, at.second))->absorbed.interactions == 1);
        CHECK(at.find().pairs.empty()); // they are different, and that is remembered
    }
    SECTION("or nothing")
    {
        separate.assignments.front().to = PersonId(QUuid::createUuid());
        CHECK_FALSE(await(at.merges.separate(separate)));
        CHECK(await(at.people.open(at.second))->person.id == at.first);
    }
}

TEST_CASE("pairs that were decided take no place among those that wait", "[duplicates]")
{
    Twice at;
    constexpr int many = 2'000; // as many as are looked at at a time
    std::vector<PersonId> people;
    REQUIRE(at.folder.write([&](store::Connection &connection) -> Result<> {
        const store::LikelyPairs pairs(connection);
        for (int n = 0; n < 2 * many; ++n) {
            domain::Person other;
            other.id = PersonId(QUuid::createUuidV5(QUuid(), QString::number(n)));
            other.name = {{}, u"Ann"_s, {}, u"Morris"_s};
            if (const auto inserted = store::PersonRepository(connection).insert(other); !inserted)
                return inserted;
            people.push_back(other.id);
            if (n % 2 == 0)
                continue;
            if (const auto put = pairs.put({people[people.size() - 2], other.id, 0.9}); !put)
                return put;
        }
        return pairs.put({at.first, at.second, 0.8});
    }));
    std::vector<QFuture<Result<>>> decisions;
    for (std::size_t n = 0; n < people.size(); n += 2)
        decisions.push_back(at.merges.decide(people[n], people[n + 1], domain::PairVerdict::NotSame, {}));
    for (auto &decision : decisions)
        REQUIRE(await(decision));
    const auto waiting = await(at.duplicates.waiting());
    REQUIRE(waiting);
    REQUIRE(waiting->pairs.size() == 1);
    CHECK(waiting->pairs.front().right.id == at.second);
}

TEST_CASE("where many have come at once, they are compared in the background, once", "[duplicates]")
{
    Twice at;
    const auto isDue = [&at] { return await(at.duplicates.isSearchDue()).value(); };
    const auto waiting = [&at] { return await(at.duplicates.waiting())->pairs.size(); };
    const auto isOver = [&at] {
        for (int n = 0; n < 1000 && at.duplicates.inBackground(); ++n)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        return !at.duplicates.inBackground();
    };
    CHECK_FALSE(isDue());
    at.duplicates.searchWhenDue();
    CHECK(isOver());
    CHECK(waiting() == 0); // it was not due

    const auto comeAtOnce = [&at] {
        REQUIRE(at.folder.write(
            [](store::Connection &connection) { return store::LikelyPairs(connection).askForSearch(); }));
    };
    comeAtOnce();
    SECTION("to the end")
    {
        at.duplicates.searchWhenDue();
        for (int n = 0; n < 1000 && isDue(); ++n)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        CHECK_FALSE(isDue());
        CHECK(waiting() == 1);
        CHECK(isOver());
        comeAtOnce(); // and others later
        at.duplicates.searchWhenDue();
        for (int n = 0; n < 1000 && isDue(); ++n)
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        CHECK_FALSE(isDue());
    }
    SECTION("a search that somebody asks for takes its place")
    {
        at.duplicates.searchWhenDue();
        CHECK(at.find().pairs.size() == 1);
        CHECK_FALSE(isDue());
    }
    SECTION("cut off, it is still due")
    {
        {
            services::DuplicateService other(at.folder.desk());
            const auto block = at.folder.desk().store().read([](store::Connection &) -> Result<> {
                std::this_thread::sleep_for(std::chrono::milliseconds(200));
                return {};
            });
            other.searchWhenDue(); // and the desk is closed at once
        }
        CHECK(isDue());
        CHECK(waiting() == 0);
        at.folder.reopen();
        CHECK(await(services::DuplicateService(at.folder.desk()).isSearchDue()).value());
    }
}

TEST_CASE("only the thread that searches in the background gives way, and never one that waits for it", "[duplicates]")
{
    const Twice at;
    const int before = getpriority(PRIO_PROCESS, 0); // of this thread
    {
        services::DuplicateService other(at.folder.desk());
        const auto block = at.folder.desk().store().read([](store::Connection &) -> Result<> {
            std::this_thread::sleep_for(std::chrono::milliseconds(100));
            return {};
        });
        other.searchWhenDue();
        other.searchWhenDue(); // waits for the first one to have looked, and is waited for here
    }
    CHECK(getpriority(PRIO_PROCESS, 0) == before);
}
