// SPDX-License-Identifier: MIT
// Two desks that merge the same people differently while they are offline, and a real PostgreSQL between them.
#include "core/central/administration.h"
#include "core/central/postgres_gateway.h"
#include "core/services/person/merge/merge_service.h"
#include "core/services/person/person_service.h"
#include "core/services/sync/sync_run.h"
#include "core/services/sync/sync_service.h"

#include "tests/core/services/desk_folder.h"
#include "tests/support/postgres.h"

#include <QJsonDocument>

#include <algorithm>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using domain::PersonId;

namespace {

// A centre with one agent, and desks enrolled there.
class MergingCouncil final
{
public:
    MergingCouncil() : uri(postgres().createDatabase())
    {
        const crypto::Secret superuser(postgres().password().toUtf8());
        REQUIRE(central::initCentral(uri, superuser));
        REQUIRE(central::addAgent(uri, superuser, u"asha.patel"_s, u"Asha Patel"_s, {domain::Role::Handler}, password));
    }

    struct Desk
    {
        std::shared_ptr<services::Desk> desk;
        std::unique_ptr<sync::CentralGateway> gateway;

        void sync() const
        {
            const auto summary = services::syncOnce(*desk, *gateway, std::nullopt);
            REQUIRE(summary);
            REQUIRE(summary->needsAttention == 0);
            REQUIRE(summary->pending == 0);
        }
        [[nodiscard]] services::MergeService merges() const { return services::MergeService(*desk); }
        [[nodiscard]] domain::MergeEventId merge(PersonId survivor, PersonId absorbed,
                                                 const std::map<QString, domain::MergeSide> &sides = {}) const
        {
            services::MergeRequest request;
            request.survivor = survivor;
            request.absorbed = absorbed;
            request.sides = sides;
            const auto merged = await(merges().merge(request));
            REQUIRE(merged);
            return *merged;
        }
        [[nodiscard]] domain::Person shown(PersonId id) const
        {
            const auto view = await(services::PersonService(*desk).open(id));
            REQUIRE(view);
            return view->person;
        }
    };

    [[nodiscard]] Desk enrol(const QString &name)
    {
        const QString deskUri = postgres().uri(uri.section(u'/', -1), u"nobody"_s);
        const services::Enrolment enrolment{
            folder.filePath(name), u"asha.patel"_s, DeskFolder::passphrase(), password, name, deskUri, {8ULL << 20, 1}};
        Desk made;
        made.gateway = central::makeGateway(deskUri);
        REQUIRE(services::enrol(enrolment, *made.gateway, clock));
        const auto policy = services::Policy::builtIn();
        REQUIRE(policy);
        auto opened = services::Desk::openNow(enrolment.folder, {}, DeskFolder::passphrase(), clock, *policy);
        REQUIRE(opened);
        made.desk = std::move(*opened);
        return made;
    }
    [[nodiscard]] QString sql(const QString &statement) const
    {
        return postgres().sql(uri.section(u'/', -1), statement);
    }

    const QString uri;
    const QTemporaryDir folder;
    const crypto::Secret password{QByteArrayView("a long central password")};
    SystemClock clock;
};

} // namespace

