// SPDX-License-Identifier: MIT
// The whole window on a real store; the centre is out of reach, which is nobody's business on the call path.
#include "core/store/store.h"
#include "tests/core/services/desk_folder.h"
#include "tests/ui/desk_services.h"
#include "tests/ui/unreachable_centre.h"
#include "ui/interaction/added_note.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/interaction/work_panel.h"
#include "ui/interaction/work_tabs.h"
#include "ui/person/find_box.h"
#include "ui/person/person_panel.h"
#include "ui/session/lock_screen.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/start_bar.h"
#include "ui/shell/workplace.h"
#include "ui/sync/sync_indicator.h"

#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <algorithm>
#include <vector>

using namespace reeve;
using namespace Qt::Literals::StringLiterals;

namespace {

class Window final
{
public:
    Window()
    {
        QStandardPaths::setTestModeEnabled(true);
        desk.sync.start();
        window.resize(1440, 900);
        window.show();
        QApplication::setActiveWindow(&window);
        settle(50);
    }

    static void settle(int milliseconds)
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < milliseconds)
            QApplication::processEvents(QEventLoop::AllEvents, 10);
    }
    static void waitUntil(const std::function<bool()> &is)
    {
        QElapsedTimer timer;
        timer.start();
        while (!is() && timer.elapsed() < 5000)
            settle(10);
        REQUIRE(is());
    }

    void run(ui::Command command)
    {
        window.actions()[command]->trigger();
        settle(50);
    }

    test::DeskFolder folder;
    ui::Language language;
    test::DeskServices desk{folder.desk(), std::make_unique<test::UnreachableCentre>()};
    ui::MainWindow window{desk.all(), language, [](const crypto::Secret &typed) {
                              const bool isRight = typed.view() == QByteArrayView("the right one");
                              return QtConcurrent::run([isRight]() -> Result<> {
                                  if (isRight)
                                      return {};
                                  return reeve::fail(ErrorCode::WrongPassphrase);
                              });
                          }};
};

void type(const QString &text)
{
    for (const QChar c : text) {
        QKeyEvent press(QEvent::KeyPress, c.toUpper().unicode(), Qt::NoModifier, QString(c));
        QApplication::sendEvent(QApplication::focusWidget(), &press);
    }
}

// How many things below `node` can be focused or acted on; those without a name are added to `nameless`.
int walk(QAccessibleInterface *node, QStringList &nameless, const QString &path = {})
{
    if (!node || !node->isValid() || node->state().invisible)
        return 0;
    const QString here = path + u'/' + node->text(QAccessible::Name) +
                         (node->object() ? QString::fromLatin1(node->object()->metaObject()->className()) : QString());
    const bool hasAction = node->actionInterface() && !node->actionInterface()->actionNames().isEmpty();
    const bool isControl = node->state().focusable || hasAction;
    const QAccessible::Role role = node->role();
    const bool isPlace = role == QAccessible::Separator || role == QAccessible::ScrollBar ||
                         role == QAccessible::Window || role == QAccessible::Client || role == QAccessible::Pane;
    if (isControl && !isPlace && node->text(QAccessible::Name).trimmed().isEmpty())
        nameless.append(here);
    int found = isControl ? 1 : 0;
    for (int i = 0; i < node->childCount(); ++i)
        found += walk(node->child(i), nameless, here);
    return found;
}

} // namespace

TEST_CASE("locking hides everything at once, and only the passphrase brings it back", "[shell]")
{
    Window here;
    here.run(ui::Command::StartPhoneIn);
    here.run(ui::Command::Lock);
    CHECK(here.window.isLocked());
    CHECK_FALSE(here.window.workplace().isVisible());
    CHECK_FALSE(here.window.menuBar()->isVisible());
    CHECK_FALSE(here.window.actions()[ui::Command::Find]->isEnabled());

    auto *lock = here.window.findChild<ui::LockScreen *>();
    auto *field = lock->findChild<QLineEdit *>();
    field->setText(u"a wrong one"_s);
    emit field->returnPressed();
    Window::settle(200);
    CHECK(here.window.isLocked());
    field->setText(u"the right one"_s);
    emit field->returnPressed();
    Window::waitUntil([&] { return !here.window.isLocked(); });
    CHECK(here.window.workplace().isVisible());
    CHECK(here.window.actions()[ui::Command::Find]->isEnabled());
}

