// SPDX-License-Identifier: MIT
// While a person is written down, the timeline beside the form says whose it is unless it is theirs.
#include "tests/ui/shell_window.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/person/person_panel.h"
#include "ui/shell/workplace.h"

#include <QLabel>
#include <QListView>

#include <algorithm>

using namespace reeve;
using namespace Qt::Literals::StringLiterals;
using test::Window;

TEST_CASE("the timeline beside a form of somebody else says whose it is", "[shell][person]")
{
    Window at;
    const auto id = at.desk.people.add(test::joan()).takeResult();
    domain::Person tom = test::joan();
    tom.name = {u"Mr"_s, u"Tom"_s, {}, u"Marsh"_s};
    const auto other = at.desk.people.add(tom).takeResult();
    REQUIRE(id);
    REQUIRE(other);
    domain::Interaction past = test::call(at.folder.clock().now() - std::chrono::hours(2), u"Bin missed."_s);
    past.person = *id;
    REQUIRE(at.desk.interactions.log({past}).takeResult());
    const auto *panel = at.window.findChild<ui::PersonPanel *>();
    const auto *timeline = at.window.findChild<ui::TimelinePanel *>();
    const auto *list = timeline->findChild<QListView *>(u"timelineList"_s);
    const auto says = [&](const QString &words) {
        const auto labels = timeline->findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *one) { return one->isVisible() && one->text().contains(words); });
    };
    const auto warning = u"not of the person being written down"_s;
    at.window.workplace().openPerson(*id);
    Window::waitUntil([&] { return panel->isShowing(*id) && list->isVisible(); });

    SECTION("a new person")
    {
        at.run(ui::Command::NewPerson);
        CHECK(says(u"Timeline of Mrs Joan Hayward, "_s + warning));
        CHECK(list->accessibleName().startsWith(u"Timeline of Mrs Joan Hayward"));
        at.language.use(ui::Tongue::Welsh);
        Window::settle(50);
        CHECK(says(u"Mrs Joan Hayward"_s));
        CHECK_FALSE(says(warning));
        at.language.use(ui::Tongue::English);
        Window::settle(50);
        QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
        QApplication::sendEvent(QApplication::focusWidget(), &escape);
        CHECK_FALSE(says(warning));
        CHECK(list->accessibleName().startsWith(u"Timeline:"));
    }
    SECTION("their own form says nothing, until somebody else is looked up beside it")
    {
        at.run(ui::Command::EditPerson);
        CHECK_FALSE(says(warning));
        at.window.workplace().openPerson(*other);
        Window::waitUntil([&] { return says(u"Timeline of Mr Tom Marsh, "_s + warning); });
        at.window.workplace().openPerson(*id);
        Window::waitUntil([&] { return !says(warning); });
    }
    SECTION("nobody's timeline is not warned of")
    {
        at.run(ui::Command::NewPerson);
        at.run(ui::Command::ClosePerson);
        CHECK_FALSE(says(warning));
    }
}
