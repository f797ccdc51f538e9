// SPDX-License-Identifier: MIT
// Find duplicates, and Merge with…: on a real store, by keyboard and by the actions of a screen reader.
#include "core/services/person/relate_people.h"
#include "core/store/likely_pairs.h"
#include "tests/core/services/alike_people.h"
#include "tests/ui/two_records.h"
#include "ui/duplicates/duplicates_panel.h"
#include "ui/duplicates/merge_panel.h"

#include <QListView>
#include <QRadioButton>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using ui::PairViewModel;

namespace {

struct Review : TwoRecords
{
    Review()
    {
        panel.open();
        REQUIRE(waitUntil([this] { return list()->model()->rowCount() == 1; }));
        REQUIRE(waitUntil([this] { return isShown(); }));
    }
    [[nodiscard]] QListView *list() const { return panel.findChild<QListView *>(u"duplicates"_s); }
    [[nodiscard]] bool isShown() { return panel.viewModel().pair().state() == PairViewModel::State::Shown; }
    [[nodiscard]] bool becomes(int rows) const
    {
        return waitUntil([this, rows] { return list()->model()->rowCount() == rows; });
    }
    [[nodiscard]] std::optional<domain::PairVerdict> verdict() const
    {
        const auto said = await(merges.verdictOn(first, second));
        REQUIRE(said);
        return *said;
    }

    ui::DuplicatesPanel panel{duplicates, merges, sync, &window};
};

} // namespace

TEST_CASE("a pair is shown side by side, with what differs said in a word", "[duplicates]")
{
    Review at;
    CHECK(shows(at.panel, u"1 pair"_s));
    CHECK(shows(at.panel, u"3 Mill Lane"_s));
    CHECK(shows(at.panel, u"≠ differs"_s));
    CHECK(shows(at.panel, u"the same"_s));
    CHECK(shows(at.panel, u"0 interaction"_s));
    const QString row = at.list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
    CHECK(row.contains(u"Joan Hayward and "_s));
    CHECK(row.contains(u"The same: "_s));
    CHECK(row.contains(u"family name"_s));
}