TEST_CASE("everything a screen reader can reach or do in the window has a name", "[shell]")
{
    Window here;
    const auto id = here.desk.people.add(test::joan()).takeResult();
    REQUIRE(id);
    here.window.workplace().openPerson(*id);
    here.run(ui::Command::StartPhoneIn);
    Window::settle(300);
    int reached = 0;
    const auto check = [&] {
        QStringList nameless;
        reached += walk(QAccessible::queryAccessibleInterface(&here.window), nameless);
        CHECK(nameless == QStringList());
    };
    check();
    CHECK(reached > 30);
    SECTION("with something sensitive flagged")
    {
        here.run(ui::Command::Flag);
    }
    SECTION("with the form of a person")
    {
        here.run(ui::Command::EditPerson);
    }
    SECTION("with all commands")
    {
        here.run(ui::Command::Palette);
    }
    SECTION("with all keys")
    {
        here.run(ui::Command::Keys);
    }
    SECTION("with what needs attention")
    {
        here.run(ui::Command::NeedsAttention);
    }
    SECTION("with the duplicates")
    {
        domain::Person twice = test::joan();
        twice.name.given = u"Jaon"_s;
        twice.addresses.front().text = u"3 Mill Lane, Exampleton"_s;
        REQUIRE(here.desk.people.add(twice).takeResult());
        here.run(ui::Command::FindDuplicates);
        Window::settle(1000);
        check();
        type(u"s"_s);
        Window::settle(100);
    }
    SECTION("with another record to merge")
    {
        here.run(ui::Command::MergeWith);
    }
    SECTION("with what may be separated")
    {
        here.run(ui::Command::Separate);
        Window::settle(200);
    }
    SECTION("with the sign-in at the centre")
    {
        here.run(ui::Command::SignInToSend);
    }
    SECTION("locked")
    {
        here.run(ui::Command::Lock);
    }
    SECTION("while searching")
    {
        here.run(ui::Command::Find);
        type(u"hayward"_s);
        Window::settle(400);
    }
    check();
}

TEST_CASE("the palette finds a command by its English and by its Welsh name", "[shell]")
{
    Window here;
    const auto *palette = here.window.findChild<ui::CommandPalette *>();
    REQUIRE(palette);
    const auto first = [palette](const QString &typed) {
        const auto rows = palette->matches(typed);
        REQUIRE_FALSE(rows.empty());
        return ui::allCommands().at(static_cast<std::size_t>(rows.front())).command;
    };
    CHECK(first(u"practise"_s) == ui::Command::PractiseOutage);
    CHECK(first(u"ymarfer"_s) == ui::Command::PractiseOutage);
    CHECK(first(u"cuddio"_s) == ui::Command::Lock);
    CHECK(palette->matches(u"no such thing"_s).empty());
}

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

TEST_CASE("a screen at 200 % cuts nothing off in Welsh: neither the interaction nor how to begin one", "[shell]")
{
    Window here;
    here.language.use(ui::Tongue::Welsh);
    here.window.resize(960, 540);
    domain::Person longest = test::joan();
    longest.name.given = u"Wolf"_s;
    longest.name.family = u"& Featherstonehaugh-Cholmondeley-Marjoribanks-Wriothesley"_s;
    const auto id = here.desk.people.add(longest).takeResult();
    REQUIRE(id);
    here.window.workplace().openPerson(*id);
    Window::settle(300);
    here.run(ui::Command::StartPhoneIn);
    Window::settle(300);
    const auto *work = here.window.findChild<ui::WorkPanel *>();
    const auto *tabs = work->findChild<ui::WorkTabs *>();
    REQUIRE(tabs->findChild<QPushButton *>());
    CHECK(tabs->findChild<QPushButton *>()->geometry().right() < tabs->width());
    CHECK(tabs->findChild<QPushButton *>()->text().contains(u"Wolf && Feather"_s)); // no key of the button
    for (const QScrollArea *sheet : work->findChildren<QScrollArea *>())
        CHECK(sheet->horizontalScrollBar()->maximum() == 0);
    const auto *bar = here.window.findChild<ui::StartBar *>();
    for (const QPushButton *button : bar->findChildren<QPushButton *>())
        CHECK(button->width() >= button->sizeHint().width());
    here.language.use(ui::Tongue::English);
}

TEST_CASE("the title of the window names the desk and never a person", "[shell]")
{
    Window here;
    domain::Person person;
    person.name = {u"Mrs"_s, u"Joan"_s, {}, u"Hayward"_s};
    const auto id = here.desk.people.add(person).takeResult();
    REQUIRE(id);
    here.window.workplace().openPerson(*id);
    Window::settle(300);
    CHECK_FALSE(here.window.windowTitle().contains(u"Hayward"_s));
}

