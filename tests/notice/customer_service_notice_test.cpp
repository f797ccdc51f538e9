// SPDX-License-Identifier: MIT
// The customer service and lifeline privacy notice: each sentence that promises something, as a test.
#include "core/services/person/person_service.h"
#include "core/services/privacy/privacy_service.h"
#include "tests/core/services/desk_folder.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

TEST_CASE("'all of our interactions are logged': each channel alike, in one system, with the centre out of reach",
          "[notice][B5][B6][B24]")
{
    DeskFolder folder; // no centre at all
    const services::InteractionService service(folder.desk());
    const auto person = await(services::PersonService(folder.desk()).add(joan()));
    for (const auto channel : {domain::Channel::Phone, domain::Channel::Email, domain::Channel::FaceToFace,
                               domain::Channel::Web, domain::Channel::Letter, domain::Channel::Telecare}) {
        auto draft = await(service.start(channel, domain::Direction::Inbound, *person, {}));
        REQUIRE(draft);
        draft->interaction.disposition = u"resolved"_s;
        REQUIRE(await(service.finish(*draft)));
    }

    CHECK(await(service.timeline(*person, 10))->size() == 6);
    qint64 sequence = 1; // of the person; numbered without gaps, so that none can be missing
    for (const auto &entry : folder.outbox())
        CHECK(entry.sequence == sequence++);
    CHECK(sequence == 8);
}

TEST_CASE("'all of our interactions are logged': not even a call that broke off is lost", "[notice][B6]")
{
    DeskFolder folder;
    const auto draft = await(services::InteractionService(folder.desk())
                                 .start(domain::Channel::Phone, domain::Direction::Inbound, std::nullopt, {}));
    REQUIRE(draft);
    folder.reopen();
    const auto open = await(services::InteractionService(folder.desk()).openDrafts());
    REQUIRE(open->size() == 1);
    CHECK(open->front().interaction.id == draft->interaction.id);
}

TEST_CASE("the nine fields of the notice are first class: kept, found again and sent to the centre", "[notice][B25]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    domain::Person person = joan();                                  // first name, family name, address,
                                                                     // contact details, date of birth
    person.dateOfDeath = *domain::PartialDate::parseIso(u"2026-10"); // date of death
    person.maritalStatus = domain::MaritalStatus::Widowed;           // marital status
    domain::Relationship daughter;                                   // relationship information
    daughter.kind = domain::RelationshipKind::Child;
    daughter.nameAsTold = u"Anna Hayward"_s;
    daughter.authority = domain::Authority::LastingPowerProperty;
    person.relationships = {daughter};
    domain::PaymentReference payment; // payment information
    payment.scheme = u"council_tax"_s;
    payment.reference = u"80012345"_s;
    person.paymentReferences = {payment};
    const auto id = await(people.add(person));
    REQUIRE(id);

    folder.reopen();
    const auto opened = await(services::PersonService(folder.desk()).open(*id));
    REQUIRE(opened);
    const domain::Person &kept = opened->person;
    CHECK(kept.name == person.name);
    CHECK(kept.addresses.front().text == person.addresses.front().text);
    CHECK(kept.contactPoints.front().value == person.contactPoints.front().value);
    CHECK(kept.dateOfBirth == person.dateOfBirth);
    CHECK(kept.dateOfDeath == person.dateOfDeath);
    CHECK(kept.maritalStatus == domain::MaritalStatus::Widowed);
    CHECK(kept.relationships.front().authority == domain::Authority::LastingPowerProperty);
    CHECK(kept.paymentReferences.front().reference == u"80012345"_s);

    const auto fields = QJsonDocument::fromJson(folder.outbox().front().payload).object().value(u"fields"_s).toObject();
    for (const QString &field :
         {u"given_name"_s, u"family_name"_s, u"date_of_birth"_s, u"date_of_death"_s, u"marital_status"_s})
        CHECK(fields.contains(field));
    const QStringList names = fields.keys();
    for (const QString &prefix : {u"address/"_s, u"contact/"_s, u"relationship/"_s, u"payment/"_s})
        CHECK_FALSE(names.filter(prefix).isEmpty());
}

TEST_CASE("'payment information': card details are never stored, wherever they are typed", "[notice][B25]")
{
    DeskFolder folder;
    const QString card = u"4242 4242 4242 4242"_s;
    const services::InteractionService service(folder.desk());
    const services::PersonService people(folder.desk());

    auto draft = await(service.start(domain::Channel::Phone, domain::Direction::Inbound, std::nullopt, {}));
    draft->noteText = u"pays with "_s + card + u", security code 123"_s;
    draft->interaction.specialCategory = {healthItem(u"her card is "_s + card)};
    CHECK(await(service.save(*draft)).error().code == ErrorCode::CardNumber);
    CHECK_FALSE(await(service.log({call(folder.clock().now(), card)}))->front());
    auto person = joan();
    domain::PaymentReference payment;
    payment.scheme = u"council_tax"_s;
    payment.reference = card;
    person.paymentReferences = {payment};
    CHECK(await(people.add(person)).error().code == ErrorCode::CardNumber);

    const auto kept = await(service.openDrafts());
    REQUIRE(kept->size() == 1);
    const QString text = kept->front().noteText + kept->front().interaction.specialCategory.front().detail;
    CHECK_FALSE(text.contains(u"4242 4242"_s));
    CHECK_FALSE(text.contains(u"123"_s));
    CHECK(folder.outbox().empty());
}

