// SPDX-License-Identifier: MIT
#include "core/services/person/merge/merged_values.h"
#include "core/services/person/person_service.h"
#include "core/services/person/relate_people.h"
#include "core/services/privacy/privacy_service.h"
#include "core/store/interaction_repository.h"
#include "core/store/merge_repository.h"

#include "tests/core/services/sync_desk.h"

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using domain::PersonId;

namespace {

domain::Person named(const QString &given, const QString &family, const QString &phone)
{
    domain::Person person;
    person.name = {{}, given, {}, family};
    person.dateOfBirth = *domain::PartialDate::parseIso(u"1979-06-21");
    domain::ContactPoint point;
    point.value = phone;
    person.contactPoints = {point};
    return person;
}

// A desk with two records of one woman: Joan Hayward, and Joanna O'Brien, her name before.
class Pair final
{
public:
    Pair()
    {
        joan = add(named(u"Joan"_s, u"Hayward"_s, u"01632 960001"_s));
        joanna = add(named(u"Joanna"_s, u"O'Brien"_s, u"01632 960002"_s));
    }

    [[nodiscard]] PersonId add(const domain::Person &person) const
    {
        const auto added = await(people.add(person));
        REQUIRE(added);
        return *added;
    }
    [[nodiscard]] domain::MergeEventId merge() const
    {
        services::MergeRequest request;
        request.survivor = joan;
        request.absorbed = joanna;
        request.reason = u"told so on the call"_s;
        const auto merged = await(merges.merge(request));
        REQUIRE(merged);
        return *merged;
    }
    [[nodiscard]] domain::InteractionId logs(PersonId person, const QString &note) const
    {
        domain::Interaction interaction = call(folder.desk().clock().now(), note);
        interaction.person = person;
        const auto saved = await(services::InteractionService(folder.desk()).log({interaction}));
        REQUIRE(saved);
        REQUIRE(saved->front());
        return saved->front()->id;
    }
    [[nodiscard]] std::vector<domain::InteractionId> timeline(PersonId person) const
    {
        const auto rows = await(services::InteractionService(folder.desk()).timeline(person, 100));
        REQUIRE(rows);
        std::vector<domain::InteractionId> ids;
        for (const auto &row : *rows)
            ids.push_back(row.id);
        return ids;
    }
    [[nodiscard]] std::vector<PersonId> found(const QString &query) const
    {
        const auto hits = await(people.search(query, 10));
        REQUIRE(hits);
        std::vector<PersonId> ids;
        for (const auto &hit : *hits)
            ids.push_back(hit.id);
        return ids;
    }
    void edit(PersonId id, const std::function<void(domain::Person &)> &change) const
    {
        const auto view = await(people.open(id));
        REQUIRE(view);
        domain::Person after = view->person;
        change(after);
        REQUIRE(await(people.edit(view->person, after)));
    }
    [[nodiscard]] domain::Person shown(PersonId id) const
    {
        const auto view = await(people.open(id));
        REQUIRE(view);
        return view->person;
    }
    [[nodiscard]] std::vector<services::MergedValue> values() const
    {
        const auto history = await(merges.history(joan));
        REQUIRE(history);
        return services::mergedValues(*history);
    }

    mutable DeskFolder folder;
    services::PersonService people{folder.desk()};
    services::MergeService merges{folder.desk()};
    PersonId joan;
    PersonId joanna;
};

} // namespace

TEST_CASE("of two merged records one is found, by the names and numbers of both", "[merge]")
{
    const Pair pair;
    const auto merge = pair.merge();
    const std::vector<PersonId> only{pair.joan};
    CHECK(pair.found(u"hayward"_s) == only);
    CHECK(pair.found(u"o'brien"_s) == only);
    CHECK(pair.found(u"960002"_s) == only);
    CHECK(pair.found(u"joanna 960001"_s) == only);
    CHECK(pair.shown(pair.joanna).id == pair.joan);

    REQUIRE(await(pair.merges.unmerge(merge, u"two people after all"_s, true)));
    CHECK(pair.found(u"hayward"_s) == only);
    CHECK(pair.found(u"o'brien"_s) == std::vector<PersonId>{pair.joanna});
    CHECK(pair.found(u"960001"_s) == only);
    CHECK(pair.found(u"960002"_s) == std::vector<PersonId>{pair.joanna});
    CHECK(pair.shown(pair.joanna).id == pair.joanna);
    const auto verdict = await(pair.merges.verdictOn(pair.joanna, pair.joan));
    REQUIRE(verdict);
    CHECK(*verdict == domain::PairVerdict::NotSame);
}