TEST_CASE("language, theme and text size change while the window is open, and are remembered", "[shell]")
{
    Window here;
    here.run(ui::Command::Welsh);
    CHECK(here.window.actions()[ui::Command::Find]->text() == u"Dod o hyd i berson"_s);
    here.run(ui::Command::ThemeDark);
    CHECK(ui::Theme::applied().isDark);
    here.run(ui::Command::ThemeLight);
    CHECK_FALSE(ui::Theme::applied().isDark);
    CHECK(here.folder.desk().setting(u"language"_s) == u"cy"_s);
    CHECK(here.folder.desk().setting(u"theme"_s) == u"light"_s);
    here.run(ui::Command::English);
    CHECK(here.window.actions()[ui::Command::Find]->text() == u"Find a person"_s);
}

TEST_CASE("a note being typed is in the store after the window was closed", "[shell]")
{
    Window here;
    here.run(ui::Command::StartPhoneIn);
    Window::settle(300);
    here.run(ui::Command::Note);
    type(u"Bin missed twice"_s);
    here.window.close();
    // The writer may still be at it while the reader is asked.
    QString stored;
    for (int patience = 0; patience < 100 && stored.isEmpty(); ++patience) {
        Window::settle(50);
        const auto drafts = here.desk.interactions.openDrafts().takeResult();
        REQUIRE(drafts);
        REQUIRE(drafts->size() == 1);
        stored = drafts->front().noteText;
    }
    CHECK(stored == u"Bin missed twice"_s);
}

TEST_CASE("a call that begins moves nothing: the field to find somebody in stays where it is", "[shell]")
{
    Window at;
    const qreal scale = GENERATE(1.0, 2.0);
    at.window.appearance().setScale(scale);
    Window::settle(50);
    const auto *find = at.window.findChild<ui::FindBox *>();
    auto *indicator = at.window.findChild<ui::SyncIndicator *>();
    REQUIRE(find);
    REQUIRE(indicator);
    const auto place = [&] {
        Window::settle(50);
        return QRect(find->mapTo(&at.window, QPoint()), find->size());
    };
    const QRect before = place();
    CHECK(before.width() > 300);
    domain::Person person = test::joan();
    person.name.family = u"Featherstonehaugh-Cholmondeley"_s;
    const auto id = at.desk.people.add(person).takeResult();
    REQUIRE(id);
    at.window.workplace().openPerson(*id);
    at.run(ui::Command::StartWeb);
    Window::settle(200);
    CHECK(place() == before);
    SECTION("nor does what is said of the centre")
    {
        services::SyncStatus status;
        status.link = services::SyncStatus::Link::Refused;
        status.waiting = 1234;
        status.needsAttention = 56;
        indicator->setStatus(status);
        CHECK(place() == before);
    }
    at.window.appearance().setScale(1.0);
    Window::settle(50);
    at.window.resize(1024, 700);
    CHECK(place().right() < 1024);
    CHECK(at.window.width() == 1024);
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

TEST_CASE("where there is little room the strip says less, and a screen reader still hears all of it", "[shell][sync]")
{
    const ui::Language language;
    ui::SyncIndicator indicator;
    services::SyncStatus status;
    status.link = services::SyncStatus::Link::Offline;
    status.waiting = 3;
    status.needsAttention = 5;
    indicator.setStatus(status);
    const QString whole = ui::words(status).words;
    const auto shows = [&indicator](const QString &words) {
        const auto labels = indicator.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [&](const QLabel *each) { return each->text() == words; });
    };
    const auto heard = [&indicator, &whole] {
        const auto labels = indicator.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *each) { return each->accessibleName() == whole; });
    };
    const auto *attention = indicator.findChild<QPushButton *>();
    REQUIRE(attention);
    indicator.show();
    const auto narrowUntil = [&](const auto &isSo) {
        for (int width = 900; width > 100; width -= 4) {
            indicator.resize(width, 40);
            Window::settle(1);
            if (isSo())
                return true;
        }
        return false;
    };
    CHECK(narrowUntil([&] { return shows(whole); }));
    CHECK(narrowUntil([&] { return shows(u"Offline – 3 waiting"_s); }));
    CHECK(attention->text() == u"5 need attention"_s);
    CHECK(heard());
    CHECK(narrowUntil([&] { return attention->text() == u"5"_s; }));
    CHECK(shows(u"Offline – 3 waiting"_s));
    CHECK(attention->accessibleName() == u"5 need attention"_s);
    CHECK(heard());
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
