// SPDX-License-Identifier: MIT
// "Still right?" in the panel: one key for the line with the focus, one for all contact details, one for what reaches
// nobody; who may act for somebody.
#include "tests/ui/person_on_screen.h"
#include "ui/person/field_words.h"
#include "ui/person/hit_words.h"
#include "ui/person/person_input.h"
#include "ui/person/told_words.h"

#include <QKeyEvent>
#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

TEST_CASE("one key says that the line with the focus is still right, and whose word it is", "[person][tell-once]")
{
    PersonOnScreen here;
    CHECK(here.hasWords(u"was never confirmed. Still right?"_s));
    here.line(u"contact"_s)->setFocus();
    here.panel.setTold({domain::ValueSource::Person, u"phone"_s});
    here.panel.confirmLine();
    REQUIRE(waitUntil([&] { return here.hasWords(u"✓ confirmed today"_s); }));
    CHECK(here.marked.startsWith(u"Confirmed"));
    // The hand stays where it was, and a screen reader hears the new state there.
    CHECK(here.line(u"contact"_s)->hasFocus());
    CHECK(here.line(u"contact"_s)->accessibleName() == u"07700 900123, confirmed today"_s);
    CHECK(here.line(u"contact"_s)->accessibleDescription().contains(u"themselves, Phone call"_s));
    REQUIRE(here.stored().marks.size() == 1);
    CHECK(here.stored().marks[0].field == u"contact"_s);
    // Then the next thing is asked about.
    CHECK(waitUntil([&] { return here.hasWords(u"14 Orchard Way, Exampleton, AA1 1AA was never confirmed"_s); }));
}

TEST_CASE("what was said of a line by a slip is taken back, and asked about again", "[person][tell-once]")
{
    PersonOnScreen here;
    const auto isAsBefore = [&] { return here.hasWords(u"07700 900123 was never confirmed. Still right?"_s); };
    SECTION("that it is still right")
    {
        here.panel.confirmLine();
        REQUIRE(waitUntil([&] { return here.hasWords(u"✓ confirmed today"_s); }));
    }
    SECTION("that all of them are")
    {
        here.panel.confirmContactDetails();
        REQUIRE(waitUntil([&] { return !here.hasWords(u"Still right?"_s); }));
        CHECK(here.marked.startsWith(u"All"));
    }
    SECTION("that it reaches nobody")
    {
        emit here.line(u"contact"_s)
            ->unreachableChosen(here.line(u"contact"_s)->field(), services::UnreachableWhy::WrongNumber);
        REQUIRE(waitUntil([&] { return here.hasWords(u"✕ wrong number, since"_s); }));
        CHECK(here.marked.startsWith(u"Marked"));
    }
    here.panel.takeBack(here.written);
    REQUIRE(waitUntil([&] { return here.said.startsWith(u"Taken back"); }));
    REQUIRE(waitUntil(isAsBefore));
    CHECK(here.stored().marks.empty());

    SECTION("also once somebody else, or nobody, is on screen")
    {
        here.panel.confirmLine();
        REQUIRE(waitUntil([&] { return here.hasWords(u"✓ confirmed today"_s); }));
        here.panel.clear();
        here.panel.takeBack(here.written);
        CHECK(waitUntil([&] { return here.stored().marks.empty(); }));
    }
}

TEST_CASE("without a line in focus the question is answered, and another key answers for all", "[person][tell-once]")
{
    PersonOnScreen here;
    here.panel.confirmLine();
    REQUIRE(waitUntil([&] { return here.hasWords(u"✓ confirmed today"_s); }));
    here.panel.confirmContactDetails();
    REQUIRE(waitUntil([&] { return !here.hasWords(u"Still right?"_s); }));
    CHECK(here.stored().marks.size() == 2); // the number's, afresh, and the home's
}

TEST_CASE("a number that reaches nobody is struck, says why, and is asked for anew", "[person][tell-once]")
{
    PersonOnScreen here;
    here.panel.markUnreachable();
    CHECK(here.said.contains(u"Go to a phone number"_s)); // nothing has the focus: nothing is marked

    ui::ToldLine *line = here.line(u"contact"_s);
    line->setFocus();
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Delete, Qt::NoModifier);
    QCoreApplication::sendEvent(line, &press);
    auto *menu = line->findChild<QMenu *>();
    REQUIRE(menu);
    REQUIRE(menu->actions().size() == 2);
    menu->actions().constFirst()->trigger();
    menu->close();
    REQUIRE(waitUntil([&] { return here.hasWords(u"✕ wrong number, since"_s); }));
    CHECK(here.hasWords(u"No phone number that reaches them"_s));
    const auto labels = here.line(u"contact"_s)->findChildren<QLabel *>();
    CHECK(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *label) { return label->font().strikeOut(); }));
}

