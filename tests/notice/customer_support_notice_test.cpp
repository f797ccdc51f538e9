// SPDX-License-Identifier: MIT
// The Customer Support Centre's privacy notice, part 3: each sentence that promises something, as a test.
#include "core/services/person/person_service.h"
#include "core/services/privacy/privacy_service.h"
#include "tests/core/services/desk_folder.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

const domain::Roles whoMayReveal{domain::Role::Supervisor, domain::Role::Safeguarding};

domain::InteractionId logAbout(const DeskFolder &folder, domain::PersonId person,
                               const domain::SpecialCategoryItem &item)
{
    auto about = call(folder.desk().clock().now(), u"Asks about a discount"_s);
    about.person = person;
    about.specialCategory = {item};
    const auto receipts = await(services::InteractionService(folder.desk()).log({about}));
    REQUIRE(receipts);
    REQUIRE(receipts->front());
    return receipts->front()->id;
}

} // namespace

TEST_CASE("'a single record database of each individual': what is learned over time goes to one record",
          "[notice][A15]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    const auto id = await(people.add(joan()));
    REQUIRE(id);
    for (const QString &knownAs : {u"Jo"_s, u"Joanie"_s}) {
        const auto opened = await(people.open(*id));
        auto after = opened->person;
        after.knownAs = knownAs;
        REQUIRE(await(people.edit(opened->person, after)));
    }
    const auto hits = await(people.search(u"hayward"_s, 10));
    REQUIRE(hits->size() == 1);
    CHECK(hits->front().knownAs == u"Joanie"_s);
}

TEST_CASE("'you only have to tell us your information once': whoever rings again is found, with what they said",
          "[notice][A16]")
{
    DeskFolder folder;
    REQUIRE(await(services::PersonService(folder.desk()).add(joan())));

    folder.reopen(); // another day
    const services::PersonService people(folder.desk());
    domain::Person typed; // all that the handler has typed so far
    typed.name.given = u"Joan"_s;
    typed.name.family = u"Hayward"_s;
    domain::ContactPoint phone;
    phone.value = u"+44 7700 900 123"_s;
    typed.contactPoints = {phone};
    const auto likely = await(people.likelyMatches(typed, 3));
    REQUIRE(likely);
    REQUIRE(likely->people.size() == 1);
    const auto opened = await(people.open(likely->people.front().hit.id));
    CHECK(opened->person.dateOfBirth == joan().dateOfBirth);
    CHECK(opened->person.addresses.front().text == joan().addresses.front().text);
}

TEST_CASE("'your personal information may be recorded': a question can be answered without saying who asks",
          "[notice][A12]")
{
    DeskFolder folder;
    const services::InteractionService service(folder.desk());
    auto draft = await(service.start(domain::Channel::Phone, domain::Direction::Inbound, std::nullopt, {}));
    REQUIRE(draft);
    draft->interaction.reasons = {u"local:general"_s};
    draft->interaction.disposition = u"resolved"_s;
    const auto saved = await(service.finish(*draft));
    REQUIRE(saved);
    CHECK_FALSE(await(service.find(saved->id))->person);
}

TEST_CASE("'special category personal data may be recorded where you voluntarily disclose': as a record of its own, "
          "not in the note",
          "[notice][A21]")
{
    DeskFolder folder;
    const auto person = await(services::PersonService(folder.desk()).add(joan()));
    const auto id = logAbout(folder, *person, healthItem(u"has epilepsy"_s));

    const auto found = await(services::InteractionService(folder.desk()).find(id));
    REQUIRE(found);
    CHECK(found->specialCategory.empty());
    for (const auto &note : found->notes)
        CHECK_FALSE(note.text.contains(u"epilepsy"_s));
    const auto timeline = await(services::InteractionService(folder.desk()).timeline(*person, 10));
    CHECK_FALSE(timeline->front().note.contains(u"epilepsy"_s));

    const auto payload = QJsonDocument::fromJson(folder.outbox().back().payload).object();
    CHECK(payload.value(u"special_category"_s).toArray().size() == 1);
}

TEST_CASE("'criminal information' is held apart from health, religion and ethnicity", "[notice][A21]")
{
    CHECK_FALSE(domain::parseSpecialCategory(u"criminal_offence"));

    DeskFolder folder;
    folder.giveRoles({domain::Role::Supervisor});
    auto about = call(folder.clock().now(), {});
    domain::CriminalOffenceItem offence;
    offence.schedule1 = u"S1P6"_s;
    offence.detail = u"was cautioned in spring"_s;
    about.criminalOffence = {offence};
    const auto receipts = await(services::InteractionService(folder.desk()).log({about}));
    REQUIRE(receipts->front());

    // Who may read health may not therefore read offences.
    const services::PrivacyService privacy(folder.desk());
    const auto items = await(privacy.itemsOf(receipts->front()->id));
    REQUIRE(items->size() == 1);
    CHECK(await(privacy.reveal(items->front().id, u"curious"_s)).error().code == ErrorCode::Denied);
}

TEST_CASE("'substantial public interest … legal obligations': nothing special is held without a basis that holds today",
          "[notice][A23]")
{
    DeskFolder folder;
    const services::InteractionService service(folder.desk());
    const auto refused = [&](const domain::SpecialCategoryItem &item) {
        auto about = call(folder.clock().now(), {});
        about.specialCategory = {item};
        const auto receipts = await(service.log({about}));
        REQUIRE(receipts);
        return !receipts->front() && receipts->front().error().code == ErrorCode::InvalidInput;
    };

    auto item = healthItem(u"has epilepsy"_s);
    item.condition.clear();
    CHECK(refused(item));
    item = healthItem(u"has epilepsy"_s);
    item.schedule1.clear(); // A9G rests on Schedule 1
    CHECK(refused(item));
    item = healthItem(u"has epilepsy"_s);
    item.schedule1 = u"S1P2"_s; // which belongs to A9H
    CHECK(refused(item));
    CHECK_FALSE(refused(healthItem(u"has epilepsy"_s)));

    item = healthItem(u"has epilepsy"_s);
    item.schedule1 = u"S1P16"_s; // for not-for-profit bodies: no council may rely on it
    CHECK(refused(item));
}

TEST_CASE("need to know: each reading of special category data is asked for with a reason and written down",
          "[notice][A21]")
{
    DeskFolder folder;
    const auto person = await(services::PersonService(folder.desk()).add(joan()));
    const auto interaction = logAbout(folder, *person, healthItem(u"has epilepsy"_s));
    const services::PrivacyService privacy(folder.desk());

    // The handler who wrote it down does not see that it is there.
    CHECK(await(privacy.itemsOf(interaction)).error().code == ErrorCode::Denied);

    folder.giveRoles(whoMayReveal);
    const auto items = await(privacy.itemsOf(interaction));
    REQUIRE(items->size() == 1);
    CHECK_FALSE(await(privacy.reveal(items->front().id, {})));
    for (const QString &reason : {u"Council tax discount"_s, u"Complaint of 3 May"_s})
        REQUIRE(await(privacy.reveal(items->front().id, reason)));

    QStringList reasons;
    for (const QJsonObject &trace : folder.audit()) {
        if (trace.value(u"action"_s).toString() == u"restricted_item_read"_s)
            reasons << trace.value(u"reason"_s).toString();
    }
    CHECK(reasons == QStringList{u"Council tax discount"_s, u"Complaint of 3 May"_s});
}
