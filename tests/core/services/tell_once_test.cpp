// SPDX-License-Identifier: MIT
// What people told once is asked about, not asked for: on real stores, with desks that cannot see each other.
#include "core/services/person/tell_once_service.h"

#include "core/domain/may_contact.h"
#include "core/services/person/merge/merge_service.h"
#include "core/services/person/people_at_address.h"

#include "tests/core/services/sync_desk.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using domain::MarkKind;
using domain::PersonId;
using services::PersonService;
using services::TellOnceService;
using services::ToldBy;
using services::UnreachableWhy;

namespace {

const ToldBy byPhone{domain::ValueSource::Person, u"phone"_s};

domain::Person shown(const DeskFolder &folder, PersonId id)
{
    const auto view = await(PersonService(folder.desk()).open(id));
    REQUIRE(view);
    return view->person;
}

QString contactField(const domain::Person &person, std::size_t at = 0)
{
    REQUIRE(person.contactPoints.size() > at);
    return u"contact/"_s + person.contactPoints[at].key;
}

domain::ValueStanding standing(const domain::Person &person, const QString &field)
{
    return domain::standingsOf(person)[field];
}

PersonId added(const DeskFolder &folder, const domain::Person &person = joan(),
               const std::optional<ToldBy> &told = byPhone)
{
    const auto id = await(PersonService(folder.desk()).add(person, told));
    REQUIRE(id);
    return *id;
}

services::DeathNotice deathOn(const char16_t *date)
{
    services::DeathNotice notice{
        *domain::PartialDate::parseIso(date), {domain::ValueSource::Relative, u"phone"_s}, false, {}};
    return notice;
}

domain::Relationship daughter()
{
    domain::Relationship made;
    made.kind = domain::RelationshipKind::Child;
    made.nameAsTold = u"Ann Hayward"_s;
    made.reach = u"07700 900456"_s;
    return made;
}

} // namespace

TEST_CASE("of every value it is known who said it, how, when, and who wrote it down", "[tell-once]")
{
    DeskFolder folder;
    const PersonId id = added(folder);
    const domain::Person person = shown(folder, id);
    for (const auto &[field, one] : domain::standingsOf(person)) {
        INFO(field.toStdString());
        if (field == u"roles")
            continue;
        REQUIRE(one.told);
        CHECK(one.told->source == domain::ValueSource::Person);
        CHECK(one.told->channel == u"phone");
        CHECK(one.told->agent == u"asha.patel");
        CHECK(one.told->at == folder.clock().now());
    }

    // A change is somebody else's word, and of what it changed only.
    domain::Person after = person;
    after.contactPoints[0].value = u"07700 900999"_s;
    after.contactPoints[0].label = u"new mobile"_s;
    folder.clock().advance(std::chrono::hours(24));
    REQUIRE(
        await(PersonService(folder.desk()).edit(person, after, ToldBy{domain::ValueSource::Document, u"letter"_s})));
    const domain::Person later = shown(folder, id);
    CHECK(standing(later, contactField(later)).told->source == domain::ValueSource::Document);
    CHECK(standing(later, u"family_name"_s).told->source == domain::ValueSource::Person);
    // Nothing is left of the number that is gone.
    CHECK(later.marks.size() == person.marks.size());
}

TEST_CASE("a confirmation is one entry, and the next takes its place", "[tell-once]")
{
    DeskFolder folder;
    const PersonId id = added(folder, joan(), std::nullopt);
    const QString field = contactField(shown(folder, id));
    const TellOnceService once(folder.desk());
    for (int n = 0; n < 3; ++n) {
        folder.clock().advance(std::chrono::hours(24));
        REQUIRE(await(once.confirm(id, {field, u"date_of_birth"_s}, byPhone)));
    }
    folder.reopen();
    const domain::Person person = shown(folder, id);
    CHECK(person.marks.size() == 2);
    REQUIRE(standing(person, field).confirmed);
    CHECK(standing(person, field).confirmed->at == folder.clock().now());
    CHECK(standing(person, field).confirmed->agent == u"asha.patel");
    CHECK(folder.outbox().size() == 4);
}

