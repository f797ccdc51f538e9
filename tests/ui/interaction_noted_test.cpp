// SPDX-License-Identifier: MIT
// Interactions that name nobody: opened, read like any, and given to the person they were about.
#include "tests/core/services/desk_folder.h"
#include "tests/ui/accessible_action.h"
#include "tests/ui/desk_services.h"
#include "tests/ui/interaction_waiting.h"
#include "tests/ui/unreachable_centre.h"
#include "ui/interaction/note_finder.h"
#include "ui/interaction/timeline_model.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/interaction/whose_row.h"
#include "ui/person/find_box.h"
#include "ui/shell/actions.h"
#include "ui/shell/footer.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workplace.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>
#include <QPushButton>
#include <QtConcurrentRun>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

// The window, Mrs Joan Hayward on record, and a call of somebody who did not say who they were.
struct AtTheWindow
{
    DeskFolder folder;
    ui::Language language;
    DeskServices desk{folder.desk(), std::make_unique<UnreachableCentre>()};
    domain::PersonId joan;
    domain::InteractionId call;
    std::unique_ptr<ui::MainWindow> window;

    AtTheWindow()
    {
        const auto added = await(desk.people.add(test::joan()));
        REQUIRE(added);
        joan = *added;
        const auto logged =
            await(desk.interactions.log({test::call(folder.clock().now(), u"A heron sits on the roof\nand stays"_s)}));
        REQUIRE(logged);
        call = logged->front()->id;
        window = std::make_unique<ui::MainWindow>(desk.all(), language, [](const crypto::Secret &) {
            return QtConcurrent::run([]() -> Result<> { return {}; });
        });
        window->resize(1440, 900);
        window->show();
        QApplication::setActiveWindow(window.get());
    }

    [[nodiscard]] ui::TimelinePanel &timeline() const { return *window->findChild<ui::TimelinePanel *>(); }
    [[nodiscard]] QListView &list() const { return *timeline().findChild<QListView *>(u"timelineList"_s); }
    // What a screen reader is told of the line with the focus.
    [[nodiscard]] QString spoken() const { return list().currentIndex().data(Qt::AccessibleTextRole).toString(); }
    [[nodiscard]] QPushButton *button(const QString &name) const
    {
        for (QPushButton *one : window->findChildren<QPushButton *>()) {
            if (one->isVisible() &&
                QAccessible::queryAccessibleInterface(one)->text(QAccessible::Name).startsWith(name))
                return one;
        }
        return nullptr;
    }
    [[nodiscard]] std::size_t inHerTimeline() const { return await(desk.interactions.timeline(joan, 10))->size(); }

    // Found by the words of its note.
    void opens()
    {
        window->actions()[ui::Command::FindNotes]->trigger();
        auto *notes = window->findChild<ui::NoteFinder *>();
        auto *field = qobject_cast<QLineEdit *>(notes->parent()); // of the window: there are others for people
        field->setText(u"\"heron"_s);
        REQUIRE(waitUntil([&] { return notes->isAnswered() && notes->model().rowCount() == 1; }));
        notes->open(0);
        REQUIRE(waitUntil([&] { return list().currentIndex().data(ui::TimelineModel::ExpandedRole).toBool(); }));
    }
    void gives()
    {
        REQUIRE(act(button(u"This was somebody we know"_s)));
        auto *whose = window->findChild<ui::WhoseRow *>();
        REQUIRE(waitUntil([&] { return whose->isVisible(); }));
        emit whose->chosen(joan);
        REQUIRE(waitUntil([&] { return inHerTimeline() == 1; }));
    }
};

} // namespace

TEST_CASE("what was noted without a person is opened from the notes, and read as any", "[noted]")
{
    AtTheWindow at;
    at.window->workplace().openPerson(at.joan); // somebody else is on screen
    REQUIRE(waitUntil([&] { return at.list().model()->rowCount() == 0; }));
    at.opens();
    CHECK(at.list().accessibleName() == u"What was noted without a person"_s);
    CHECK(at.spoken().contains(u"and stays"_s)); // the whole note
    CHECK(at.spoken().contains(u"nobody named"_s));
    CHECK(at.button(u"Add a note"_s));

    REQUIRE(at.button(u"Close what was noted"_s));
    REQUIRE(act(at.button(u"Close what was noted"_s)));
    CHECK(waitUntil([&] { return at.list().accessibleName().startsWith(u"Your last interactions"_s); }));
}

TEST_CASE("it is given to the person it was about, and the way back is one key", "[noted]")
{
    AtTheWindow at;
    at.opens();
    at.gives();
    REQUIRE(waitUntil([&] { return at.list().accessibleName().startsWith(u"Timeline"_s) && !at.spoken().isEmpty(); }));
    CHECK(at.spoken().contains(u"heron"_s)); // chosen, in her timeline
    REQUIRE(at.button(u"Undo"_s));

    REQUIRE(act(at.button(u"Undo"_s)));
    REQUIRE(waitUntil([&] { return at.inHerTimeline() == 0; }));
    CHECK(waitUntil([&] { return at.list().accessibleName() == u"What was noted without a person"_s; }));
}

TEST_CASE("while nobody is on screen one's last interactions are, and each leads on", "[noted]")
{
    AtTheWindow at;
    REQUIRE(waitUntil([&] { return at.list().isVisible() && at.list().model()->rowCount() == 2; }));
    CHECK(at.list().accessibleName().startsWith(u"Your last interactions"_s));
    REQUIRE(actOnRow(&at.list(), 1));
    REQUIRE(waitUntil([&] { return at.button(u"This was somebody we know"_s) != nullptr; }));
    at.gives();
    REQUIRE(waitUntil([&] { return at.list().accessibleName().startsWith(u"Timeline"_s) && !at.spoken().isEmpty(); }));

    at.window->actions()[ui::Command::ClosePerson]->trigger();
    REQUIRE(waitUntil([&] {
        return at.list().accessibleName().startsWith(u"Your last interactions"_s) &&
               at.list().model()->index(1, 0).data(Qt::AccessibleTextRole).toString().contains(u"Joan Hayward"_s);
    }));
    at.list().setCurrentIndex(at.list().model()->index(1, 0));
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QApplication::sendEvent(&at.list(), &enter);
    REQUIRE(waitUntil([&] { return at.button(u"Open Mrs Joan Hayward"_s) != nullptr; }));
    CHECK(at.button(u"This was somebody else"_s)); // second thoughts
    REQUIRE(act(at.button(u"Open Mrs Joan Hayward"_s)));
    CHECK(waitUntil([&] { return at.list().accessibleName().startsWith(u"Timeline"_s); }));
}

TEST_CASE("Esc folds the question who it was, and nothing has changed", "[noted]")
{
    AtTheWindow at;
    at.opens();
    REQUIRE(act(at.button(u"This was somebody we know"_s)));
    auto *whose = at.window->findChild<ui::WhoseRow *>();
    REQUIRE(waitUntil([&] { return whose->isVisible(); }));
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(whose, &escape);
    CHECK_FALSE(whose->isVisible());
    CHECK(at.inHerTimeline() == 0);
    CHECK(at.folder.outbox().size() == 2); // the person and the call
}