TEST_CASE("whoever acts for somebody stands at the top, with whether they may be told", "[person][authority]")
{
    domain::Person person = joan();
    domain::Relationship ann;
    ann.key = u"r1"_s;
    ann.kind = domain::RelationshipKind::Child;
    ann.nameAsTold = u"Ann Hayward"_s;
    ann.authority = domain::Authority::LastingPowerProperty;
    ann.evidence = u"registered document"_s;
    domain::Relationship carer = ann;
    carer.key = u"r2"_s;
    carer.nameAsTold = u"Peter Example"_s;
    carer.authority = domain::Authority::Appointee;
    carer.until = *domain::PartialDate::parseIso(u"2019-03-01");
    person.relationships = {ann, carer};
    PersonOnScreen here(person);
    CHECK(here.hasWords(u"Ann Hayward"_s));
    CHECK(here.hasWords(u"property and money: may be told"_s));
    CHECK(here.hasWords(u"Peter Example"_s));
    CHECK(here.hasWords(u"ended 1 Mar 2019: may not be told"_s));

    // The same key as for a number says that somebody still acts for them.
    ui::ToldLine *line = here.line(u"relationship"_s);
    line->setFocus();
    // The mark stands beside the name, not in it; whether they may be told is said in words.
    CHECK(
        line->accessibleName().startsWith(u"Ann Hayward, Lasting power of attorney, property and money: may be told"));
    const auto labels = line->findChildren<QLabel *>();
    CHECK(std::any_of(labels.cbegin(), labels.cend(), [](const QLabel *one) { return !one->pixmap().isNull(); }));
    CHECK(std::none_of(labels.cbegin(), labels.cend(), [](const QLabel *one) { return one->text().contains(u'✓'); }));
    here.panel.confirmLine();
    REQUIRE(waitUntil([&] { return here.hasWords(u"✓ confirmed today"_s); }));
    CHECK(here.line(u"relationship"_s)->hasFocus());
    REQUIRE(here.stored().marks.size() == 1);
    CHECK(here.stored().marks[0].field == u"relationship"_s);
}

TEST_CASE("whose record names them is shown with what they are to each other, and Enter goes there",
          "[person][relationship]")
{
    PersonOnScreen here;
    domain::Person tom;
    tom.name = {u"Mr"_s, u"Tom"_s, {}, u"Hayward"_s};
    domain::Relationship mother;
    mother.kind = domain::RelationshipKind::Parent;
    mother.other = here.id;
    tom.relationships = {mother};
    const auto id = await(here.people.add(tom));
    REQUIRE(id);
    std::optional<domain::PersonId> asked;
    QObject::connect(&here.panel, &ui::PersonPanel::personRequested, &here.panel,
                     [&](const domain::PersonId &wanted) { asked = wanted; });
    here.panel.open(here.id);
    REQUIRE(waitUntil([&] { return here.hasWords(u"Related, as the others' records say"_s); }));
    CHECK(here.hasWords(u"Child"_s));
    const auto buttons = here.panel.findChildren<QPushButton *>();
    const auto link = std::find_if(buttons.cbegin(), buttons.cend(), [](const QPushButton *one) {
        return one->isVisible() && one->accessibleName() == u"Open Mr Tom Hayward";
    });
    REQUIRE(link != buttons.cend());
    (*link)->setFocus();
    QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(*link, &press);
    CHECK(asked == *id);
}

TEST_CASE("whoever is related and lives there has one line, with both", "[person][relationship]")
{
    PersonOnScreen here;
    domain::Person tom = joan();
    tom.name = {u"Mr"_s, u"Tom"_s, {}, u"Hayward"_s};
    tom.dateOfBirth = *domain::PartialDate::parseIso(u"1999-05-04");
    domain::Relationship mother;
    mother.kind = domain::RelationshipKind::Parent;
    mother.other = here.id;
    tom.relationships = {mother};
    const auto tomId = await(here.people.add(tom));
    REQUIRE(tomId);
    domain::Person ned = joan();
    ned.name = {u"Mr"_s, u"Ned"_s, {}, u"Hayward"_s};
    const auto nedId = await(here.people.add(ned));
    REQUIRE(nedId);
    const domain::Person before = here.stored();
    domain::Person after = before;
    domain::Relationship partner;
    partner.kind = domain::RelationshipKind::Partner;
    partner.other = *nedId;
    after.relationships = {partner};
    REQUIRE(await(here.people.edit(before, after)));

    const auto links = [&](const QString &name) {
        const auto buttons = here.panel.findChildren<QPushButton *>();
        return std::count_if(buttons.cbegin(), buttons.cend(), [&](const QPushButton *one) {
            return one->isVisible() && one->accessibleName() == u"Open "_s + name;
        });
    };
    here.panel.open(here.id);
    REQUIRE(waitUntil([&] { return here.hasWords(u"At the same address (2)"_s); }));
    REQUIRE(waitUntil([&] { return here.hasWords(u"Partner · may not act for them"_s); }));
    CHECK(here.hasWords(u"Child · "_s)); // and his age
    CHECK(links(u"Mr Tom Hayward"_s) == 1);
    CHECK(links(u"Mr Ned Hayward"_s) == 1);
    CHECK_FALSE(here.hasWords(u"Related"_s));
}