TEST_CASE("not the same is one key, is remembered, and is taken back by Ctrl+Z", "[duplicates]")
{
    Review at;
    key(at.list(), Qt::Key_N, Qt::NoModifier, u"n"_s);
    REQUIRE(at.becomes(0));
    CHECK(at.verdict() == domain::PairVerdict::NotSame);
    CHECK(shows(at.panel, u"No pair is left"_s));
    CHECK(shows(at.panel, u"Not the same: remembered"_s));

    key(&at.panel, Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(at.becomes(1));
    CHECK(at.verdict() != domain::PairVerdict::NotSame);
    CHECK_FALSE(at.isOne());
}

TEST_CASE("what an import or another desk has brought is listed at once, and everybody is compared when asked for",
          "[duplicates]")
{
    TwoRecords at;
    REQUIRE(at.folder.write([&at](store::Connection &connection) {
        return store::LikelyPairs(connection).put({at.first, at.second, 0.97});
    }));
    ui::DuplicatesPanel panel(at.duplicates, at.merges, at.sync, &at.window);
    panel.open();
    REQUIRE(waitUntil([&] { return shows(panel, u"1 pair(s) wait"_s); }));
    CHECK(panel.viewModel().people() == 0);
    REQUIRE(press(panel, u"^Compare everybody"_s));
    REQUIRE(waitUntil([&] { return panel.viewModel().people() == 2; }));
    CHECK(button(panel, u"^Search again"_s));
}

TEST_CASE("a decision of long ago is found under D, taken back with T, and that is undone by Ctrl+Z", "[duplicates]")
{
    TwoRecords at;
    REQUIRE(await(at.merges.decide(at.first, at.second, domain::PairVerdict::NotSame, {})));
    ui::DuplicatesPanel panel(at.duplicates, at.merges, at.sync, &at.window);
    panel.open();
    auto *list = panel.findChild<QListView *>(u"duplicates"_s);
    REQUIRE(waitUntil([&] { return panel.viewModel().state() == ui::DuplicatesViewModel::State::Listed; }));
    CHECK(list->model()->rowCount() == 0);
    CHECK_FALSE(button(panel, u"^Take back"_s));

    REQUIRE(press(panel, u"^Show the pairs that were said"_s));
    REQUIRE(waitUntil([&] { return list->model()->rowCount() == 1; }));
    CHECK(shows(panel, u"1 pair(s) were said not to be the same"_s));
    CHECK(list->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Not the same: asha.patel"_s));
    REQUIRE(waitUntil([&] { return button(panel, u"^Take back"_s) != nullptr; }));
    CHECK_FALSE(button(panel, u"^Not the same person"_s));
    const auto isShown = [&] { return panel.viewModel().pair().state() == PairViewModel::State::Shown; };
    REQUIRE(waitUntil(isShown));
    key(list, Qt::Key_N, Qt::NoModifier, u"n"_s); // no answer here
    key(list, Qt::Key_T, Qt::NoModifier, u"t"_s);
    REQUIRE(waitUntil([&] { return list->model()->rowCount() == 0; }));
    CHECK(shows(panel, u"Taken back: the pair waits"_s));
    CHECK(await(at.merges.verdictOn(at.first, at.second)).value() == domain::PairVerdict::Later);

    key(&panel, Qt::Key_Z, Qt::ControlModifier);
    REQUIRE(waitUntil([&] { return list->model()->rowCount() == 1; }));
    CHECK(await(at.merges.verdictOn(at.first, at.second)).value() == domain::PairVerdict::NotSame);
    REQUIRE(waitUntil(isShown));
    key(list, Qt::Key_T, Qt::NoModifier, u"t"_s);
    REQUIRE(waitUntil([&] { return list->model()->rowCount() == 0; }));
    key(&panel, Qt::Key_D, Qt::NoModifier, u"d"_s); // back: it waits there
    REQUIRE(waitUntil([&] { return !panel.viewModel().isDecidedList() && list->model()->rowCount() == 1; }));
    CHECK(shows(panel, u"1 pair(s) wait"_s));
    key(&panel, Qt::Key_Z, Qt::ControlModifier); // from here, too: nothing waits any more
    REQUIRE(waitUntil([&] { return list->model()->rowCount() == 0; }));
    CHECK_FALSE(panel.viewModel().isDecidedList());
}

TEST_CASE("a list that is asked for while a decision is under way tells of it", "[duplicates]")
{
    Review at;
    SECTION("not the same, and the decided ones at once")
    {
        key(at.list(), Qt::Key_N, Qt::NoModifier, u"n"_s);
        key(&at.panel, Qt::Key_D, Qt::NoModifier, u"d"_s);
        REQUIRE(waitUntil([&] { return at.panel.viewModel().isDecidedList(); }));
    }
    SECTION("the decided ones, and not the same before they are there")
    {
        key(&at.panel, Qt::Key_D, Qt::NoModifier, u"d"_s);
        key(at.list(), Qt::Key_N, Qt::NoModifier, u"n"_s);
        REQUIRE(waitUntil([&] { return at.panel.viewModel().isDecidedList(); }));
    }
    CHECK(at.list()->model()->rowCount() == 1);
    CHECK(shows(at.panel, u"1 pair(s) were said not to be the same"_s));

    REQUIRE(waitUntil([&] { return at.isShown(); }));
    key(at.list(), Qt::Key_T, Qt::NoModifier, u"t"_s);
    key(&at.panel, Qt::Key_D, Qt::NoModifier, u"d"_s); // back, while it is taken back
    REQUIRE(waitUntil([&] { return !at.panel.viewModel().isDecidedList(); }));
    CHECK(at.list()->model()->rowCount() == 1);
}

TEST_CASE("later keeps a pair, at the end of the list and said so", "[duplicates]")
{
    Review at;
    REQUIRE(press(at.panel, u"^Decide later"_s));
    REQUIRE(waitUntil([&] { return at.verdict() == domain::PairVerdict::Later; }));
    REQUIRE(waitUntil([&] {
        return at.list()->model()->index(0, 0).data(Qt::AccessibleTextRole).toString().contains(u"Put off"_s);
    }));
}

TEST_CASE("the same: each field is chosen, what it becomes is shown, Ctrl+Enter merges, and Undo takes it back",
          "[duplicates]")
{
    Review at;
    int changes = 0;
    QObject::connect(&at.panel, &ui::DuplicatesPanel::peopleChanged, &at.panel, [&] { ++changes; });
    key(at.list(), Qt::Key_Return);
    REQUIRE(at.panel.viewModel().pair().isChoosing());
    CHECK(shows(at.panel, u"What is shown once they are merged"_s));

    REQUIRE(press(at.panel, u"^Home: 3 Mill Lane.* from the right"_s));
    REQUIRE(waitUntil([&] {
        const auto rows = at.panel.viewModel().pair().rows();
        return std::ranges::any_of(rows, [](const ui::PairRow &row) {
            return row.field == u"home_address"_s && row.merged.contains(u"Mill Lane"_s);
        });
    }));
    key(&at.panel, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(at.becomes(0));
    CHECK(at.isOne());
    const domain::Person merged = at.open(at.first).person;
    REQUIRE(merged.homeAddress());
    CHECK(merged.homeAddress()->text == u"3 Mill Lane, Exampleton"_s);
    CHECK(merged.addresses.size() == 2); // the other one is kept
    CHECK(changes == 1);

    REQUIRE(press(at.panel, u"^Undo the last decision"_s));
    REQUIRE(at.becomes(1));
    CHECK_FALSE(at.isOne());
    CHECK(changes == 2);
}

TEST_CASE("Esc goes from choosing back to the two, and from there closes", "[duplicates]")
{
    Review at;
    REQUIRE(press(at.panel, u"^Same person"_s));
    REQUIRE(waitUntil([&] { return at.panel.viewModel().pair().isChoosing(); }));
    key(&at.panel, Qt::Key_Escape);
    CHECK(at.panel.isOpen());
    CHECK_FALSE(at.panel.viewModel().pair().isChoosing());
    key(&at.panel, Qt::Key_Escape);
    CHECK_FALSE(at.panel.isOpen());
    CHECK_FALSE(at.isOne());
}

TEST_CASE("a pair that is one person meanwhile is gone from the list", "[duplicates]")
{
    Review at;
    static_cast<void>(at.merge());
    at.panel.viewModel().open(0);
    CHECK(at.becomes(0));
}

TEST_CASE("when somebody has said meanwhile that they differ, merging says so and does nothing", "[duplicates]")
{
    Review at;
    REQUIRE(await(at.merges.decide(at.first, at.second, domain::PairVerdict::NotSame, {})));
    at.panel.viewModel().pair().merge();
    REQUIRE(waitUntil([&] { return shows(at.panel, u"said meanwhile that these two are not the same"_s); }));
    CHECK_FALSE(at.isOne());
    REQUIRE(waitUntil([&] { return shows(at.panel, u"Somebody has said that these two are not the same person."_s); }));
    at.panel.viewModel().pair().merge(); // knowing it
    REQUIRE(at.becomes(0));
    CHECK(at.isOne());
}

TEST_CASE("two who are recorded as partners are said to be hardly one person before they are merged", "[duplicates]")
{
    TwoRecords at;
    domain::Relationship partner;
    partner.kind = domain::RelationshipKind::Partner;
    partner.other = at.second;
    REQUIRE(await(services::relate(at.folder.desk(), at.first, partner)));
    ui::MergePanel panel(at.people, at.duplicates, at.merges, at.sync, &at.window);
    panel.openFor(at.second, u"Jaon Hayward"_s);
    panel.viewModel().show(at.second, at.first);
    REQUIRE(waitUntil([&] { return button(panel, u"^Merge the two"_s) != nullptr; }));
    CHECK(shows(panel, u"recorded as related to each other (Partner): they are hardly one person"_s));
    key(&panel, Qt::Key_Return, Qt::ControlModifier); // knowing it
    REQUIRE(waitUntil([&] { return at.isOne(); }));
}

TEST_CASE("an open person is merged with another that was found in the box", "[duplicates]")
{
    TwoRecords at;
    ui::MergePanel panel(at.people, at.duplicates, at.merges, at.sync, &at.window);
    std::optional<domain::PersonId> survivor;
    QObject::connect(&panel, &ui::MergePanel::merged, &panel,
                     [&](const domain::MergeEventId &, const domain::PersonId &id) { survivor = id; });
    panel.openFor(at.second, u"Jaon Hayward"_s);
    CHECK(shows(panel, u"Merge Jaon Hayward with"_s));
    CHECK_FALSE(button(panel, u"^Merge the two"_s));

    panel.viewModel().show(at.second, at.first);
    REQUIRE(waitUntil([&] { return button(panel, u"^Merge the two"_s) != nullptr; }));
    CHECK(panel.viewModel().isChoosing());
    key(&panel, Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(waitUntil([&] { return survivor.has_value(); }));
    CHECK(*survivor == at.first); // the older record, whichever was open
    CHECK(at.isOne());
    CHECK_FALSE(panel.isOpen());
}

TEST_CASE("a list that is longer than a page goes on when its end is seen, and when nearly all of it is decided",
          "[duplicates]")
{
    TwoRecords at;
    constexpr int pairs = 260;
    static_cast<void>(givenPairs(at.folder, pairs));
    ui::DuplicatesPanel panel(at.duplicates, at.merges, at.sync, &at.window);
    panel.open();
    const auto &model = panel.viewModel().model();
    REQUIRE(waitUntil([&] { return model.rowCount() == 200; }));
    CHECK(shows(panel, u"200 of 260"_s));
    REQUIRE(model.canFetchMore({}));
    auto *list = panel.findChild<QListView *>(u"duplicates"_s);
    const QModelIndex open = list->currentIndex();
    SECTION("its end is seen")
    {
        REQUIRE(waitUntil([&] {
            list->scrollToBottom(); // as far as the rows are measured
            return model.rowCount() == pairs;
        }));
    }
    SECTION("asked for")
    {
        panel.viewModel().more();
        panel.viewModel().more(); // it is on its way
        REQUIRE(waitUntil([&] { return model.rowCount() == pairs; }));
    }
    CHECK_FALSE(model.canFetchMore({}));
    CHECK(list->currentIndex() == open);
    std::set<std::pair<QString, QString>> keys;
    for (const auto &row : model.rows())
        keys.emplace(row.pair.left.id.toString(), row.pair.right.id.toString());
    CHECK(keys.size() == pairs);
}
