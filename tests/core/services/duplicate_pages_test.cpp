// SPDX-License-Identifier: MIT
// The lists of pairs, page by page, while somebody decides.
#include "core/services/person/duplicates/duplicate_service.h"
#include "core/services/person/person_service.h"

#include "tests/core/services/alike_people.h"

#include <catch2/catch.hpp>

#include <set>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using services::DuplicateCandidate;
using services::DuplicateList;
using services::DuplicateService;

namespace {

constexpr int many = 450; // two pages and a part of a third

QString keyOf(const PersonPair &pair)
{
    return pair.first.toString() + u' ' + pair.second.toString();
}

PersonPair pairOf(const DuplicateCandidate &one)
{
    return {one.left.id, one.right.id};
}

struct Pages
{
    [[nodiscard]] DuplicateList page(bool isDecided, const std::optional<services::DuplicatePlace> &after = {}) const
    {
        const auto list = await(isDecided ? duplicates.decided(after) : duplicates.waiting(after));
        REQUIRE(list);
        return *list;
    }
    // The pages behind this one.
    [[nodiscard]] std::vector<DuplicateCandidate> rest(bool isDecided, DuplicateList from) const
    {
        std::vector<DuplicateCandidate> rows;
        while (from.next) {
            from = page(isDecided, from.next);
            CHECK(from.pairs.size() <= DuplicateService::limit);
            rows.insert(rows.end(), from.pairs.begin(), from.pairs.end());
        }
        return rows;
    }
    void decide(const PersonPair &pair, domain::PairVerdict verdict) const
    {
        REQUIRE(await(merges.decide(pair.first, pair.second, verdict, {})));
    }

    DeskFolder folder;
    services::PersonService people{folder.desk()};
    services::MergeService merges{folder.desk()};
    services::DuplicateService duplicates{folder.desk()};
};

// Those of `pairs` that no row of the lists tells.
std::vector<PersonPair> without(const std::vector<PersonPair> &pairs, const std::vector<DuplicateCandidate> &rows)
{
    std::set<QString> told;
    for (const DuplicateCandidate &row : rows)
        told.insert(keyOf(pairOf(row)));
    std::vector<PersonPair> rest;
    std::ranges::copy_if(pairs, std::back_inserter(rest),
                         [&](const PersonPair &pair) { return !told.contains(keyOf(pair)); });
    return rest;
}

} // namespace

TEST_CASE("what waits is read page by page, and what is decided in between hides no pair and shows none twice",
          "[duplicates]")
{
    const Pages at;
    const auto pairs = givenPairs(at.folder, many);
    const DuplicateList first = at.page(false);
    CHECK(first.found == many);
    REQUIRE(first.pairs.size() == DuplicateService::limit);
    REQUIRE(first.next);

    const auto unseen = without(pairs, first.pairs);
    REQUIRE(unseen.size() == many - DuplicateService::limit);
    at.decide(pairOf(first.pairs[0]), domain::PairVerdict::NotSame);
    at.decide(pairOf(first.pairs[1]), domain::PairVerdict::NotSame);
    at.decide(pairOf(first.pairs[2]), domain::PairVerdict::Later);
    at.decide(unseen[0], domain::PairVerdict::NotSame);
    at.decide(unseen[1], domain::PairVerdict::Later);

    const auto rows = at.rest(false, first);
    std::multiset<QString> keys;
    for (const DuplicateCandidate &row : rows)
        keys.insert(keyOf(pairOf(row)));
    CHECK(rows.size() == unseen.size()); // without one that is not the same, and with one that was put off
    for (const PersonPair &pair : unseen)
        CHECK(keys.count(keyOf(pair)) == (pair == unseen[0] ? 0 : 1));
    CHECK(keys.count(keyOf(pairOf(first.pairs[2]))) == 1);
    CHECK(std::ranges::is_sorted(rows, {}, &DuplicateCandidate::isPutOff));
    CHECK(std::ranges::count(rows, true, &DuplicateCandidate::isPutOff) == 2);
}

TEST_CASE("a pair whose records wait in several rows is listed where it is likeliest, and on no later page",
          "[duplicates]")
{
    const Pages at;
    const auto pairs = givenPairs(at.folder, int(DuplicateService::limit) + 10);
    const auto add = [&at] {
        const auto id = await(at.people.add(joan()));
        REQUIRE(id);
        return *id;
    };
    services::MergeRequest request;
    request.survivor = add();
    request.absorbed = add();
    REQUIRE(await(at.merges.merge(request)));
    const auto third = add();
    REQUIRE(at.folder.write([&](store::Connection &connection) -> Result<> {
        if (const auto put = store::LikelyPairs(connection).put({request.absorbed, third, 0.999}); !put)
            return put;
        return store::LikelyPairs(connection).put({request.survivor, third, 0.8});
    }));
    const DuplicateList first = at.page(false);
    CHECK(first.found == qint64(pairs.size()) + 1);
    CHECK(without({std::minmax(request.survivor, third, domain::ByBytes())}, first.pairs).empty());
    const auto rows = at.rest(false, first);
    CHECK(rows.size() == pairs.size() + 1 - DuplicateService::limit);
    CHECK(without({std::minmax(request.survivor, third, domain::ByBytes())}, rows).size() == 1);
}

TEST_CASE("what was decided is read page by page, newest first, whatever is taken back in between", "[duplicates]")
{
    const Pages at;
    const auto pairs = givenPairs(at.folder, int(DuplicateService::limit) + 50);
    std::vector<QFuture<Result<>>> decisions;
    for (const PersonPair &pair : pairs)
        decisions.push_back(at.merges.decide(pair.first, pair.second, domain::PairVerdict::NotSame, {}));
    // Said twice, it is told once, as it was said last.
    decisions.push_back(at.merges.decide(pairs[0].first, pairs[0].second, domain::PairVerdict::NotSame, u"again"_s));
    for (auto &decision : decisions)
        REQUIRE(await(decision));

    const DuplicateList first = at.page(true);
    CHECK(first.found == qint64(pairs.size()));
    REQUIRE(first.pairs.size() == DuplicateService::limit);
    CHECK(pairOf(first.pairs[0]) == pairs[0]);
    CHECK(first.pairs[0].said->reason == u"again"_s);
    CHECK(pairOf(first.pairs[1]) == pairs.back());
    const auto unseen = without(pairs, first.pairs);
    REQUIRE(await(at.duplicates.takeBack(first.pairs[5].left.id, first.pairs[5].right.id, {})));
    REQUIRE(await(at.duplicates.takeBack(unseen[0].first, unseen[0].second, {})));
    at.decide(unseen[1], domain::PairVerdict::NotSame); // once more: it stands before them all now

    const auto rows = at.rest(true, first);
    CHECK(rows.size() == unseen.size() - 2);
    CHECK(without(unseen, rows).size() == 2);
}

TEST_CASE("what a search has found beyond its first page waits behind it", "[duplicates]")
{
    Pages at;
    const auto pairs = givenPairs(at.folder, int(DuplicateService::limit) + 30);
    const auto found = await(at.duplicates.find(std::make_shared<services::DuplicateSearch>()));
    REQUIRE(found);
    CHECK(found->found >= qint64(pairs.size()));
    CHECK(found->pairs.size() == DuplicateService::limit);
    auto rows = at.rest(false, *found);
    rows.insert(rows.end(), found->pairs.begin(), found->pairs.end());
    CHECK(without(pairs, rows).empty());
}
