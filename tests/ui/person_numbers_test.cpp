// SPDX-License-Identifier: MIT
// Roles, NHS number and National Insurance number: in the form, and what is shown of them.
#include "core/services/sync/sync_service.h"
#include "tests/ui/person_form.h"
#include "tests/ui/unreachable_centre.h"
#include "ui/person/field_words.h"
#include "ui/person/person_input.h"
#include "ui/person/person_panel.h"

#include <QCheckBox>
#include <QJsonArray>
#include <QLabel>
#include <QLineEdit>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using domain::PersonRole;
using Field = ui::PersonCheck::Field;
using Fault = ui::PersonCheck::Fault;

namespace {

const QDate today(2026, 11, 22);
const QString nhs = u"NHS number (only for social care)"_s;
const QString insurance = u"National Insurance number (never to prove who they are)"_s;

} // namespace

TEST_CASE("what somebody is to the council is ticked in the form", "[person][roles]")
{
    FormOnScreen form;
    const auto id = form.add(joan());
    form.edit(id);
    auto *resident = form.control<QCheckBox>(u"Resident"_s);
    CHECK(resident->isChecked());
    CHECK_FALSE(form.control<QCheckBox>(u"Third party"_s)->isChecked());
    REQUIRE(act(form.control<QCheckBox>(u"Business contact"_s)));
    REQUIRE(form.save());
    CHECK(form.stored(id).person.roles == std::vector{PersonRole::Resident, PersonRole::BusinessContact});

    form.edit(id);
    REQUIRE(act(form.control<QCheckBox>(u"Resident"_s)));
    REQUIRE(act(form.control<QCheckBox>(u"Third party"_s)));
    REQUIRE(form.save());
    CHECK(form.stored(id).person.roles == std::vector{PersonRole::BusinessContact, PersonRole::ThirdParty});
    // Where two people changed them at once, both are said in words.
    CHECK(ui::valueWords(u"roles"_s, QJsonArray{u"business_contact"_s, u"third_party"_s}) ==
          u"Business contact, Third party"_s);
}

TEST_CASE("numbers of other bodies are read in any form and stored in one", "[person][numbers]")
{
    FormOnScreen form;
    const auto id = form.add(joan());
    form.edit(id);
    form.control<QLineEdit>(nhs)->setText(u"999-000 0018"_s);
    form.control<QLineEdit>(insurance)->setText(u"aa 00 00 00 a"_s);
    REQUIRE(form.save());
    CHECK(form.stored(id).person.nhsNumber == u"9990000018"_s);
    CHECK(form.stored(id).person.niNumber == u"AA000000A"_s);

    form.edit(id);
    CHECK(form.control<QLineEdit>(nhs)->text() == u"999 000 0018"_s);
    CHECK(form.control<QLineEdit>(insurance)->text() == u"AA 00 00 00 A"_s);
    form.control<QLineEdit>(nhs)->clear();
    REQUIRE(form.save());
    CHECK(form.stored(id).person.nhsNumber.isEmpty());
    CHECK(form.stored(id).person.niNumber == u"AA000000A"_s);
}

TEST_CASE("a number that cannot be one is said at its field, and not saved", "[person][numbers]")
{
    FormOnScreen form;
    const auto id = form.add(joan());
    form.edit(id);
    auto *number = form.control<QLineEdit>(nhs);
    number->setText(u"999 000 0019"_s);
    CHECK(number->accessibleDescription() == u"There is a slip in it: its figures do not fit together."_s);
    number->setText(u"999 000"_s);
    CHECK(number->accessibleDescription() == u"An NHS number has ten figures."_s);
    number->clear();
    CHECK(number->accessibleDescription().isEmpty());
    auto *other = form.control<QLineEdit>(insurance);
    other->setText(u"QQ 12 34 56 C"_s);
    CHECK(other->accessibleDescription().startsWith(u"Not a National Insurance number"_s));
    form.editor().save();
    CHECK(other->hasFocus());
    const auto labels = form.editor().findChildren<QLabel *>();
    CHECK(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *one) {
        return one->isVisible() && one->text().startsWith(u"Something cannot be read yet"_s);
    }));
    CHECK(form.stored(id).person.niNumber.isEmpty());
}

TEST_CASE("a number of an import that cannot be one is kept until somebody corrects it", "[person][numbers]")
{
    domain::Person person = joan();
    person.nhsNumber = u"1234567890"_s;
    person.niNumber = u"QQ123456C"_s;
    ui::PersonInput input = ui::inputFrom(person);
    auto reading = ui::read(input, today);
    CHECK(reading.canSave());
    CHECK(reading.checks == std::vector<ui::PersonCheck>{{Field::NhsNumber, 0, Fault::Mistyped, false},
                                                         {Field::NiNumber, 0, Fault::NotRead, false}});
    CHECK(reading.person.nhsNumber == u"1234567890"_s);
    CHECK(reading.person.niNumber == u"QQ123456C"_s);

    input.nhsNumber = u"1234567891"_s;
    CHECK_FALSE(ui::read(input, today).canSave());
    input.nhsNumber = u"999 000 0026"_s;
    reading = ui::read(input, today);
    CHECK(reading.canSave());
    CHECK(reading.person.nhsNumber == u"9990000026"_s);
}

TEST_CASE("what somebody is to the council and is known by elsewhere stands in their summary", "[person][numbers]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    services::PrivacyService privacy(folder.desk());
    services::SyncService sync(folder.desk(), std::make_unique<UnreachableCentre>());
    ui::PersonPanel panel(folder.desk(), people, privacy, sync);
    domain::Person person = joan();
    person.roles = {PersonRole::Resident, PersonRole::ServiceUser};
    person.nhsNumber = u"9990000018"_s;
    person.niNumber = u"AA000000A"_s;
    person.externalReferences = {{u"1"_s, u"housing"_s, u"H/0000123"_s}};
    const auto id = await(people.add(person));
    REQUIRE(id);
    panel.resize(360, 1200);
    panel.show();
    panel.open(*id);
    const auto hasWords = [&panel](const QString &words) {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
    };
    REQUIRE(waitUntil([&] { return hasWords(u"999 000 0018"_s); }));
    CHECK(hasWords(u"NHS number"_s));
    CHECK(hasWords(u"AA 00 00 00 A"_s));
    CHECK(hasWords(u"Resident · Service user"_s));
    CHECK(hasWords(u"H/0000123"_s));
    CHECK(hasWords(u"Housing"_s));
}