TEST_CASE("'with consent, where there is documented evidence of that consent': not without it", "[notice][B14]")
{
    DeskFolder folder;
    const services::InteractionService service(folder.desk());
    auto about = call(folder.clock().now(), {});
    auto item = healthItem(u"uses a hearing aid"_s);
    item.condition = u"A9A"_s; // explicit consent
    item.schedule1.clear();
    about.specialCategory = {item};
    CHECK(await(service.log({about}))->front().error().code == ErrorCode::InvalidInput);

    about.specialCategory.front().evidence = u"said so on the recorded line, 10:42"_s;
    CHECK(await(service.log({about}))->front());
}

TEST_CASE("'appropriate to your needs': a need is kept apart from its reason", "[notice][B8]")
{
    DeskFolder folder;
    const services::PersonService people(folder.desk());
    auto person = joan();
    person.communicationNeeds = u"large print"_s;
    person.preferredLanguage = u"cy"_s;
    const auto id = await(people.add(person));
    const auto opened = await(people.open(*id));
    CHECK(opened->person.communicationNeeds == u"large print"_s);
    CHECK(opened->person.preferredLanguage == u"cy"_s);
    CHECK(opened->restrictedItems == 0); // nobody had to say why
}

TEST_CASE("'about you or your family': everybody who took part is kept with their part in it", "[notice][B24]")
{
    DeskFolder folder;
    const services::InteractionService service(folder.desk());
    const auto subject = await(services::PersonService(folder.desk()).add(joan()));
    auto about = call(folder.clock().now(), u"Rings for her mother"_s);
    about.person = *subject;
    about.parties = {{{}, domain::PartyRole::Caller, std::nullopt, u"Anna Hayward"_s},
                     {{}, domain::PartyRole::Subject, *subject, {}}};
    const auto receipts = await(service.log({about}));
    REQUIRE(receipts->front());
    const auto found = await(service.find(receipts->front()->id));
    REQUIRE(found->parties.size() == 2);
    CHECK(found->parties.front().nameAsTold == u"Anna Hayward"_s);
    CHECK(found->parties.back().person == *subject);
}

TEST_CASE("'kept in accordance with departmental time limits as information is forwarded on': what was said in "
          "confidence stays at the desk only as long as needed",
          "[notice][B27]")
{
    DeskFolder folder;
    folder.giveRoles({domain::Role::Supervisor, domain::Role::Safeguarding});
    auto about = call(folder.desk().clock().now(), u"Asks about a discount"_s);
    about.specialCategory = {healthItem(u"has epilepsy"_s)};
    const auto receipts = await(services::InteractionService(folder.desk()).log({about}));
    REQUIRE(receipts->front());
    const auto payload = [&] {
        const auto entry = folder.write([&](store::Connection &connection) {
            return store::Outbox(connection).findById(domain::EntryId(receipts->front()->id.uuid()));
        });
        REQUIRE(entry);
        REQUIRE(*entry);
        return (*entry)->payload;
    };

    folder.settleAll();
    CHECK(payload().contains("epilepsy")); // the centre may still lose it, and would get it again from here
    folder.makeAllSafe();
    CHECK_FALSE(payload().contains("epilepsy"));

    const services::PrivacyService privacy(folder.desk());
    const auto items = await(privacy.itemsOf(receipts->front()->id));
    REQUIRE(items->size() == 1);
    CHECK(await(privacy.reveal(items->front().id, u"Council tax discount"_s))->isAtCentre);
}

TEST_CASE("nothing of it is readable on the desk's disk", "[notice]")
{
    DeskFolder folder;
    const auto person = await(services::PersonService(folder.desk()).add(joan()));
    auto about = call(folder.clock().now(), u"Missed bin at the corner house"_s);
    about.person = *person;
    about.specialCategory = {healthItem(u"uses a wheelchair"_s)};
    REQUIRE(await(services::InteractionService(folder.desk()).log({about}))->front());

    int files = 0;
    QDirIterator all(folder.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (all.hasNext()) {
        QFile file(all.next());
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        ++files;
        for (const QString &text : {u"Hayward"_s, u"Missed bin"_s, u"wheelchair"_s, u"07700"_s}) {
            CHECK_FALSE(bytes.contains(text.toUtf8()));
            CHECK_FALSE(bytes.contains(QByteArray(reinterpret_cast<const char *>(text.utf16()), text.size() * 2)));
        }
    }
    CHECK(files >= 3);
}