TEST_CASE("the timeline and the restricted items of both follow the survivor, and go back", "[merge]")
{
    const Pair pair;
    pair.folder.giveRoles({domain::Role::Safeguarding});
    const auto before = pair.logs(pair.joan, u"bins"_s);
    domain::Interaction interaction = call(pair.folder.desk().clock().now(), u"asked about care"_s);
    interaction.person = pair.joanna;
    interaction.specialCategory = {healthItem(u"uses a wheelchair"_s)};
    const auto saved = await(services::InteractionService(pair.folder.desk()).log({interaction}));
    REQUIRE(saved);
    REQUIRE(saved->front());
    const auto care = saved->front()->id;

    const auto marks = [&pair](PersonId person) {
        const auto items = await(services::PrivacyService(pair.folder.desk()).itemsOf(person));
        REQUIRE(items);
        return items->size();
    };
    const auto merge = pair.merge();
    CHECK(pair.timeline(pair.joan).size() == 2);
    CHECK(pair.timeline(pair.joanna).size() == 2);
    CHECK(marks(pair.joan) == 1);
    for (const auto &entry : pair.folder.outbox()) { // what an item says is in no merge event
        if (entry.kind == store::EntryKind::PeopleMerged)
            CHECK_FALSE(entry.payload.contains("wheelchair"));
    }

    REQUIRE(await(pair.merges.unmerge(merge, {}, false)));
    CHECK(pair.timeline(pair.joan) == std::vector<domain::InteractionId>{before});
    CHECK(pair.timeline(pair.joanna) == std::vector<domain::InteractionId>{care});
    CHECK(marks(pair.joan) == 0);
    CHECK(marks(pair.joanna) == 1);
}

TEST_CASE("what came after a merge is listed when it is undone, and goes to whom a person says", "[merge]")
{
    Pair pair;
    static_cast<void>(pair.logs(pair.joan, u"before"_s));
    pair.folder.clock().advance(std::chrono::hours(1));
    const auto merge = pair.merge();
    pair.folder.clock().advance(std::chrono::hours(1));
    const auto since = pair.logs(pair.joan, u"since"_s);
    pair.edit(pair.joan, [](domain::Person &person) { person.knownAs = u"Jo"_s; });
    CHECK_FALSE(await(pair.merges.assign(merge, since, pair.joanna))); // it stands

    REQUIRE(await(pair.merges.unmerge(merge, u"two people"_s, false)));
    const auto after = await(pair.merges.whatCameAfter(merge));
    REQUIRE(after);
    REQUIRE(after->size() == 2);
    CHECK(after->at(0).interaction == since);
    CHECK(after->at(0).summary == u"since");
    CHECK(after->at(1).field == u"known_as");
    CHECK(after->at(1).now == u"Jo"_s);

    REQUIRE(await(pair.merges.assign(merge, since, pair.joanna)));
    CHECK(pair.timeline(pair.joanna) == std::vector<domain::InteractionId>{since});
    CHECK(pair.timeline(pair.joan).size() == 1);
    REQUIRE(await(pair.merges.assignField(merge, pair.joan, u"known_as"_s, pair.joanna)));
    CHECK(pair.shown(pair.joanna).knownAs == u"Jo");
    CHECK(pair.shown(pair.joan).knownAs.isEmpty());

    REQUIRE(await(pair.merges.assign(merge, since, pair.joan))); // second thoughts
    CHECK(pair.timeline(pair.joan).size() == 2);
    CHECK(pair.timeline(pair.joanna).empty());
}

TEST_CASE("a letter of before that was logged after a merge, and what was added to a call of before, came after it",
          "[merge]")
{
    Pair pair;
    const auto before = pair.logs(pair.joan, u"before"_s);
    static_cast<void>(pair.logs(pair.joanna, u"before, and left as it was"_s));
    pair.folder.clock().advance(std::chrono::hours(1));
    const auto merge = pair.merge();
    pair.folder.clock().advance(std::chrono::hours(1));

    domain::Interaction letter = call(pair.folder.clock().now() - std::chrono::days(3), u"her letter of Friday"_s);
    letter.person = pair.joan;
    letter.channel = domain::Channel::Letter;
    const auto logged = await(services::InteractionService(pair.folder.desk()).log({letter}));
    REQUIRE(logged);
    REQUIRE(await(services::InteractionService(pair.folder.desk()).addNote(before, u"she rang again"_s)));

    const auto after = await(pair.merges.whatCameAfter(merge));
    REQUIRE(after);
    REQUIRE(after->size() == 2);
    CHECK(after->at(0).interaction == logged->front()->id);
    CHECK(after->at(1).interaction == before);
    CHECK(after->at(1).summary == u"she rang again");
}