TEST_CASE("what is not there is not confirmed, and nothing else with it", "[tell-once]")
{
    DeskFolder folder;
    const PersonId id = added(folder, joan(), std::nullopt);
    const TellOnceService once(folder.desk());
    const QString field = contactField(shown(folder, id));
    for (const QString &wrong : {u"date_of_death"_s, u"contact/none"_s, u""_s, u"mark/x"_s, u"../x"_s}) {
        INFO(wrong.toStdString());
        CHECK(await(once.confirm(id, {field, wrong}, byPhone)).error().code == ErrorCode::NotFound);
    }
    CHECK(await(once.confirm(PersonId(QUuid::createUuid()), {field}, byPhone)).error().code == ErrorCode::NotFound);
    CHECK(await(once.markUnreachable(id, u"date_of_birth"_s, UnreachableWhy::WrongNumber, byPhone)).error().code ==
          ErrorCode::InvalidInput);
    CHECK(await(once.markUnreachable(id, u"contact/none"_s, UnreachableWhy::WrongNumber, byPhone)).error().code ==
          ErrorCode::NotFound);
    CHECK(await(once.passOn(id, u"council_tax"_s)).error().code == ErrorCode::InvalidInput); // nobody has died
    CHECK(shown(folder, id).marks.empty());
    CHECK(folder.outbox().size() == 1);
}

TEST_CASE("why somebody is not reached is a reason of the way to reach them", "[tell-once]")
{
    DeskFolder folder;
    domain::Person person;
    person.name = {{}, u"Joan"_s, {}, u"Hayward"_s};
    person.contactPoints.resize(2);
    person.contactPoints[0].key = u"p"_s;
    person.contactPoints[0].value = u"01632 960417"_s;
    person.contactPoints[1].key = u"e"_s;
    person.contactPoints[1].kind = domain::ContactKind::Email;
    person.contactPoints[1].value = u"joan@example.org"_s;
    person.addresses.resize(1);
    person.addresses[0].key = u"a"_s;
    person.addresses[0].text = u"1 Mill Lane"_s;
    const PersonId id = added(folder, person, std::nullopt);
    const TellOnceService once(folder.desk());
    const QStringList fields{u"contact/p"_s, u"contact/e"_s, u"address/a"_s};
    const auto taken = [&](UnreachableWhy why) {
        QStringList answers;
        for (const QString &field : fields) {
            const auto marked = await(once.markUnreachable(id, field, why, byPhone));
            CHECK((marked || marked.error().code == ErrorCode::InvalidInput));
            answers << (marked ? field : marked.error().detail);
        }
        return answers;
    };
    CHECK(taken(UnreachableWhy::WrongNumber) ==
          QStringList{fields[0], u"wrong_number is no reason there, but bounced or not_in_use"_s,
                      u"wrong_number is no reason there, but returned_post"_s});
    CHECK(taken(UnreachableWhy::NoLongerInUse).mid(0, 2) == fields.mid(0, 2));
    CHECK(taken(UnreachableWhy::Bounced)[0] == u"bounced is no reason there, but wrong_number or not_in_use"_s);
    CHECK(taken(UnreachableWhy::Bounced)[1] == fields[1]);
    CHECK(taken(UnreachableWhy::ReturnedPost)[1] == u"returned_post is no reason there, but bounced or not_in_use"_s);
    CHECK(taken(UnreachableWhy::ReturnedPost)[2] == fields[2]);
}

