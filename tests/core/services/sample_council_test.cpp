// SPDX-License-Identifier: MIT
#include "core/services/sample/sample_council.h"

#include "core/domain/email_address.h"
#include "core/domain/lawful_basis.h"
#include "core/domain/nhs_number.h"
#include "core/domain/person_fields.h"
#include "core/domain/phone_number.h"
#include "core/domain/postcode.h"
#include "core/domain/service_catalogue.h"

#include "tests/support/result_printing.h"
#include "tests/support/source_dir.h"
#include "tests/support/test_clock.h"

#include <QDateTime>
#include <QFile>
#include <QHash>
#include <QRegularExpression>
#include <QSet>

using namespace reeve;
using namespace reeve::domain;
using namespace reeve::services;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 people = 3000;

SampleCouncil council(quint64 seed = 1, qint64 size = people)
{
    return SampleCouncil({seed, size, 1.5}, test::TestClock().now());
}

QByteArray policyFile(const QString &name)
{
    QFile file(test::sourcePath(u"resources/policy/"_s + name));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

// Ofcom's ranges for drama.
bool isReserved(const QString &e164)
{
    static const QRegularExpression ranges(
        u"^\\+44(?:7700900|1632960|(?:11[3-8]|1[2-6]1)4960|2079460|1914980|2896496|2920180|3069990)\\d{3}$"_s);
    return ranges.match(e164).hasMatch();
}

} // namespace

