// SPDX-License-Identifier: MIT
// Separate…: on a real store, by the actions of a screen reader.
#include "tests/ui/two_records.h"
#include "ui/duplicates/separate_panel.h"
#include "ui/person/person_panel.h"

#include <QCheckBox>
#include <QDeadlineTimer>
#include <QFontInfo>
#include <QRadioButton>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using ui::SeparateViewModel;

namespace {

struct Merged : TwoRecords
{
    Merged() { event = merge(); }
    void opens()
    {
        panel.openFor(first);
        REQUIRE(waitUntil([this] { return panel.viewModel().state() == SeparateViewModel::State::Shown; }));
    }
    [[nodiscard]] int interactionsOf(const domain::PersonId &id)
    {
        const auto rows = await(services::InteractionService(folder.desk()).timeline(id, 100));
        REQUIRE(rows);
        return static_cast<int>(rows->size());
    }

    domain::MergeEventId event;
    ui::SeparatePanel panel{merges, &window};
};

} // namespace

TEST_CASE("what came after a merge is given to one of the two before they are separated", "[duplicates][separate]")
{
    Merged at;
    static_cast<void>(at.logs(at.first, u"Bin missed."_s));
    static_cast<void>(at.logs(at.first, u"Asked about a bus pass."_s));
    at.opens();
    CHECK(shows(at.panel, u"2 still to be assigned"_s));
    CHECK(shows(at.panel, u"Asked about a bus pass."_s));

    REQUIRE(press(at.panel, u"^Separate the two"_s)); // too early
    REQUIRE(waitUntil([&] { return shows(at.panel, u"Say first whose each thing is"_s); }));
    CHECK(at.isOne());

    REQUIRE(press(at.panel, u"bus pass.*belongs to Mrs Jaon Hayward"_s));
    REQUIRE(press(at.panel, u"Bin missed.*belongs to Mrs Joan Hayward"_s));
    REQUIRE(waitUntil([&] { return at.panel.viewModel().unassigned() == 0; }));
    std::optional<services::MergeRequest> again;
    QObject::connect(&at.panel, &ui::SeparatePanel::separated, &at.panel,
                     [&](const services::MergeRequest &request) { again = request; });
    key(&at.panel, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(waitUntil([&] { return again.has_value(); }));
    CHECK_FALSE(at.isOne());
    CHECK(at.interactionsOf(at.first) == 1);
    CHECK(at.interactionsOf(at.second) == 1);
    CHECK(await(at.merges.verdictOn(at.first, at.second)).value() == domain::PairVerdict::NotSame);

    REQUIRE(await(at.merges.merge(*again))); // Undo
    CHECK(at.isOne());
    CHECK(at.interactionsOf(at.first) == 2);
}

TEST_CASE("all that is left is assigned at once, and nobody need be different for it", "[duplicates][separate]")
{
    Merged at;
    for (const auto &note : {u"One."_s, u"Two."_s, u"Three."_s})
        static_cast<void>(at.logs(at.first, note));
    at.opens();
    REQUIRE(press(at.panel, u"^All the rest: Mrs Jaon"_s));
    REQUIRE(waitUntil([&] { return at.panel.viewModel().unassigned() == 0; }));
    at.panel.findChild<QCheckBox *>()->setChecked(false);
    REQUIRE(press(at.panel, u"^Separate the two"_s));
    REQUIRE(waitUntil([&] { return !at.panel.isOpen(); }));
    CHECK(at.interactionsOf(at.second) == 3);
    CHECK_FALSE(await(at.merges.verdictOn(at.first, at.second)).value().has_value());
}

TEST_CASE("where nothing came after, the next thing to do is to separate", "[duplicates][separate]")
{
    Merged at;
    at.opens();
    CHECK(shows(at.panel, u"Nothing came after the merge"_s));
    REQUIRE(press(at.panel, u"^Separate the two"_s));
    CHECK(waitUntil([&] { return !at.isOne(); }));
}

TEST_CASE("a person who is one record has nothing to separate, and is told so", "[duplicates][separate]")
{
    Merged at;
    REQUIRE(await(at.merges.unmerge(at.event, {}, false)));
    at.opens();
    CHECK(shows(at.panel, u"nothing to separate"_s));
    CHECK_FALSE(button(at.panel, u"^Separate the two"_s)->isEnabled());
}

TEST_CASE("whoever was one with a person once, and is one with another now, is not separated from here",
          "[duplicates][separate]")
{
    Merged at;
    REQUIRE(await(at.merges.unmerge(at.event, {}, false)));
    services::MergeRequest elsewhere;
    elsewhere.survivor = at.second;
    elsewhere.absorbed = at.add(joan());
    REQUIRE(await(at.merges.merge(elsewhere)));
    at.opens();
    CHECK(at.panel.viewModel().merges().empty());
    CHECK(shows(at.panel, u"nothing to separate"_s));
    CHECK_FALSE(shows(at.panel, u"name not known"_s));
}

TEST_CASE("the panel of a person tells that several records are behind it, and leads to separating them",
          "[duplicates][separate]")
{
    Merged at;
    services::PrivacyService privacy(at.folder.desk());
    ui::PersonPanel person(at.folder.desk(), at.people, privacy, at.sync);
    person.resize(400, 900);
    person.show();
    int asked = 0;
    QObject::connect(&person, &ui::PersonPanel::separateRequested, &person, [&] { ++asked; });
    person.open(at.second); // an old id leads to the one that is shown
    REQUIRE(waitUntil([&] { return shows(person, u"2 records are shown as this person"_s); }));
    // What is read later (who else lives there) fills the panel anew, and takes a press with it that has begun: pressed
    // as a person would, once more.
    const auto isAsked = [&] {
        REQUIRE(press(person, u"^Separate the merged records"_s));
        const QDeadlineTimer soon(500);
        return waitUntil([&] { return asked > 0 || soon.hasExpired(); }) && asked == 1;
    };
    CHECK((isAsked() || isAsked() || isAsked()));
}

TEST_CASE("what can be done with merged records stands one below the other where text is large",
          "[duplicates][separate]")
{
    Merged at;
    services::PrivacyService privacy(at.folder.desk());
    ui::PersonPanel person(at.folder.desk(), at.people, privacy, at.sync);
    QFont large = QApplication::font();
    large.setPixelSize(2 * QFontInfo(large).pixelSize());
    person.setFont(large);
    person.resize(300, 900);
    person.show();
    person.open(at.first);
    const auto stand = [&person] { // what is read later fills the panel anew
        const QAbstractButton *values = button(person, u"^Choose between the values"_s);
        const QAbstractButton *separate = button(person, u"^Separate the merged records"_s);
        return values && separate && separate->y() >= values->y() + values->height() &&
               separate->geometry().right() < person.width();
    };
    CHECK(waitUntil(stand));
}
