// SPDX-License-Identifier: MIT
// A death in the panel: recorded once, and what was typed of it lost to no key.
#include "tests/ui/person_on_screen.h"
#include "tests/ui/shell_window.h"
#include "ui/person/death_card.h"
#include "ui/shell/footer.h"
#include "ui/shell/place.h"
#include "ui/shell/workplace.h"

#include <QCheckBox>
#include <QComboBox>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

void escape(QWidget *from)
{
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(from, &press);
}

// The fields of it in a panel or a window.
struct DeathFields
{
    QWidget &in;
    ui::DeathCard *card = in.findChild<ui::DeathCard *>();
    QLineEdit *day = in.findChild<QLineEdit *>(u"dayOfDeath"_s);
    QLineEdit *name = in.findChild<QLineEdit *>(u"estateName"_s);
    QLineEdit *reach = in.findChild<QLineEdit *>(u"estateReach"_s);
    QComboBox *source = card->findChild<QComboBox *>();
    QCheckBox *verified = card->findChild<QCheckBox *>();

    void fill() const
    {
        day->setText(u"3/2"_s); // half a day
        source->setCurrentIndex(source->findData(static_cast<int>(domain::ValueSource::Relative)));
        verified->setChecked(true);
        name->setText(u"Ann Hay"_s);
        reach->setText(u"07700"_s);
    }
    [[nodiscard]] bool areFilled() const
    {
        return card->isVisible() && day->text() == u"3/2"_s && verified->isChecked() && name->text() == u"Ann Hay"_s &&
               reach->text() == u"07700"_s &&
               source->currentData().toInt() == static_cast<int>(domain::ValueSource::Relative);
    }
};

} // namespace

TEST_CASE("a death is recorded in the panel, and who must know is ticked off there", "[person][tell-once][death]")
{
    PersonOnScreen here;
    here.panel.startDeath();
    auto *day = here.panel.findChild<QLineEdit *>(u"dayOfDeath"_s);
    auto *record = here.panel.findChild<QPushButton *>(u"recordDeath"_s);
    REQUIRE(day);
    REQUIRE(record);
    CHECK(day->isVisible());
    for (const QString &wrong : {u""_s, u"yesterday"_s, u"1/1/2999"_s, u"1/1/1950"_s}) {
        day->setText(wrong);
        record->click();
        CHECK(here.hasWords(u"When did they die?"_s));
    }
    CHECK_FALSE(here.stored().dateOfDeath);

    day->setText(u"1/3/2020"_s);
    here.panel.findChild<QLineEdit *>(u"estateName"_s)->setText(u"Ann Hayward"_s);
    here.panel.findChild<QLineEdit *>(u"estateReach"_s)->setText(u"07700 900456"_s);
    record->click();
    REQUIRE(waitUntil([&] { return here.hasWords(u"Has died: 1 Mar 2020 (not verified)"_s); }));
    CHECK_FALSE(day->isVisible());
    CHECK(here.hasWords(u"Ann Hayward"_s));
    CHECK(here.hasWords(u"deals with the estate: speak to them"_s));
    CHECK_FALSE(here.hasWords(u"Still right?"_s));

    auto *tax = here.panel.findChild<QCheckBox *>(u"passOn:council_tax"_s);
    REQUIRE(tax);
    tax->click();
    REQUIRE(waitUntil([&] { return here.marked.startsWith(u"Noted as told"); }));
    REQUIRE(waitUntil([&] { return here.hasWords(u"told "_s); }));
    CHECK(here.stored().dateOfDeath->toIso() == u"2020-03-01");
    const auto isTold = [&] {
        const auto items = here.folder.desk().policy().bereavement.itemsFor(here.stored());
        return std::any_of(items.begin(), items.end(), [](const auto &item) { return item.told.has_value(); });
    };
    CHECK(isTold());
    here.panel.takeBack(here.written); // a slip: they still must be
    CHECK(waitUntil([&] { return !isTold(); }));
}

TEST_CASE("whoever is related and has a record deals with the estate without being written down twice",
          "[person][death][relationship]")
{
    PersonOnScreen here;
    domain::Person tom = joan();
    tom.name = {u"Mr"_s, u"Tom"_s, {}, u"Hayward"_s};
    const auto tomId = await(here.people.add(tom));
    REQUIRE(tomId);
    const domain::Person before = here.stored();
    domain::Person after = before;
    domain::Relationship son;
    son.kind = domain::RelationshipKind::Child;
    son.other = *tomId;
    after.relationships = {son};
    REQUIRE(await(here.people.edit(before, after)));
    here.panel.open(here.id);
    REQUIRE(waitUntil([&] { return here.hasWords(u"Child · may not act for them"_s); }));
    here.panel.startDeath();
    here.panel.findChild<QLineEdit *>(u"dayOfDeath"_s)->setText(u"1/3/2020"_s);
    here.panel.findChild<QLineEdit *>(u"estateName"_s)->setText(u"mr tom hayward"_s);
    here.panel.findChild<QPushButton *>(u"recordDeath"_s)->click();
    REQUIRE(waitUntil([&] { return here.hasWords(u"Speak to whoever deals with the estate"_s); }));
    REQUIRE(here.stored().relationships.size() == 1);
    CHECK(here.stored().relationships.front().other == *tomId);
    CHECK(here.stored().relationships.front().handlesEstate);
}