TEST_CASE("what a desk did within minutes before its own merge did not come after it; of another desk it may have",
          "[merge]")
{
    Pair pair;
    const auto before = pair.logs(pair.joan, u"before"_s);
    domain::Interaction elsewhere = call(pair.folder.desk().clock().now(), u"on another desk"_s);
    elsewhere.id = pair.folder.desk().ids().next<domain::InteractionTag>();
    elsewhere.person = pair.joan;
    elsewhere.notes.front().id = pair.folder.desk().ids().next<domain::NoteTag>();
    REQUIRE(await(pair.folder.desk().store().write([elsewhere](store::Connection &connection) {
        return store::InteractionRepository(connection).insert(elsewhere, u"bea"_s, true);
    })));
    pair.folder.clock().advance(std::chrono::minutes(1));
    const services::InteractionService interactions(pair.folder.desk());
    REQUIRE(await(interactions.addNote(before, u"also before"_s)));
    const auto cameAfter = [&pair](domain::MergeEventId merge) {
        const auto after = await(pair.merges.whatCameAfter(merge));
        REQUIRE(after);
        std::vector<domain::InteractionId> ids;
        for (const services::AfterMerge &one : *after)
            ids.push_back(one.interaction.value_or(domain::InteractionId()));
        return ids;
    };
    const auto merge = pair.merge();
    CHECK(cameAfter(merge) == std::vector{elsewhere.id});

    const auto since = pair.logs(pair.joan, u"in the same minute"_s);
    CHECK(cameAfter(merge) == std::vector{elsewhere.id, since});
    REQUIRE(await(interactions.addNote(before, u"she rang again"_s)));
    auto all = cameAfter(merge);
    CHECK(all.size() == 3);
    CHECK(std::count(all.begin(), all.end(), before) == 1);
}

TEST_CASE("of two who are recorded as related a preview says so; as one they are not, and as two they are again",
          "[merge]")
{
    const Pair pair;
    const auto relations = [&pair] {
        const auto preview = await(pair.merges.preview(pair.joan, pair.joanna));
        REQUIRE(preview);
        return preview->relations;
    };
    CHECK(relations().empty());
    domain::Relationship partner;
    partner.kind = domain::RelationshipKind::Partner;
    partner.other = pair.joanna;
    REQUIRE(await(services::relate(pair.folder.desk(), pair.joan, partner)));
    domain::Relationship attorney;
    attorney.kind = domain::RelationshipKind::Other;
    attorney.authority = domain::Authority::LastingPowerProperty;
    attorney.other = pair.joan;
    REQUIRE(await(services::relate(pair.folder.desk(), pair.joanna, attorney)));
    REQUIRE(relations().size() == 2);
    CHECK(relations().at(0).kind == domain::RelationshipKind::Partner);
    CHECK(relations().at(1).authority == domain::Authority::LastingPowerProperty);

    const auto merge = pair.merge();
    CHECK(pair.shown(pair.joan).relationships.empty());
    CHECK(await(pair.people.open(pair.joan))->namedBy.empty());
    pair.edit(pair.joan, [](domain::Person &person) { person.communicationNeeds = u"large print"_s; });

    REQUIRE(await(pair.merges.unmerge(merge, {}, false)));
    REQUIRE(pair.shown(pair.joan).relationships.size() == 1);
    CHECK(pair.shown(pair.joan).relationships.front().other == pair.joanna);
    REQUIRE(pair.shown(pair.joanna).relationships.size() == 1);
    CHECK(pair.shown(pair.joanna).relationships.front().authority == domain::Authority::LastingPowerProperty);
    CHECK(await(pair.people.open(pair.joanna))->namedBy.size() == 1);
    CHECK(relations().size() == 2);
}

