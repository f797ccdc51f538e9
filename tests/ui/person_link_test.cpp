// SPDX-License-Identifier: MIT
// Somebody related, linked to their own record from the form of a person.
#include "tests/ui/person_form.h"
#include "ui/parts/drop_list.h"

#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>
#include <QStringListModel>
#include <QVBoxLayout>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

const QString name = u"Name"_s;
const QString linkedName = u"Name (has a record of their own)"_s;

// Joan's form with a row for somebody related, and Ruth on record beside her.
struct JoanAndRuth
{
    FormOnScreen form;
    domain::PersonId joanId = form.add(joan());
    domain::PersonId ruthId = form.add(ruth());

    static domain::Person ruth()
    {
        domain::Person person = joan();
        person.name = {u"Ms"_s, u"Ruth"_s, {}, u"Okafor"_s};
        person.dateOfBirth = *domain::PartialDate::parseIso(u"2001-03-09");
        person.addresses.front().text = u"9 Long Lane, Exampleton"_s;
        return person;
    }
    QLineEdit *openRow()
    {
        form.edit(joanId);
        form.press(u"Add somebody related"_s);
        return form.control<QLineEdit>(name);
    }
    [[nodiscard]] std::vector<domain::Relationship> stored() { return form.stored(joanId).person.relationships; }
};

} // namespace

TEST_CASE("somebody on record is found by typing in the form, and Enter links them", "[person][relationship]")
{
    JoanAndRuth here;
    QLineEdit *field = here.openRow();
    CHECK(field->hasFocus());
    // All of the row can be seen, however far down it is.
    const auto *whole = here.form.control<QLineEdit>(u"Until"_s);
    const auto *view = here.form.editor().findChild<QScrollArea *>()->viewport();
    CHECK(waitUntil([&] { return view->rect().contains(QRect(whole->mapTo(view, QPoint(0, 0)), whole->size())); }));
    field->setText(u"okafor ru"_s);
    REQUIRE(waitUntil([&] { return here.form.offered().size() == 1; }));
    CHECK(here.form.offered().front().contains(u"Ms Ruth Okafor"_s));
    CHECK(here.form.offered().front().contains(u"9 Mar 2001"_s));
    CHECK(here.form.offered().front().contains(u"9 Long Lane, Exampleton"_s));

    FormOnScreen::key(field, Qt::Key_Return);
    CHECK(here.form.offered().isEmpty());
    CHECK(field == here.form.control<QLineEdit>(linkedName));
    CHECK(field->hasFocus());
    CHECK(field->text() == u"Ms Ruth Okafor"_s);
    CHECK(field->isReadOnly());
    CHECK(field->accessibleDescription().contains(u"9 Mar 2001"_s));
    CHECK(field->accessibleDescription().contains(u"9 Long Lane, Exampleton"_s));
    here.form.control<QComboBox>(u"Is their"_s)->setCurrentIndex(static_cast<int>(domain::RelationshipKind::Child));

    REQUIRE(here.form.save());
    REQUIRE(here.stored().size() == 1);
    CHECK(here.stored().front().other == here.ruthId);
    CHECK(here.stored().front().kind == domain::RelationshipKind::Child);
    CHECK(here.stored().front().nameAsTold.isEmpty());
    REQUIRE(here.form.stored(here.ruthId).namedBy.size() == 1);
    CHECK(here.form.stored(here.ruthId).namedBy.front().person == here.joanId);
}

TEST_CASE("a name that nobody was chosen for stays as it was told", "[person][relationship]")
{
    JoanAndRuth here;
    QLineEdit *field = here.openRow();
    field->setText(u"Ruth Okafor"_s);
    REQUIRE(waitUntil([&] { return !here.form.offered().isEmpty(); }));
    SECTION("Escape folds the list and leaves the form alone")
    {
        FormOnScreen::key(field, Qt::Key_Escape);
        CHECK(here.form.offered().isEmpty());
        CHECK_FALSE(here.form.isCancelled());
    }
    SECTION("going on to the next field folds it, too")
    {
        here.form.control<QComboBox>(u"Is their"_s)->setFocus();
        CHECK(here.form.offered().isEmpty());
    }
    CHECK(field->text() == u"Ruth Okafor"_s);
    REQUIRE(here.form.save());
    REQUIRE(here.stored().size() == 1);
    CHECK_FALSE(here.stored().front().other);
    CHECK(here.stored().front().nameAsTold == u"Ruth Okafor"_s);
}

