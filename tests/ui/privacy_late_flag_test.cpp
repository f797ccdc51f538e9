// SPDX-License-Identifier: MIT
// Something sensitive, flagged after the interaction was finished.
#include "tests/core/services/desk_folder.h"
#include "tests/ui/accessible_action.h"
#include "tests/ui/desk_services.h"
#include "tests/ui/interaction_waiting.h"
#include "tests/ui/unreachable_centre.h"
#include "ui/interaction/timeline_model.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/interaction/work_panel.h"
#include "ui/interaction/work_view_model.h"
#include "ui/parts/message_line.h"
#include "ui/parts/note_editor.h"
#include "ui/privacy/flag_chooser.h"
#include "ui/privacy/flagged_item_row.h"
#include "ui/privacy/late_flag.h"
#include "ui/shell/actions.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workplace.h"

#include <QApplication>
#include <QKeyEvent>
#include <QListView>
#include <QPushButton>
#include <QtConcurrentRun>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

// The window, with Mrs Joan Hayward on screen and the keyboard on the one call in her timeline.
struct OnACall
{
    DeskFolder folder;
    ui::Language language;
    DeskServices desk{folder.desk(), std::make_unique<UnreachableCentre>()};
    domain::InteractionId call;
    std::unique_ptr<ui::MainWindow> window;

    OnACall()
    {
        folder.giveRoles({domain::Role::Handler, domain::Role::Supervisor});
        const auto joan = await(desk.people.add(test::joan()));
        REQUIRE(joan);
        domain::Interaction about = test::call(folder.clock().now(), u"Blue badge question"_s);
        about.person = *joan;
        const auto logged = await(desk.interactions.log({about}));
        REQUIRE(logged);
        call = logged->front()->id;
        window = std::make_unique<ui::MainWindow>(desk.all(), language, [](const crypto::Secret &) {
            return QtConcurrent::run([]() -> Result<> { return {}; });
        });
        window->resize(1440, 900);
        window->show();
        QApplication::setActiveWindow(window.get());
        window->workplace().openPerson(*joan);
        REQUIRE(waitUntil(
            [&] { return list().accessibleName().startsWith(u"Timeline"_s) && list().model()->rowCount() == 2; }));
        run(ui::Command::Timeline);
    }

    void run(ui::Command command) const { window->actions()[command]->trigger(); }
    [[nodiscard]] QListView &list() const { return *window->findChild<QListView *>(u"timelineList"_s); }
    [[nodiscard]] ui::LateFlag &flag() const { return *window->findChild<ui::LateFlag *>(); }
    [[nodiscard]] std::size_t items() const { return await(desk.privacy.itemsOf(call))->size(); }
    static void press(QWidget *where, int key, const QString &text = {})
    {
        QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier, text);
        QApplication::sendEvent(where, &event);
    }
    // Two keys, and where to say what was said.
    ui::NoteEditor *chooses() const
    {
        run(ui::Command::Flag);
        auto *chooser = flag().findChild<ui::FlagChooser *>();
        REQUIRE(chooser->isVisible());
        press(chooser, Qt::Key_1, u"1"_s);
        CHECK_FALSE(chooser->isVisible());
        auto *detail = flag().findChild<ui::NoteEditor *>();
        REQUIRE(detail);
        return detail;
    }
};

} // namespace

TEST_CASE("what nobody flagged during the call is flagged afterwards, apart from its note", "[privacy][late-flag]")
{
    OnACall on;
    ui::NoteEditor *detail = on.chooses();
    CHECK(QAccessible::queryAccessibleInterface(detail)->text(QAccessible::Name) == u"Health: what was said"_s);
    CHECK(detail->hasFocus());
    detail->setPlainText(u"uses a wheelchair"_s);
    on.run(ui::Command::Finish); // Ctrl+Enter
    REQUIRE(waitUntil([&] { return on.items() == 1; }));
    REQUIRE(waitUntil([&] { return !on.flag().isVisible(); }));

    const auto entries = on.folder.outbox();
    REQUIRE(entries.back().kind == store::EntryKind::SpecialCategoryItemAdded);
    CHECK(entries.back().payload.contains("uses a wheelchair"));
    CHECK(await(on.desk.interactions.find(on.call))->notes.size() == 1);
    CHECK(waitUntil([&] { return on.list().model()->index(1, 0).data(ui::TimelineModel::RestrictedRole).toBool(); }));
    CHECK(on.list().hasFocus());
}

TEST_CASE("a flag without what was said is not saved, and says so", "[privacy][late-flag]")
{
    OnACall on;
    static_cast<void>(on.chooses());
    auto *save = on.flag().findChild<QPushButton *>(u"saveFlag"_s);
    REQUIRE(save->isVisible());
    REQUIRE(act(save));
    auto *message = on.flag().findChild<ui::MessageLine *>();
    REQUIRE(waitUntil([&] { return message->isVisible(); }));
    CHECK(message->text() == u"Say what was said."_s);
    CHECK(on.items() == 0);
}

TEST_CASE("Esc folds the flag, and what was typed is there again; a card number is refused and stays to be corrected",
          "[privacy][late-flag]")
{
    OnACall on;
    on.chooses()->setPlainText(u"paid with 4111 1111 1111 1111"_s);
    OnACall::press(&on.flag(), Qt::Key_Escape);
    CHECK_FALSE(on.flag().isVisible());
    CHECK(on.items() == 0);

    on.run(ui::Command::Timeline);
    on.run(ui::Command::Flag);
    REQUIRE(on.flag().isVisible());
    auto *detail = on.flag().findChild<ui::NoteEditor *>();
    CHECK(detail->toPlainText().contains(u"4111"_s));
    on.run(ui::Command::Finish);
    auto *message = on.flag().findChild<ui::MessageLine *>();
    REQUIRE(waitUntil([&] { return message->isVisible(); }));
    CHECK(detail->toPlainText().contains(u"4111"_s));
    CHECK(on.items() == 0);
}

TEST_CASE("the key that flags means the interaction in work unless the keyboard is in the timeline",
          "[privacy][late-flag]")
{
    OnACall on;
    on.run(ui::Command::StartPhoneIn);
    auto &work = on.window->findChild<ui::WorkPanel *>()->viewModel();
    REQUIRE(waitUntil([&] { return work.current() != nullptr; }));
    on.run(ui::Command::Note);
    on.run(ui::Command::Flag);
    CHECK_FALSE(on.flag().isVisible());
    CHECK(on.window->findChild<ui::WorkPanel *>()->findChild<ui::FlagChooser *>()->isVisible());
}