TEST_CASE("two offline desks that merge differently agree once they have synced, and both undo all of it",
          "[merge][central][sync]")
{
    MergingCouncil council;
    const auto first = council.enrol(u"Desk 1"_s);
    const auto second = council.enrol(u"Desk 2"_s);
    std::vector<PersonId> people;
    std::vector<QJsonObject> never;
    for (const QString &given : {u"Joan"_s, u"Joanna"_s, u"Jo"_s, u"Jane"_s}) {
        domain::Person person = joan();
        person.name.given = given;
        const auto added = await(services::PersonService(*first.desk).add(person));
        REQUIRE(added);
        people.push_back(*added);
    }
    first.sync();
    second.sync();
    for (const PersonId id : people)
        never.push_back(domain::toFields(first.shown(id)));

    // Opposite directions, a chain across the two, and different choices.
    static_cast<void>(first.merge(people[0], people[1], {{u"given_name"_s, domain::MergeSide::Absorbed}}));
    static_cast<void>(first.merge(people[2], people[0]));
    static_cast<void>(second.merge(people[1], people[0], {{u"given_name"_s, domain::MergeSide::Absorbed}}));
    static_cast<void>(second.merge(people[3], people[2]));
    for (const auto *desk : {&first, &second, &first, &second})
        desk->sync();

    const auto survivor = first.shown(people[0]).id;
    for (const PersonId id : people) {
        CHECK(first.shown(id).id == survivor);
        CHECK(domain::toFields(second.shown(id)) == domain::toFields(first.shown(id)));
    }
    CHECK(council.sql(u"SELECT count(DISTINCT survivor) FROM reeve.same_person"_s) == u"1");
    CHECK(council.sql(u"SELECT survivor FROM reeve.same_person LIMIT 1"_s) == survivor.toString());
    const auto central = QJsonDocument::fromJson(council.sql(u"SELECT fields FROM reeve.shown_person"_s).toUtf8());
    CHECK(central.object() == domain::toFields(first.shown(survivor)));

    // A desk that comes now sees the same.
    const auto third = council.enrol(u"Desk 3"_s);
    third.sync();
    CHECK(domain::toFields(third.shown(people[3])) == domain::toFields(first.shown(survivor)));

    for (int guard = 0; guard < 10; ++guard) {
        const auto history = await(second.merges().history(survivor));
        REQUIRE(history);
        const auto active = std::ranges::find_if(history->events, &services::MergeHistoryEntry::isActive);
        if (active == history->events.end())
            break;
        REQUIRE(await(second.merges().unmerge(active->event.id, u"a mistake"_s, false)));
    }
    for (const auto *desk : {&second, &first, &third})
        desk->sync();
    for (std::size_t n = 0; n < people.size(); ++n) {
        for (const auto *desk : {&first, &second, &third})
            CHECK(domain::toFields(desk->shown(people[n])) == never[n]);
    }
    CHECK(council.sql(u"SELECT count(*) FROM reeve.same_person"_s) == u"0");
    CHECK(council.sql(u"SELECT count(*) FROM reeve.audit WHERE action = 'people_unmerged'"_s) == u"4");
}

TEST_CASE("what was noted without a person at one desk is given to one, and is in their timeline at the other",
          "[noted][central][sync]")
{
    MergingCouncil council;
    const auto first = council.enrol(u"Desk 1"_s);
    const auto second = council.enrol(u"Desk 2"_s);
    const auto joan = await(services::PersonService(*first.desk).add(test::joan()));
    REQUIRE(joan);
    first.sync();
    second.sync();
    const services::InteractionService here(*first.desk);
    const services::InteractionService there(*second.desk);
    const auto logs = [&](const services::InteractionService &service, std::optional<PersonId> person) {
        domain::Interaction interaction = call(council.clock.now(), u"A heron sits on the roof"_s);
        interaction.person = person;
        const auto logged = await(service.log({interaction}));
        REQUIRE(logged);
        REQUIRE(logged->front());
        return logged->front()->id;
    };
    const auto ids = [](const services::InteractionService &service, PersonId person) {
        const auto rows = await(service.timeline(person, 10));
        REQUIRE(rows);
        std::vector<domain::InteractionId> all;
        for (const auto &row : *rows)
            all.push_back(row.id);
        return all;
    };
    // The other desk follows her.
    const auto standing = await(second.desk->store().read(
        [](store::Connection &connection) { return store::DeskRepository(connection).state(); }));
    const auto session = await(second.desk->store().read(
        [](store::Connection &connection) { return store::DeskRepository(connection).session(u"asha.patel"_s); }));
    REQUIRE(standing);
    REQUIRE(session);
    REQUIRE(second.gateway->openPerson((*session)->token, standing->device, *joan));

    const auto id = logs(here, std::nullopt);
    REQUIRE(await(here.give(id, *joan)));
    first.sync();
    second.sync();
    CHECK(ids(there, *joan) == std::vector{id});
    REQUIRE(await(here.addNote(id, u"rang again"_s)));
    first.sync();
    second.sync();
    CHECK(await(there.find(id))->notes.size() == 2);

    REQUIRE(await(there.give(id, std::nullopt))); // and taken back there
    second.sync();
    first.sync();
    CHECK(ids(here, *joan).empty());
    CHECK_FALSE(await(here.noted(id))->person);
    CHECK(council.sql(u"SELECT count(*) FROM reeve.interaction WHERE person IS NULL"_s) == u"1"_s);
}