TEST_CASE("what is edited of a merged person shows as typed, also where the other record had the value", "[merge]")
{
    const Pair pair;
    pair.edit(pair.joanna, [](domain::Person &person) { person.knownAs = u"Annie"_s; });
    const auto merge = pair.merge();
    REQUIRE(pair.shown(pair.joan).knownAs == u"Annie"); // only the other had one
    REQUIRE(pair.shown(pair.joan).contactPoints.size() == 2);

    pair.edit(pair.joan, [](domain::Person &person) {
        person.knownAs.clear();
        std::erase_if(person.contactPoints, [](const auto &point) { return point.value.endsWith(u"2"); });
    });
    CHECK(pair.shown(pair.joan).knownAs.isEmpty());
    CHECK(pair.shown(pair.joan).contactPoints.size() == 1);

    REQUIRE(await(pair.merges.unmerge(merge, {}, false)));
    CHECK(pair.shown(pair.joanna).knownAs == u"Annie");
    CHECK(pair.shown(pair.joanna).contactPoints.size() == 1);
}

TEST_CASE("after a merge another record's value of a field can be shown, and only a value that one of them has",
          "[merge]")
{
    const Pair pair;
    const auto merge = pair.merge();
    REQUIRE(pair.shown(pair.joan).name.family == u"Hayward");

    const auto values = pair.values();
    REQUIRE(values.size() == 2); // telephone numbers are both shown, the date of birth is one
    CHECK(values[0].field == u"family_name");
    CHECK(values[0].said ==
          std::vector<services::MergedValue::Said>{{pair.joan, u"Hayward"_s}, {pair.joanna, u"O'Brien"_s}});
    CHECK(values[0].shown == 0);
    CHECK(values[1].field == u"given_name");

    REQUIRE(await(pair.merges.choose(pair.joan, u"family_name"_s, pair.joanna)));
    CHECK(pair.shown(pair.joanna).name.family == u"O'Brien");
    CHECK(pair.values()[0].shown == 1);
    REQUIRE(await(pair.merges.choose(pair.joanna, u"family_name"_s, pair.joan))); // and back, by the other's id
    CHECK(pair.shown(pair.joan).name.family == u"Hayward");

    const PersonId stranger = pair.add(named(u"Peter"_s, u"Morris"_s, u"01632 960003"_s));
    for (const auto &[field, record] : {std::pair{u"date_of_birth"_s, pair.joan}, std::pair{u"contact"_s, pair.joan},
                                        std::pair{u"nonsense"_s, pair.joan}, std::pair{u"family_name"_s, stranger}})
        CHECK(await(pair.merges.choose(pair.joan, field, record)).error().code == ErrorCode::InvalidInput);

    REQUIRE(await(pair.merges.unmerge(merge, {}, false)));
    CHECK(pair.values().empty());
    CHECK(await(pair.merges.choose(pair.joan, u"family_name"_s, pair.joan)).error().code == ErrorCode::InvalidInput);
}

TEST_CASE("what two desks chose differently is told with the person until somebody has chosen", "[merge]")
{
    const Pair pair;
    const auto merge = pair.merge();
    // Another desk, which did not know, merged the same two and chose the other name.
    REQUIRE(pair.folder.write([&](store::Connection &connection) -> Result<> {
        const store::MergeRepository merges(connection);
        auto event = merges.find(merge);
        if (!event)
            return fail(event);
        domain::MergeEvent theirs = **event;
        theirs.id = domain::MergeEventId(pair.folder.desk().ids().next());
        std::get<domain::PersonMerge>(theirs.what).choices[u"family_name"_s] = {pair.joanna, pair.joanna};
        const auto added = merges.add(theirs);
        return added ? Result<>() : fail(added);
    }));
    const auto contested = [&] {
        const auto view = await(pair.people.open(pair.joan));
        REQUIRE(view);
        return view->contested;
    };
    CHECK(contested() == QStringList{u"family_name"_s});
    CHECK(pair.values()[0].isContested);

    // Also where it is the value that happens to be shown.
    const auto shown = pair.values()[0];
    REQUIRE(await(pair.merges.choose(pair.joan, u"family_name"_s, shown.said[shown.shown].record)));
    CHECK(contested().isEmpty());
    CHECK(pair.values()[0].shown == shown.shown);
}