TEST_CASE("two offline desks that confirm and edit the same number do not conflict", "[tell-once][sync]")
{
    ReferenceCentre centre;
    SyncDesk first(centre);
    SyncDesk second(centre);
    first.isSignedIn();
    second.isSignedIn();
    const PersonId id = added(first.folder);
    REQUIRE(first.sync());
    REQUIRE(second.sync());
    const domain::Person known = shown(second.folder, id);
    const QString field = contactField(known);
    const auto bothSync = [&] {
        for (SyncDesk *desk : {&first, &second, &first, &second}) {
            const auto summary = desk->sync();
            REQUIRE(summary);
            CHECK(summary->needsAttention == 0);
            CHECK(desk->counts().waiting == 0);
        }
        CHECK(domain::toFields(shown(first.folder, id)) == domain::toFields(shown(second.folder, id)));
        CHECK(await(PersonService(first.folder.desk()).open(id))->openConflicts == 0);
    };

    SECTION("both confirm it: the later one counts on both")
    {
        REQUIRE(await(TellOnceService(first.folder.desk()).confirm(id, {field}, byPhone)));
        second.folder.clock().advance(std::chrono::hours(3));
        REQUIRE(await(TellOnceService(second.folder.desk()).confirm(id, {field}, byPhone)));
        bothSync();
        CHECK(standing(shown(first.folder, id), field).confirmed->at == second.folder.clock().now());
    }
    SECTION("both confirm what both had confirmed before")
    {
        REQUIRE(await(TellOnceService(first.folder.desk()).confirm(id, {field}, byPhone)));
        bothSync();
        for (SyncDesk *desk : {&first, &second}) {
            desk->folder.clock().advance(std::chrono::hours(24));
            REQUIRE(await(TellOnceService(desk->folder.desk()).confirm(id, {field}, byPhone)));
        }
        bothSync();
        const domain::Person now = shown(first.folder, id);
        CHECK(std::ranges::count(now.marks, MarkKind::Confirmed, &domain::ValueMark::kind) == 2); // each took the old
    }
    SECTION("one confirms while the other changes it: the new number is not confirmed")
    {
        domain::Person after = known;
        after.contactPoints[0].value = u"07700 900999"_s;
        REQUIRE(await(PersonService(second.folder.desk()).edit(known, after, byPhone)));
        first.folder.clock().advance(std::chrono::hours(3));
        REQUIRE(await(TellOnceService(first.folder.desk()).confirm(id, {field}, byPhone)));
        bothSync();
        const domain::Person now = shown(first.folder, id);
        CHECK(now.contactPoints[0].normalised == u"+447700900999");
        CHECK_FALSE(standing(now, field).confirmed);
        CHECK(standing(now, field).told);
    }
    SECTION("one confirms while the other finds that it reaches nobody: the later word counts")
    {
        REQUIRE(await(
            TellOnceService(first.folder.desk()).markUnreachable(id, field, UnreachableWhy::NoLongerInUse, byPhone)));
        second.folder.clock().advance(std::chrono::hours(3));
        REQUIRE(await(TellOnceService(second.folder.desk()).confirm(id, {field}, byPhone)));
        bothSync();
        CHECK_FALSE(standing(shown(first.folder, id), field).unreachable);
    }
}

TEST_CASE("a confirmation follows the value through a merge, and stays with it when that is undone",
          "[tell-once][merge]")
{
    DeskFolder folder;
    const PersonId survivor = added(folder, joan(), std::nullopt);
    domain::Person twin = joan();
    twin.knownAs = u"Jo"_s;
    domain::ContactPoint landline;
    landline.value = u"01632 960001"_s;
    twin.contactPoints.push_back(landline);
    const PersonId absorbed = added(folder, twin, std::nullopt);
    const services::MergeService merges(folder.desk());
    services::MergeRequest request;
    request.survivor = survivor;
    request.absorbed = absorbed;
    const auto merge = await(merges.merge(request));
    REQUIRE(merge);

    const domain::Person both = shown(folder, survivor);
    REQUIRE(both.contactPoints.size() == 2); // the mobile number once
    QStringList fields;
    for (std::size_t n = 0; n < 2; ++n)
        fields << contactField(both, n);
    REQUIRE(await(TellOnceService(folder.desk()).confirm(absorbed, fields, byPhone)));
    for (const QString &field : fields)
        CHECK(standing(shown(folder, survivor), field).confirmed);
    const auto after = await(merges.whatCameAfter(*merge));
    REQUIRE(after);
    CHECK(after->empty()); // nobody has to say whose a confirmation is

    REQUIRE(await(merges.unmerge(*merge, u"two people"_s, false)));
    const domain::Person one = shown(folder, survivor);
    CHECK(standing(one, contactField(one)).confirmed);
    const domain::Person other = shown(folder, absorbed);
    for (std::size_t n = 0; n < 2; ++n) {
        const bool isLandline = other.contactPoints[n].value == u"01632 960001";
        CHECK(standing(other, contactField(other, n)).confirmed.has_value() == isLandline);
    }
}

