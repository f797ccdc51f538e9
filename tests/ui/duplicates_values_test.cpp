// SPDX-License-Identifier: MIT
// Choose values…: on a real store, by the actions of a screen reader.
#include "tests/ui/two_records.h"
#include "ui/duplicates/values_panel.h"
#include "ui/person/person_panel.h"

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using ui::ValuesViewModel;

namespace {

struct Merged : TwoRecords
{
    Merged() : event(merge())
    {
        QObject::connect(&panel, &ui::ValuesPanel::chosen, &panel,
                         [this](const QString &, const std::optional<ui::ShownValue> &undo) { before = undo; });
    }
    void opens()
    {
        panel.openFor(second); // an old id leads to the one that is shown
        REQUIRE(settles());
    }
    [[nodiscard]] bool settles()
    {
        return waitUntil([this] { return panel.viewModel().state() == ValuesViewModel::State::Shown; });
    }
    [[nodiscard]] QString given() const { return open(first).person.name.given; }

    domain::MergeEventId event;
    ui::ValuesPanel panel{merges, &window};
    std::optional<ui::ShownValue> before;
};

} // namespace

TEST_CASE("the other record's value is shown by one button, and the way back is offered", "[duplicates][values]")
{
    Merged at;
    at.opens();
    CHECK(shows(at.panel, u"First name"_s));
    CHECK(shows(at.panel, u"3 Mill Lane"_s)); // whose home is the home
    CHECK_FALSE(shows(at.panel, u"Family name"_s));
    const QString shown = at.given();
    const QString other = shown == u"Joan" ? u"Jaon"_s : u"Joan"_s;

    REQUIRE(press(at.panel, u"^First name: show "_s + other + u'$'));
    REQUIRE(waitUntil([&] { return at.given() == other; }));
    REQUIRE(waitUntil([&] { return at.before.has_value(); }));
    REQUIRE(at.settles());
    CHECK(button(at.panel, u"^First name: show "_s + shown) != nullptr);
    const auto *held = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
    REQUIRE(held);
    CHECK(held->accessibleName().startsWith(u"First name"_s)); // the hand stays where it was

    at.panel.viewModel().choose(*at.before);
    CHECK(waitUntil([&] { return at.given() == shown; }));
}

TEST_CASE("where no values differ the panel says so", "[duplicates][values]")
{
    Merged at;
    REQUIRE(await(at.merges.unmerge(at.event, {}, false)));
    at.opens();
    CHECK(shows(at.panel, u"nothing to choose"_s));
}

TEST_CASE("what two desks chose differently is said with the person, and settled in the panel", "[duplicates][values]")
{
    Merged at;
    REQUIRE(at.folder.write([&](store::Connection &connection) -> Result<> {
        const store::MergeRepository merges(connection);
        const auto ours = merges.find(at.event);
        if (!ours)
            return fail(ours);
        domain::MergeEvent theirs = **ours;
        theirs.id = domain::MergeEventId(at.folder.desk().ids().next());
        auto &choices = std::get<domain::PersonMerge>(theirs.what).choices;
        const auto &chosen = choices.at(u"given_name"_s).record;
        const auto other = chosen == at.first ? at.second : at.first;
        choices[u"given_name"_s] = {other, other};
        const auto added = merges.add(theirs);
        return added ? Result<>() : fail(added);
    }));
    services::PrivacyService privacy(at.folder.desk());
    ui::PersonPanel person(at.folder.desk(), at.people, privacy, at.sync);
    person.resize(400, 900);
    person.show();
    person.open(at.first);
    CHECK(waitUntil([&] { return shows(person, u"Two desks chose differently"_s); }));
    CHECK(shows(person, u"First name"_s));

    at.opens();
    CHECK(shows(at.panel, u"Which is right?"_s));
    REQUIRE(press(at.panel, u"^First name: keep "_s));
    CHECK(waitUntil([&] { return at.open(at.first).contested.isEmpty(); }));
    REQUIRE(waitUntil([&] { return !shows(at.panel, u"Which is right?"_s); }));
}