TEST_CASE("Esc leaves a death half written down, and its fields come back with what was typed", "[person][death]")
{
    PersonOnScreen here;
    std::optional<ui::UnsavedDeath> aside;
    QObject::connect(&here.panel, &ui::PersonPanel::deathSetAside, &here.panel,
                     [&](const ui::UnsavedDeath &typed) { aside = typed; });
    here.panel.startDeath();
    const DeathFields fields{here.panel};
    escape(fields.day);
    CHECK_FALSE(aside); // nothing was typed
    CHECK_FALSE(here.panel.unsavedDeath());

    here.panel.startDeath();
    fields.fill();
    here.panel.startDeath(); // the key once more
    CHECK(fields.areFilled());
    escape(fields.reach);
    CHECK_FALSE(fields.card->isVisible());
    REQUIRE(aside);
    here.panel.startDeath();
    CHECK(fields.areFilled());
    CHECK(fields.day->hasFocus());

    SECTION("also after somebody else was looked at, who is not given it")
    {
        aside.reset();
        domain::Person tom = joan();
        tom.name = {u"Mr"_s, u"Tom"_s, {}, u"Marsh"_s};
        const auto other = await(here.people.add(tom));
        REQUIRE(other);
        here.panel.open(*other);
        REQUIRE(waitUntil([&] { return here.hasWords(u"Tom Marsh"_s); }));
        CHECK(aside);
        CHECK_FALSE(fields.card->isVisible());
        here.panel.startDeath();
        CHECK(fields.day->text().isEmpty());
        CHECK(fields.name->text().isEmpty());
        escape(fields.day);
        here.panel.open(here.id);
        REQUIRE(waitUntil([&] { return here.hasWords(u"Joan"_s); }));
        here.panel.startDeath();
        CHECK(fields.areFilled());
    }
    SECTION("and nothing of it is left once it is recorded")
    {
        fields.day->setText(u"1/3/2020"_s);
        here.panel.finishWriting();
        REQUIRE(waitUntil([&] { return here.hasWords(u"Has died: 1 Mar 2020"_s); }));
        CHECK_FALSE(here.panel.unsavedDeath());
        here.panel.startDeath();
        CHECK_FALSE(fields.verified->isChecked());
    }
}

TEST_CASE("the window offers to take back a death that was left, whoever is on screen by then", "[shell][death]")
{
    Window at;
    const auto id = at.desk.people.add(joan()).takeResult();
    domain::Person tom = joan();
    tom.name = {u"Mr"_s, u"Tom"_s, {}, u"Marsh"_s};
    const auto other = at.desk.people.add(tom).takeResult();
    REQUIRE(id);
    REQUIRE(other);
    const auto *panel = at.window.findChild<ui::PersonPanel *>();
    at.window.workplace().openPerson(*id);
    Window::waitUntil([&] { return panel->displayName().contains(u"Joan"_s); });
    at.run(ui::Command::RecordDeath);
    const DeathFields fields{at.window};
    REQUIRE(fields.card->isVisible());
    fields.fill();
    escape(fields.day);
    CHECK_FALSE(fields.card->isVisible());

    SECTION("at once")
    {
        at.run(ui::Command::TakeBack);
        CHECK(fields.areFilled());
        CHECK(fields.day->hasFocus());
    }
    SECTION("after going on to somebody else, whose form is open")
    {
        at.window.workplace().openPerson(*other);
        Window::waitUntil([&] { return panel->displayName().contains(u"Tom"_s); });
        at.run(ui::Command::EditPerson);
        at.run(ui::Command::TakeBack);
        Window::waitUntil([&] { return fields.areFilled(); });
        CHECK(panel->person() == *id);
    }
}

TEST_CASE("a death half written down comes back with the place, without the number of a card", "[lock][death]")
{
    Window at;
    const auto id = at.desk.people.add(joan()).takeResult();
    REQUIRE(id);
    ui::Place place;
    place.person = *id;
    place.region = 1;
    place.death = ui::UnsavedDeath{*id, u"3/2"_s, domain::ValueSource::Relative, true, u"Ann Hay"_s, u"07700"_s};
    CHECK(place.holdsTyped());
    const ui::Place read = ui::placeFrom(ui::toText(place));
    CHECK(read.death == place.death);
    at.window.workplace().restore(read);
    const DeathFields fields{at.window};
    Window::waitUntil([&] { return fields.areFilled(); });
    CHECK(fields.day->hasFocus());
    CHECK(at.window.workplace().place().death == place.death);

    place.death->estateReach = u"4111 1111 1111 1111"_s;
    CHECK_FALSE(ui::toText(place).contains(u"1111 1111"_s));
}