TEST_CASE("a number that reaches nobody is not offered, in lists neither", "[tell-once]")
{
    DeskFolder folder;
    const PersonId id = added(folder);
    const QString field = contactField(shown(folder, id));
    folder.clock().advance(std::chrono::hours(1));
    REQUIRE(await(TellOnceService(folder.desk()).markUnreachable(id, field, UnreachableWhy::WrongNumber, byPhone)));
    const domain::Person person = shown(folder, id);
    CHECK(standing(person, field).unreachable->detail == u"wrong_number");
    CHECK(domain::mayContact(person, domain::ContactPurpose::Call, QDate(2026, 11, 22)).points.empty());
    const auto hits = await(PersonService(folder.desk()).search(u"joan hayward"_s, 5));
    REQUIRE(hits);
    CHECK(hits->at(0).phone.isEmpty());
}

TEST_CASE("a death is recorded in one act, and everything follows from it", "[tell-once][death]")
{
    DeskFolder folder;
    const PersonId id = added(folder);
    const TellOnceService once(folder.desk());
    services::DeathNotice notice = deathOn(u"2026-11-01");
    notice.estate = daughter();
    REQUIRE(await(once.recordDeath(id, notice)));

    domain::Person person = shown(folder, id);
    CHECK(person.dateOfDeath->toIso() == u"2026-11-01");
    CHECK(standing(person, u"date_of_death"_s).told->source == domain::ValueSource::Relative);
    CHECK_FALSE(standing(person, u"date_of_death"_s).confirmed); // not verified
    const auto ways = domain::mayContact(person, domain::ContactPurpose::Mailing, QDate(2026, 11, 22));
    CHECK(ways.bar == domain::ContactBar::Deceased);
    REQUIRE(ways.estate.size() == 1);
    CHECK(ways.estate[0].reach == u"07700 900456");
    CHECK(folder.outbox().size() == 2);

    REQUIRE(await(once.passOn(id, u"council_tax"_s)));
    CHECK(await(once.passOn(id, u"the_king"_s)).error().code == ErrorCode::InvalidInput);

    // The certificate says otherwise: corrected and verified, and who was told still knows.
    folder.clock().advance(std::chrono::hours(24));
    notice = deathOn(u"2026-10-31");
    notice.told = {domain::ValueSource::Document, u"letter"_s};
    notice.isVerified = true;
    REQUIRE(await(once.recordDeath(id, notice)));
    person = shown(folder, id);
    CHECK(person.dateOfDeath->toIso() == u"2026-10-31");
    CHECK(standing(person, u"date_of_death"_s).confirmed);
    REQUIRE(person.relationships.size() == 1);
    CHECK(person.relationships[0].handlesEstate);
    const auto items = folder.desk().policy().bereavement.itemsFor(person);
    const auto tax = std::ranges::find(items, u"council_tax"_s, [](const auto &item) { return item.body.code; });
    REQUIRE(tax != items.end());
    CHECK(tax->told);
}

TEST_CASE("nobody dies tomorrow, or before they were born", "[tell-once][death]")
{
    DeskFolder folder;
    const PersonId id = added(folder, joan(), std::nullopt);
    const TellOnceService once(folder.desk());
    CHECK(await(once.recordDeath(id, deathOn(u"2999-01-01"))).error().code == ErrorCode::InvalidInput);
    CHECK(await(once.recordDeath(id, deathOn(u"1979-06-20"))).error().code == ErrorCode::InvalidInput);
    CHECK(await(once.recordDeath(PersonId(QUuid::createUuid()), deathOn(u"2020"))).error().code == ErrorCode::NotFound);
    services::DeathNotice card = deathOn(u"2020");
    card.estate = daughter();
    card.estate->reach = u"4242 4242 4242 4242"_s;
    CHECK(await(once.recordDeath(id, card)).error().code == ErrorCode::CardNumber);
    CHECK_FALSE(shown(folder, id).dateOfDeath);
    CHECK(folder.outbox().size() == 1);
}