TEST_CASE("of two that are merged nobody can say that they are not the same, but by taking the merge back", "[merge]")
{
    const Pair pair;
    const auto merge = pair.merge();
    const auto waiting = pair.folder.outbox().size();
    for (const auto &[a, b] : {std::pair(pair.joan, pair.joanna), std::pair(pair.joanna, pair.joan)}) {
        const auto refused = await(pair.merges.decide(a, b, domain::PairVerdict::NotSame, u"sisters"_s));
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::InvalidInput);
        CHECK(refused.error().detail.contains(u"unmerge"_s));
    }
    CHECK(pair.folder.outbox().size() == waiting);
    CHECK(await(pair.merges.decide(pair.joan, pair.joanna, domain::PairVerdict::Same, {})));

    REQUIRE(await(pair.merges.unmerge(merge, {}, true)));
    CHECK(await(pair.merges.verdictOn(pair.joan, pair.joanna)) == domain::PairVerdict::NotSame);
    CHECK(await(pair.merges.decide(pair.joan, pair.joanna, domain::PairVerdict::NotSame, u"sisters"_s)));
}

TEST_CASE("two that were decided not to be the same are merged only when somebody insists", "[merge]")
{
    const Pair pair;
    REQUIRE(await(pair.merges.decide(pair.joan, pair.joanna, domain::PairVerdict::NotSame, u"sisters"_s)));
    services::MergeRequest request;
    request.survivor = pair.joan;
    request.absorbed = pair.joanna;
    const auto refused = await(pair.merges.merge(request));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);

    SECTION("until a compared field changes")
    {
        pair.edit(pair.joanna, [](domain::Person &person) { person.name.family = u"Hayward"_s; });
        const auto verdict = await(pair.merges.verdictOn(pair.joan, pair.joanna));
        REQUIRE(verdict);
        CHECK_FALSE(*verdict);
        CHECK(await(pair.merges.merge(request)));
    }
    SECTION("or with a word")
    {
        request.despiteNotSame = true;
        CHECK(await(pair.merges.merge(request)));
    }
}

TEST_CASE("merging what is one already, or undoing what is undone, changes nothing", "[merge]")
{
    const Pair pair;
    const auto merge = pair.merge();
    services::MergeRequest again;
    again.survivor = pair.joanna;
    again.absorbed = pair.joan;
    CHECK(await(pair.merges.merge(again)).error().code == ErrorCode::InvalidInput);
    REQUIRE(await(pair.merges.unmerge(merge, {}, false)));
    CHECK(await(pair.merges.unmerge(merge, {}, false)).error().code == ErrorCode::InvalidInput);
    CHECK(await(pair.merges.unmerge(domain::MergeEventId(pair.joan.uuid()), {}, false)).error().code ==
          ErrorCode::NotFound);
}

TEST_CASE("a desk that first comes when all is merged sees the same", "[merge][sync]")
{
    ReferenceCentre centre;
    SyncDesk first(centre);
    first.isSignedIn();
    const services::PersonService people(first.folder.desk());
    const auto joan = await(people.add(named(u"Joan"_s, u"Hayward"_s, u"01632 960001"_s)));
    const auto joanna = await(people.add(named(u"Joanna"_s, u"O'Brien"_s, u"01632 960002"_s)));
    REQUIRE(joan);
    REQUIRE(joanna);
    services::MergeRequest request;
    request.survivor = *joan;
    request.absorbed = *joanna;
    REQUIRE(await(services::MergeService(first.folder.desk()).merge(request)));
    REQUIRE(first.sync());

    SyncDesk second(centre);
    second.isSignedIn();
    REQUIRE(second.sync());
    const auto hits = await(services::PersonService(second.folder.desk()).search(u"o'brien"_s, 10));
    REQUIRE(hits);
    REQUIRE(hits->size() == 1);
    CHECK(hits->front().id == *joan);

    SECTION("and an erased survivor leaves the other to be found, and nothing of itself")
    {
        centre.removePerson(*joan);
        REQUIRE(second.sync());
        const auto left = await(services::PersonService(second.folder.desk()).search(u"o'brien"_s, 10));
        REQUIRE(left);
        REQUIRE(left->size() == 1);
        CHECK(left->front().id == *joanna);
        const auto history = await(services::MergeService(second.folder.desk()).history(*joanna));
        REQUIRE(history);
        for (const auto &entry : history->events) {
            if (const auto *merge = std::get_if<domain::PersonMerge>(&entry.event.what))
                CHECK(merge->survivorFields.isEmpty());
        }
    }
}
