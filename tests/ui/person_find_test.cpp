// SPDX-License-Identifier: MIT
#include "tests/core/services/desk_folder.h"
#include "tests/ui/interaction_waiting.h"
#include "tests/ui/person_model_mirror.h"
#include "ui/person/find_box.h"
#include "ui/person/find_view_model.h"

#include <QKeyEvent>
#include <QLineEdit>
#include <QPersistentModelIndex>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

services::PersonHit hit(const domain::PersonId &id, const QString &name)
{
    services::PersonHit made;
    made.id = id;
    made.name = name;
    return made;
}

domain::PersonId add(const services::PersonService &people, const QString &given, const QString &family)
{
    domain::Person person = joan();
    person.name = {{}, given, {}, family};
    const auto id = await(people.add(person));
    REQUIRE(id);
    return *id;
}

} // namespace

TEST_CASE("of namesakes whoever shares the home of the person that is open comes first", "[find]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    const auto addAt = [&](const QString &given, const QString &home) {
        domain::Person person = joan();
        person.name = {{}, given, {}, u"Okafor"_s};
        person.addresses.front().text = home;
        person.addresses.front().uprn.reset();
        const auto id = await(people.add(person));
        REQUIRE(id);
        return *id;
    };
    const auto other = addAt(u"Ruth"_s, u"1 Long Lane, Exampleton"_s);
    const auto daughter = addAt(u"Ruth"_s, u"9 Long Lane, Exampleton"_s);
    const auto mother = addAt(u"Grace"_s, u"9 Long Lane, Exampleton"_s);

    ui::FindViewModel find(people);
    const auto firstOf = [&](const QString &query) {
        find.setQuery(query);
        REQUIRE(waitUntil([&] { return find.isAnswered(); }));
        return find.model().rows().front().hit.id;
    };
    CHECK(firstOf(u"ruth okafor"_s) == other);
    find.setBeside(mother);
    CHECK(firstOf(u"ruth okafo"_s) == daughter);
}

TEST_CASE("new results keep what stays, so that neither the selection nor the screen reader loses its place", "[find]")
{
    TestClock clock;
    IdSource ids(clock, 1);
    const auto a = ids.next<domain::PersonTag>();
    const auto b = ids.next<domain::PersonTag>();
    const auto c = ids.next<domain::PersonTag>();
    const auto d = ids.next<domain::PersonTag>();
    ui::PersonHitModel model;
    const ModelMirror mirror(model, Qt::DisplayRole);

    model.setHits({hit(a, u"Ann"_s), hit(b, u"Bea"_s), hit(c, u"Cai"_s)}, u"a"_s, ui::PersonHitModel::Offer::NewPerson);
    const QPersistentModelIndex cai = model.index(2);
    model.setHits({hit(c, u"Cai Rees"_s), hit(d, u"Dai"_s), hit(a, u"Ann"_s)}, u"ai"_s,
                  ui::PersonHitModel::Offer::NewPerson);

    CHECK(cai.row() == 0);
    CHECK(cai.data().toString() == u"Cai Rees"_s);
    CHECK(model.hitCount() == 3);
    CHECK(model.index(3).data(ui::PersonHitModel::OfferRole).toBool());
    CHECK(mirror.rows() == mirror.truth());

    model.setHits({}, {}, ui::PersonHitModel::Offer::None);
    CHECK(mirror.rows().isEmpty());
    CHECK(mirror.resets() == 0);
}

TEST_CASE("the list answers what stands in the field now, not what was typed on the way", "[find]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    add(people, u"Joan"_s, u"Hayward"_s);
    add(people, u"John"_s, u"Haynes"_s);
    ui::FindViewModel find(people);

    const QString whole = u"hayward"_s;
    for (int length = 1; length <= whole.size(); ++length)
        find.setQuery(whole.left(length));
    CHECK_FALSE(find.isAnswered());
    REQUIRE(waitUntil([&] { return find.isAnswered(); }));

    REQUIRE(find.model().hitCount() == 1);
    CHECK(find.model().rows().front().hit.name.contains(u"Hayward"_s));
    CHECK(find.model().rows().back().typed == whole);

    find.setQuery({});
    CHECK(find.isAnswered());
    CHECK(find.model().rowCount() == 0);
}

TEST_CASE("each result says aloud all that its two lines show", "[find]")
{
    TestClock clock;
    IdSource ids(clock, 1);
    ui::PersonHitModel model;
    auto found = hit(ids.next<domain::PersonTag>(), u"Joan Hayward"_s);
    found.knownAs = u"Jo"_s;
    found.dateOfBirth = u"1940-06-21"_s;
    found.address = u"14 Orchard Way, AA1 1AA"_s;
    found.phone = u"07700 900123"_s;
    found.isDeceased = true;
    found.why = {u"postcode"_s};
    model.setHits({found}, {}, ui::PersonHitModel::Offer::None);

    const QString spoken = model.index(0).data(Qt::AccessibleTextRole).toString();
    for (const QString &part :
         {u"Joan Hayward"_s, u"Jo"_s, u"1940"_s, u"AA1 1AA"_s, u"07700 900123"_s, u"died"_s, u"postcode"_s})
        CHECK(spoken.contains(part));
}

TEST_CASE("Ctrl+N in the find field takes down a new person with what was typed", "[find]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    ui::FindBox box(people);
    auto *field = box.findChild<QLineEdit *>();
    REQUIRE(field);
    QString requested;
    QObject::connect(&box, &ui::FindBox::newPersonRequested, &box, [&](const QString &typed) { requested = typed; });

    field->setText(u"nia llewelyn"_s);
    QKeyEvent press(QEvent::KeyPress, Qt::Key_N, Qt::ControlModifier);
    QCoreApplication::sendEvent(field, &press);

    CHECK(requested == u"nia llewelyn"_s);
    CHECK(field->text() == u"nia llewelyn"_s);
}
