// SPDX-License-Identifier: MIT
// Merges, un-merges and edits on real stores, in random order, with sync between: once every merge is undone, each desk
// has byte for byte what it would have had without any.
//
// A short share runs in CI. All of it: REEVE_MERGE_RUNS=10000 [REEVE_MERGE_SEED=…] test_services "[merge-property]"
#include "core/services/person/merge/merge_service.h"
#include "core/services/person/person_service.h"
#include "core/store/merge_repository.h"
#include "core/store/person_row.h"

#include "tests/core/services/sync_desk.h"
#include "tests/support/random_merges.h"

#include <QJsonDocument>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using domain::PersonId;

namespace {

// Desks at one centre, and people who are new in each run.
class Council final
{
public:
    explicit Council(int count)
    {
        for (int n = 0; n < count; ++n) {
            desks.push_back(std::make_unique<SyncDesk>(centre));
            desks.back()->isSignedIn();
        }
    }

    void syncAll()
    {
        for (int round = 0; round < 2; ++round) {
            for (const auto &desk : desks)
                REQUIRE(desk->sync());
        }
    }

    void givenPeople(Dice &dice, int count)
    {
        people.clear();
        for (int n = 0; n < count; ++n) {
            domain::Person person = joan();
            const auto made = domain::personFromFields({}, 0, randomPerson(dice));
            REQUIRE(made);
            const auto added = await(services::PersonService(desks.front()->folder.desk()).add(*made));
            REQUIRE(added);
            people.push_back(*added);
        }
        syncAll();
    }

    // One of: merge two, undo one, edit somebody as they are shown, choose a value, sync. What is refused is no fault.
    void happens(Dice &dice)
    {
        SyncDesk &desk = *dice.of(desks);
        const services::MergeService merges(desk.folder.desk());
        const PersonId one = dice.of(people);
        const PersonId other = dice.of(people);
        switch (dice.below(6)) {
        case 0:
        case 1: {
            services::MergeRequest request;
            request.survivor = one;
            request.absorbed = other;
            if (dice.isOneIn(2))
                request.sides[randomField(dice).first] = domain::MergeSide::Absorbed;
            const auto merged = await(merges.merge(request));
            REQUIRE((merged || merged.error().code == ErrorCode::InvalidInput));
            break;
        }
        case 2:
            undoOne(desk, dice);
            break;
        case 3:
        case 4:
            edits(desk, dice, one);
            break;
        default:
            REQUIRE(desk.sync());
            break;
        }
    }

    void undoEverything()
    {
        syncAll();
        Dice dice(1);
        for (int guard = 0; guard < 1000; ++guard) {
            if (!undoOne(*dice.of(desks), dice)) // any desk: each knows them all
                break;
        }
        syncAll();
    }

    // The rows as the desk's tables have them.
    [[nodiscard]] static store::PersonRow rowOf(const SyncDesk &desk, PersonId id)
    {
        const auto row =
            desk.folder.write([id](store::Connection &connection) { return store::PersonRows(connection).find(id); });
        REQUIRE(row);
        REQUIRE(*row);
        return **row;
    }

    ReferenceCentre centre;
    std::vector<std::unique_ptr<SyncDesk>> desks;
    std::vector<PersonId> people;

private:
    static void edits(SyncDesk &desk, Dice &dice, PersonId id)
    {
        const services::PersonService service(desk.folder.desk());
        const auto view = await(service.open(id));
        REQUIRE(view);
        const auto [field, value] = randomField(dice);
        const QJsonObject wanted = domain::withChanges(domain::toFields(view->person), QJsonObject{{field, value}});
        const auto after = domain::personFromFields(view->person.id, view->person.revision, wanted);
        REQUIRE(after);
        REQUIRE(await(service.edit(view->person, *after)));
        const auto shown = await(service.open(id));
        REQUIRE(shown);
        INFO("field " << field.toStdString());
        if (field.contains(u'/')) // tidied on the way
            CHECK(domain::toFields(shown->person).contains(field) == domain::toFields(*after).contains(field));
        else
            CHECK(domain::toFields(shown->person).value(field) == domain::toFields(*after).value(field));
    }

    // False when this desk knows of none that stands.
    bool undoOne(SyncDesk &desk, Dice &dice) const
    {
        const services::MergeService merges(desk.folder.desk());
        std::vector<domain::MergeEventId> active;
        for (const PersonId id : people) {
            const auto history = await(merges.history(id));
            REQUIRE(history);
            for (const auto &entry : history->events) {
                if (entry.isActive)
                    active.push_back(entry.event.id);
            }
        }
        if (active.empty())
            return false;
        REQUIRE(await(merges.unmerge(dice.of(active), u"a mistake"_s, false)));
        return true;
    }
};

void run(Council &council, quint64 seed)
{
    INFO("seed " << seed);
    Dice dice(seed);
    council.givenPeople(dice, 4);
    for (int n = 0; n < 14; ++n)
        council.happens(dice);

    council.syncAll();
    for (const PersonId id : council.people) { // in the middle: all show the same
        const auto first = Council::rowOf(*council.desks.front(), id);
        for (const auto &desk : council.desks) {
            const auto row = Council::rowOf(*desk, id);
            REQUIRE(row.survivor == first.survivor);
            REQUIRE(QJsonDocument::fromJson(row.fields) == QJsonDocument::fromJson(first.fields));
        }
    }

    council.undoEverything();
    const auto never = council.centre.people(); // knows of edits only
    for (const PersonId id : council.people) {
        const QByteArray expected = QJsonDocument(never.at(id.uuid())).toJson(QJsonDocument::Compact);
        for (const auto &desk : council.desks) {
            const auto row = Council::rowOf(*desk, id);
            REQUIRE_FALSE(row.survivor);
            REQUIRE(row.centreFields.isNull());
            REQUIRE(row.fields.toStdString() == expected.toStdString());
        }
    }
}

quint64 numberFrom(const char *variable, quint64 fallback)
{
    bool isNumber = false;
    const quint64 number = qEnvironmentVariable(variable).toULongLong(&isNumber);
    return isNumber ? number : fallback;
}

} // namespace

TEST_CASE("merges, un-merges and edits in any order leave nothing behind once all is undone", "[merge][merge-property]")
{
    const quint64 runs = numberFrom("REEVE_MERGE_RUNS", 12);
    const quint64 first = numberFrom("REEVE_MERGE_SEED", 1);
    Council alone(1);
    Council three(3);
    for (quint64 n = 0; n < runs; ++n)
        run(n % 3 == 0 ? alone : three, first + n);
}
