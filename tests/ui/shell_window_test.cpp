// SPDX-License-Identifier: MIT
#include "core/store/store.h"
#include "tests/ui/shell_window.h"
#include "ui/interaction/work_panel.h"
#include "ui/interaction/work_tabs.h"
#include "ui/person/find_box.h"
#include "ui/session/lock_screen.h"
#include "ui/shell/appearance.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/start_bar.h"
#include "ui/shell/workplace.h"
#include "ui/sync/sync_indicator.h"

#include <QAccessible>
#include <QLabel>
#include <QLineEdit>
#include <QMenuBar>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>

#include <algorithm>
#include <vector>

using namespace reeve;
using namespace Qt::Literals::StringLiterals;
using test::type;
using test::Window;

namespace {

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