TEST_CASE("the sample council is the same in every run, whatever its size", "[sample]")
{
    const auto small = council(1, 10);
    const auto large = council(1, 1'000'000);
    for (qint64 n = 0; n < 10; ++n) {
        CHECK(small.person(n) == large.person(n));
        CHECK(small.interactionsOf(n) == large.interactionsOf(n));
    }
    CHECK(council(1).person(5) != council(2).person(5));
    CHECK(council(1).person(5).id != council(2).person(5).id);

    // Written down once: a change of the generator shows here.
    const Person first = council().person(0);
    CHECK(first.externalId == u"EX0000000"_s);
    CHECK(first.id.toString() == u"01941f29-7c00-7a2a-bf27-7a88778dfbfd"_s);
    CHECK(first.displayName() == u"Mr Barry Whitton"_s);
    const Person far = large.person(999'999);
    CHECK(far.externalId == u"EX0999999"_s);
    CHECK(far.displayName() == u"Martin Dennis"_s);
}

TEST_CASE("everyone in the sample can be stored and comes from reserved ranges only", "[sample]")
{
    const auto all = council();
    QSet<PersonId> ids;
    QSet<qint64> uprns;
    QSet<QString> emails;
    for (qint64 n = 0; n < people; ++n) {
        const Person person = all.person(n);
        INFO(person.externalId.toStdString());
        REQUIRE(validate(person));
        REQUIRE(personFromFields(person.id, 0, toFields(person)) == person);
        CHECK(person.isDemo);
        CHECK_FALSE(ids.contains(person.id));
        ids.insert(person.id);
        for (const ContactPoint &contact : person.contactPoints) {
            if (contact.kind == ContactKind::Email) {
                const auto address = EmailAddress::parse(contact.value);
                REQUIRE(address);
                CHECK(address->folded() == contact.normalised);
                CHECK(contact.value.contains(QRegularExpression(u"@example\\.(org|com|net)$"_s)));
                CHECK_FALSE(emails.contains(contact.value));
                emails.insert(contact.value);
            } else {
                const auto number = PhoneNumber::parse(contact.value);
                REQUIRE(number);
                CHECK(number->e164() == contact.normalised);
                CHECK(isReserved(contact.normalised));
            }
        }
        for (const Address &address : person.addresses) {
            if (address.text == u"no fixed abode")
                continue;
            REQUIRE(Postcode::parse(address.postcode));
            CHECK(Postcode::parse(address.postcode)->toString() == address.postcode);
            CHECK(address.postcode.contains(QRegularExpression(u"^AA[1-9]"_s)));
            if (address.uprn) {
                CHECK(*address.uprn >= 999'000'000'001);
                uprns.insert(*address.uprn);
            }
        }
        if (!person.nhsNumber.isEmpty()) {
            const auto number = NhsNumber::parse(person.nhsNumber);
            REQUIRE(number);
            CHECK(number->isTestNumber());
        }
        CHECK(person.niNumber.isEmpty());
        for (const Relationship &relationship : person.relationships)
            CHECK((!relationship.other || ids.contains(*relationship.other)));
        if (n > 0)
            CHECK(all.person(n - 1).id < person.id);
    }
    CHECK(uprns.size() > people / 4);
    CHECK(uprns.size() < people * 2 / 3); // households share them
}

TEST_CASE("names are as frequent and as varied as in Britain", "[sample]")
{
    const auto all = council();
    QHash<QString, int> families;
    int mononyms = 0;
    int accents = 0;
    int apostrophes = 0;
    int hyphens = 0;
    int welsh = 0;
    int children = 0;
    int formerNames = 0;
    int dead = 0;
    for (qint64 n = 0; n < people; ++n) {
        const Person person = all.person(n);
        ++families[person.name.family];
        const QString name = person.name.full();
        mononyms += person.name.given.isEmpty() || person.name.family.isEmpty() ? 1 : 0;
        accents += std::any_of(name.begin(), name.end(), [](QChar c) { return c.unicode() > 0xbf; }) ? 1 : 0;
        apostrophes += name.contains(u'\'') ? 1 : 0;
        hyphens += name.contains(u'-') ? 1 : 0;
        welsh += person.preferredLanguage == u"cy" ? 1 : 0;
        children += person.dateOfBirth && person.dateOfBirth->yearsUntil(QDate(2026, 1, 1)) < 18 ? 1 : 0;
        formerNames += person.formerNames.empty() ? 0 : 1;
        dead += person.dateOfDeath ? 1 : 0;
    }
    const auto share = [](int count) { return 100.0 * count / people; };
    CHECK(share(families.value(u"Smith"_s)) > 0.3);
    CHECK(share(families.value(u"Smith"_s)) < 2.5);
    CHECK(families.size() > 500);
    CHECK(mononyms > 0);
    CHECK(share(mononyms) < 2);
    CHECK(share(accents) > 2);
    CHECK(share(accents) < 12);
    CHECK(apostrophes > 5);
    CHECK(hyphens > 5);
    CHECK(share(welsh) > 1);
    CHECK(share(children) > 12);
    CHECK(share(children) < 32);
    CHECK(share(formerNames) > 3);
    CHECK(dead > 5);
}

TEST_CASE("past interactions can be stored, lie in the past and rest on bases that hold", "[sample]")
{
    const auto policy = LawfulBasisPolicy::parse(policyFile(u"lawful_basis.json"_s));
    const auto catalogue = ServiceCatalogue::parse(policyFile(u"service_catalogue.json"_s));
    REQUIRE(policy);
    REQUIRE(catalogue);
    const Instant now = test::TestClock().now();
    const QDate today(2026, 11, 22);
    const auto all = council();
    QSet<QUuid> ids;
    QSet<QString> notes;
    int count = 0;
    int special = 0;
    int offences = 0;
    for (qint64 n = 0; n < people; ++n) {
        const auto past = all.interactionsOf(n);
        for (std::size_t i = 0; i < past.size(); ++i) {
            const Interaction &one = past[i];
            REQUIRE(validate(one));
            REQUIRE(interactionFromJson(toJson(one)) == one);
            CHECK(one.startedAt < now);
            CHECK((i == 0 || past[i - 1].startedAt <= one.startedAt));
            for (const auto &reason : one.reasons)
                CHECK(catalogue->find(reason));
            CHECK(catalogue->disposition(one.disposition));
            for (const auto &item : one.specialCategory)
                CHECK(policy->check(item, today));
            for (const auto &item : one.criminalOffence)
                CHECK(policy->check(item, today));
            for (const QUuid &id : {one.id.uuid(), one.notes.at(0).id.uuid(), one.parties.at(0).id.uuid()}) {
                CHECK_FALSE(ids.contains(id));
                ids.insert(id);
            }
            notes.insert(one.notes[0].text);
            special += static_cast<int>(one.specialCategory.size());
            offences += static_cast<int>(one.criminalOffence.size());
            ++count;
        }
    }
    CHECK(count > people * 1.3);
    CHECK(count < people * 1.7);
    CHECK(special > 50);
    CHECK(offences > 2);
    CHECK(notes.size() > 1200);
}