TEST_CASE("a number is shown as people read it, and kept as it was told", "[person][phone]")
{
    domain::Person person = joan();
    person.contactPoints.front().value = u"07700900123"_s;
    domain::Relationship ann;
    ann.key = u"r1"_s;
    ann.nameAsTold = u"Ann Hayward"_s;
    ann.reach = u"+442079460123"_s;
    person.relationships = {ann};
    PersonOnScreen here(person);
    CHECK(here.hasWords(u"07700 900123 was never confirmed"_s));
    CHECK(here.line(u"contact"_s)->accessibleName().startsWith(u"07700 900123"));
    CHECK(here.hasWords(u"020 7946 0123"_s));
    CHECK_FALSE(here.hasWords(u"07700900123"_s));
    CHECK(here.stored().contactPoints.front().value == u"07700900123"_s);

    services::PersonHit hit;
    hit.phone = u"07700900123"_s;
    CHECK(ui::hitWords(hit) == u"07700 900123"_s);
    const QJsonObject stored{{u"kind"_s, u"phone"_s}, {u"value"_s, u"02079460123"_s}, {u"label"_s, u"home"_s}};
    CHECK(ui::valueWords(u"contact/a"_s, stored) == u"020 7946 0123, home"_s);
}

TEST_CASE("the dates of an authority are read as they are typed, and refused where they are none",
          "[person][authority]")
{
    const QDate today(2026, 11, 22);
    domain::Person person = joan();
    domain::Relationship ann;
    ann.key = u"r1"_s;
    ann.nameAsTold = u"Ann"_s;
    ann.evidenceSeen = *domain::PartialDate::parseIso(u"2026-11-01");
    ann.until = *domain::PartialDate::parseIso(u"2030-03");
    person.relationships = {ann};
    ui::PersonInput input = ui::inputFrom(person);
    CHECK(ui::read(input, today).person.relationships == person.relationships);

    input.relationships[0].until = u"some day"_s;
    CHECK_FALSE(ui::read(input, today).canSave());
    input.relationships[0].until.clear();
    input.relationships[0].evidenceSeen = u"1/1/2999"_s;
    CHECK_FALSE(ui::read(input, today).canSave());
    input.relationships[0].evidenceSeen.clear();
    input.relationships[0].from = u"1/4/2030"_s;
    CHECK(ui::read(input, today).canSave());
    input.relationships[0].until = u"March 2030"_s;
    const ui::PersonReading turned = ui::read(input, today);
    CHECK_FALSE(turned.canSave());
    CHECK(turned.checks == std::vector{ui::PersonCheck{ui::PersonCheck::Field::ActingUntil, 0,
                                                       ui::PersonCheck::Fault::BeforeStart, true}});
}

TEST_CASE("whoever acted for somebody and has died is shown as one who may not be told", "[person][authority]")
{
    PersonOnScreen here;
    domain::Person ann;
    ann.name = {{}, u"Ann"_s, {}, u"Hayward"_s};
    ann.dateOfDeath = *domain::PartialDate::parseIso(u"2026-10-01");
    const auto deputy = await(here.people.add(ann));
    REQUIRE(deputy);
    const domain::Person before = here.stored();
    domain::Person after = before;
    domain::Relationship acting;
    acting.key = u"r1"_s;
    acting.other = *deputy;
    acting.authority = domain::Authority::Deputy;
    acting.evidence = u"court order"_s;
    after.relationships = {acting};
    acting.key = u"r2"_s;
    acting.other.reset();
    acting.nameAsTold = u"Peter Example"_s;
    acting.authority = domain::Authority::ParentalResponsibility; // for somebody who is of age
    after.relationships.push_back(acting);
    REQUIRE(await(here.people.edit(before, after)));
    here.panel.open(here.id);
    REQUIRE(waitUntil([&] { return here.hasWords(u"has died: may not act any more"_s); }));
    CHECK(here.hasWords(u"ended on the 18th birthday: may not be told"_s));
    CHECK_FALSE(here.hasWords(u": may be told"_s));
}

TEST_CASE("how long ago something was right is said as one would say it", "[person][tell-once]")
{
    const QDate today(2026, 11, 22);
    const auto confirmed = [](const QDate &day) {
        domain::ValueStanding standing;
        domain::ValueMark mark;
        mark.at = fromMilliseconds(QDateTime(day, QTime(12, 0), Qt::UTC).toMSecsSinceEpoch());
        standing.confirmed = mark;
        return standing;
    };
    CHECK(ui::standingWords(confirmed(today), today, 365) == u"✓ confirmed today"_s);
    CHECK(ui::standingWords(confirmed(today.addDays(-365)), today, 365) == u"✓ confirmed 22 Nov 2025"_s);
    CHECK(ui::standingWords(confirmed(today.addDays(-366)), today, 365).startsWith(u"last confirmed 12"_s));
    CHECK(ui::standingWords(confirmed(today.addYears(-3)), today, 365).startsWith(u"last confirmed 3"_s));
    CHECK(ui::standingWords({}, today, 365).isEmpty());
}
