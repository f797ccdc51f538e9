// SPDX-License-Identifier: MIT
// What the keys of the window do, and where they leave the keyboard.
#include "tests/ui/shell_window.h"
#include "ui/interaction/added_note.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/person/person_panel.h"
#include "ui/shell/appearance.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/workplace.h"

#include <QLabel>
#include <QPlainTextEdit>
#include <QPushButton>

#include <algorithm>
#include <vector>

using namespace reeve;
using namespace Qt::Literals::StringLiterals;
using test::type;
using test::Window;

TEST_CASE("F6 goes round the parts of the window and comes back", "[shell]")
{
    Window here;
    here.run(ui::Command::StartPhoneIn);
    Window::settle(300);
    here.run(ui::Command::Find);
    const QWidget *first = QApplication::focusWidget();
    REQUIRE(first);
    std::vector<const QWidget *> seen;
    for (int i = 0; i < 6; ++i) {
        here.run(ui::Command::NextRegion);
        seen.push_back(QApplication::focusWidget());
        if (seen.back() == first)
            break;
    }
    CHECK(seen.back() == first);
    CHECK(seen.size() >= 3);
}

TEST_CASE("Tab goes from the person's name on to what is known of them, and then to the work", "[shell][keyboard]")
{
    Window here;
    const auto id = here.desk.people.add(test::joan()).takeResult();
    REQUIRE(id);
    here.window.workplace().openPerson(*id);
    const auto *panel = here.window.findChild<ui::PersonPanel *>();
    Window::waitUntil([&] { return panel->findChild<QPushButton *>(u"editPerson"_s)->isVisible(); });
    Window::settle(300); // who else lives there
    QWidget *edit = panel->findChild<QPushButton *>(u"editPerson"_s);
    std::vector<QWidget *> stops;
    for (QWidget *next = edit->nextInFocusChain(); next != edit; next = next->nextInFocusChain()) {
        if (next->isVisible() && (next->focusPolicy() & Qt::TabFocus))
            stops.push_back(next);
    }
    const auto isOfPanel = [panel](const QWidget *stop) { return panel->isAncestorOf(stop); };
    REQUIRE(std::count_if(stops.cbegin(), stops.cend(), isOfPanel) > 1);
    CHECK(std::is_partitioned(stops.cbegin(), stops.cend(), isOfPanel)); // its own first, and nothing of it later
}

TEST_CASE("Ctrl+Enter in a note that is added later saves that note, and the call in work goes on", "[shell]")
{
    Window at;
    const auto id = at.desk.people.add(test::joan()).takeResult();
    REQUIRE(id);
    domain::Interaction past = test::call(at.folder.clock().now() - std::chrono::hours(2), u"Bin missed."_s);
    past.person = *id;
    REQUIRE(at.desk.interactions.log({past}).takeResult());
    at.window.workplace().openPerson(*id);
    at.run(ui::Command::StartPhoneIn);
    Window::settle(200);
    at.run(ui::Command::Timeline);
    const auto press = [](int key) {
        QKeyEvent down(QEvent::KeyPress, key, Qt::NoModifier);
        QApplication::sendEvent(QApplication::focusWidget(), &down);
        Window::settle(50);
    };
    press(Qt::Key_Return);
    auto *timeline = at.window.findChild<ui::TimelinePanel *>();
    auto *note = at.window.findChild<ui::AddedNote *>();
    REQUIRE(timeline);
    REQUIRE(note);
    const auto buttons = timeline->findChildren<QPushButton *>();
    const auto add = std::find_if(buttons.cbegin(), buttons.cend(),
                                  [](const QPushButton *each) { return each->text() == u"Add a note"_s; });
    REQUIRE(add != buttons.cend());
    Window::waitUntil([&] { return (*add)->isVisible(); });
    (*add)->click();
    REQUIRE(note->isVisible());
    type(u"Rang back"_s);
    press(Qt::Key_Escape); // back in the list, with what was typed kept
    CHECK_FALSE(note->isVisible());
    CHECK(timeline->isAncestorOf(QApplication::focusWidget()));
    (*add)->click();
    CHECK(note->findChild<QPlainTextEdit *>()->toPlainText() == u"Rang back"_s);
    at.run(ui::Command::Finish);
    Window::waitUntil([&] { return !note->isVisible(); });
    const auto drafts = at.desk.interactions.openDrafts().takeResult();
    REQUIRE(drafts);
    CHECK(drafts->size() == 1);
    const auto rows = at.desk.interactions.timeline(*id, 10).takeResult();
    REQUIRE(rows);
    REQUIRE(rows->size() == 1);
    CHECK(rows->front().noteCount == 2);
}

TEST_CASE("one key says that it is still right, and another takes that back", "[shell][tell-once]")
{
    Window at;
    const auto id = at.desk.people.add(test::joan()).takeResult();
    REQUIRE(id);
    at.window.workplace().openPerson(*id);
    const auto *panel = at.window.findChild<ui::PersonPanel *>();
    Window::waitUntil([&] { return panel->isShowing(*id); });
    const auto marks = [&] {
        const auto view = at.desk.people.open(*id).takeResult();
        REQUIRE(view);
        return view->person.marks.size();
    };
    at.run(ui::Command::StillRight);
    Window::waitUntil([&] { return marks() == 1; });
    Window::settle(50);
    at.run(ui::Command::TakeBack);
    Window::waitUntil([&] { return marks() == 0; });
}

TEST_CASE("F8 goes to who is in touch", "[shell]")
{
    Window at;
    at.run(ui::Command::StartPhoneIn);
    Window::settle(200);
    at.run(ui::Command::Note);
    at.run(ui::Command::Caller);
    const auto *focus = qobject_cast<QPushButton *>(QApplication::focusWidget());
    REQUIRE(focus);
    CHECK(focus->isChecked());
    CHECK(focus->accessibleName().startsWith(u"In touch"_s));
}

TEST_CASE("all keys can be read in large text, and Esc closes them after a change of language", "[shell]")
{
    Window at;
    at.window.appearance().setScale(2.0);
    at.run(ui::Command::Keys);
    auto *sheet = at.window.findChild<ui::KeySheet *>();
    REQUIRE(sheet);
    REQUIRE(sheet->isOpen());
    for (const QLabel *label : sheet->findChildren<QLabel *>()) {
        INFO(label->text().toStdString());
        CHECK(label->height() >= label->fontMetrics().height());
    }
    at.language.use(ui::Tongue::Welsh);
    Window::settle(50);
    QWidget *focus = QApplication::focusWidget();
    REQUIRE(focus);
    CHECK(sheet->isAncestorOf(focus));
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(focus, &escape);
    CHECK_FALSE(sheet->isOpen());
    at.language.use(ui::Tongue::English);
    at.window.appearance().setScale(1.0);
}