TEST_CASE("who lives at a UPRN as short as a house number, and whose town only one of them told",
          "[tell-once][address]")
{
    DeskFolder folder;
    const auto at = [](const QString &given, const QString &text, std::optional<qint64> uprn) {
        domain::Person person = joan();
        person.name = {{}, given, {}, u"Hayward"_s};
        person.addresses[0].text = text;
        person.addresses[0].uprn = uprn;
        return person;
    };
    const PersonId id = added(folder, at(u"Joan"_s, {}, 104), std::nullopt);
    const PersonId son = added(folder, at(u"Ben"_s, u"14 Orchard Way, Exampleton"_s, 104), std::nullopt);
    const PersonId husband = added(folder, at(u"Peter"_s, u"14 Orchard Way"_s, {}), std::nullopt);
    const auto idsAt = [&](PersonId person) {
        std::vector<PersonId> ids;
        const auto people =
            await(services::peopleAtAddress(folder.desk(), person, shown(folder, person).addresses[0].key, 20));
        for (const auto &one : *people)
            ids.push_back(one.person.id);
        return ids;
    };
    CHECK(idsAt(id) == std::vector{son});
    CHECK(idsAt(son) == std::vector{id, husband});
    CHECK(idsAt(husband) == std::vector{son});
}

TEST_CASE("who lives at an address, and who did, by its number or as it was told", "[tell-once][address]")
{
    DeskFolder folder;
    const auto at = [](const QString &given, const QString &text, std::optional<qint64> uprn,
                       domain::AddressUse use = domain::AddressUse::Home) {
        domain::Person person = joan();
        person.name = {{}, given, {}, u"Hayward"_s};
        person.addresses[0].text = text;
        person.addresses[0].uprn = uprn;
        person.addresses[0].use = use;
        return person;
    };
    const QString road = u"14 Orchard Way, Exampleton"_s;
    const PersonId id = added(folder, at(u"Joan"_s, road, 999000000001), std::nullopt);
    const PersonId husband = added(folder, at(u"Peter"_s, u"14, ORCHARD WAY Exampleton"_s, {}), std::nullopt);
    const PersonId lodger = added(folder, at(u"Ann"_s, u"Flat at 14 Orchard Way"_s, 999000000001), std::nullopt);
    const PersonId before =
        added(folder, at(u"Aaron"_s, road, 999000000001, domain::AddressUse::Previous), std::nullopt);
    static_cast<void>(added(folder, at(u"Next"_s, u"16 Orchard Way, Exampleton"_s, 999000000002), std::nullopt));
    static_cast<void>(added(folder, at(u"Flat"_s, u"14A Orchard Way, Exampleton"_s, {}), std::nullopt));

    const QString key = shown(folder, id).addresses[0].key;
    const auto people = await(services::peopleAtAddress(folder.desk(), id, key, 20));
    REQUIRE(people);
    std::vector<PersonId> ids;
    for (const auto &one : *people)
        ids.push_back(one.person.id);
    CHECK(ids == std::vector<PersonId>{lodger, husband, before});
    CHECK_FALSE(people->back().isPresent);

    // Whoever has died lives there no more.
    REQUIRE(await(TellOnceService(folder.desk()).recordDeath(husband, deathOn(u"2026-11-01"))));
    CHECK_FALSE(await(services::peopleAtAddress(folder.desk(), id, key, 20))->at(2).isPresent);

    CHECK(await(services::peopleAtAddress(folder.desk(), id, key, 1))->size() == 1);
    CHECK(await(services::peopleAtAddress(folder.desk(), id, key, 0))->empty());
    CHECK(await(services::peopleAtAddress(folder.desk(), id, u"none"_s, 9)).error().code == ErrorCode::InvalidInput);
}