TEST_CASE("a link is shown by name in the form, and taken away there", "[person][relationship]")
{
    JoanAndRuth here;
    auto before = here.form.stored(here.joanId).person;
    auto after = before;
    domain::Relationship daughter;
    daughter.other = here.ruthId;
    after.relationships = {daughter};
    REQUIRE(await(here.form.people().edit(before, after)));
    here.form.edit(here.joanId);
    auto *field = here.form.control<QLineEdit>(linkedName);
    REQUIRE(waitUntil([&] { return field->text() == u"Ms Ruth Okafor"_s; }));
    here.form.editor().cancel();
    CHECK_FALSE(here.form.isSetAside()); // that her name was found out is no change

    here.form.edit(here.joanId);
    field = here.form.control<QLineEdit>(linkedName);
    REQUIRE(waitUntil([&] { return field->text() == u"Ms Ruth Okafor"_s; }));
    here.form.press(u"Unlink from the record of Ms Ruth Okafor"_s);
    CHECK(field == here.form.control<QLineEdit>(name));
    CHECK_FALSE(field->isReadOnly());
    CHECK(field->hasFocus());
    CHECK(field->accessibleDescription().isEmpty());
    CHECK_FALSE(here.form.find<QPushButton>(u"Unlink from the record of Ms Ruth Okafor"_s));
    REQUIRE(here.form.save());
    REQUIRE(here.stored().size() == 1);
    CHECK_FALSE(here.stored().front().other);
    CHECK(here.stored().front().nameAsTold == u"Ms Ruth Okafor"_s);
    CHECK(here.form.stored(here.ruthId).namedBy.empty());
}

TEST_CASE("nobody is offered as related to themselves, and the household comes first", "[person][relationship]")
{
    JoanAndRuth here;
    domain::Person other = joan(); // by the same name
    other.addresses.front().text = u"1 High Street, Exampleton"_s;
    other.addresses.front().postcode = u"AA9 9AA"_s;
    const auto otherId = here.form.add(other);
    const auto daughterId = here.form.add(joan());
    QLineEdit *field = here.openRow();
    field->setText(u"joan hayward"_s);
    REQUIRE(waitUntil([&] { return here.form.offered().size() == 2; }));
    CHECK(here.form.offered().front().contains(u"14 Orchard Way"_s));
    FormOnScreen::key(field, Qt::Key_Down);
    FormOnScreen::key(field, Qt::Key_Up);
    FormOnScreen::key(field, Qt::Key_Enter);
    REQUIRE(here.form.save());
    CHECK(here.stored().front().other == daughterId);
    CHECK(here.stored().front().other != otherId);
}

TEST_CASE("Tab goes through the form in the order in which it is read", "[person][keyboard]")
{
    JoanAndRuth here;
    QLineEdit *field = here.openRow();
    QStringList names;
    for (QWidget *next = field; names.size() < 11; next = next->nextInFocusChain()) {
        if (next->isVisible() && (next->focusPolicy() & Qt::TabFocus) != 0)
            names << FormOnScreen::nameOf(*next);
    }
    CHECK(names == QStringList{name, u"Remove this row"_s, u"Is their"_s, u"May act for them by"_s,
                               u"How to reach them"_s, u"What was seen of it"_s, u"Seen on"_s, u"Since"_s, u"Until"_s,
                               u"Add somebody related"_s, u"Add a payment reference"_s});
}

TEST_CASE("under a field at the foot of the window the list stands above it", "[parts]")
{
    QWidget window;
    auto *column = new QVBoxLayout(&window);
    auto *field = new QLineEdit(&window);
    column->addStretch(1);
    column->addWidget(field);
    window.resize(500, 500);
    window.show();
    QStringListModel rows(QStringList{u"one"_s, u"two"_s, u"three"_s, u"four"_s, u"five"_s});
    auto *list = new ui::DropList(field, &rows);
    list->open();
    CHECK(list->isOpen());
    CHECK(list->geometry().bottom() < field->geometry().top());
    CHECK(list->geometry().top() >= 0);
    window.resize(500, 900);
    column->setContentsMargins(9, 9, 9, 600);
    column->activate();
    list->open();
    CHECK(list->geometry().top() > field->geometry().bottom());
}
