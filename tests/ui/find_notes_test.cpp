// SPDX-License-Identifier: MIT
#include "tests/core/services/desk_folder.h"
#include "tests/ui/interaction_waiting.h"
#include "ui/interaction/note_finder.h"
#include "ui/interaction/timeline_model.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/parts/drop_list.h"
#include "ui/parts/message_line.h"
#include "ui/person/find_box.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListView>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

domain::PersonId addJoan(services::PersonService &people)
{
    const auto id = await(people.add(joan()));
    REQUIRE(id);
    return *id;
}

domain::InteractionId logCall(const DeskFolder &folder, const QString &note, domain::PersonId person)
{
    auto logged = call(folder.desk().clock().now(), note);
    logged.person = person;
    const auto receipts = await(services::InteractionService(folder.desk()).log({logged}));
    REQUIRE(receipts);
    REQUIRE(receipts->front());
    return receipts->front()->id;
}

} // namespace

TEST_CASE("what begins with a quotation mark is looked for in notes, and Enter opens what is found", "[find]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    services::InteractionService interactions(folder.desk());
    const auto person = addJoan(people);
    const auto heron = logCall(folder, u"A heron sits on the roof"_s, person);
    static_cast<void>(logCall(folder, u"Council tax"_s, person));

    ui::FindBox box(people);
    box.searchNotesToo(interactions, folder.desk());
    auto *field = box.findChild<QLineEdit *>();
    auto *notes = box.findChild<ui::NoteFinder *>();
    REQUIRE(field);
    REQUIRE(notes);
    std::optional<domain::InteractionId> opened;
    std::optional<domain::PersonId> whose;
    QObject::connect(&box, &ui::FindBox::noteChosen, &box, [&](const auto &interaction, const auto &who) {
        opened = interaction;
        whose = who;
    });

    field->setText(u"\"roof her"_s);
    REQUIRE(waitUntil([&] { return notes->isAnswered() && notes->model().rowCount() == 1; }));
    const QString spoken = notes->model().index(0).data(Qt::AccessibleTextRole).toString();
    CHECK(spoken.contains(u"Joan Hayward"_s));
    CHECK(spoken.contains(u"heron sits on the roof"_s));

    notes->open(0);
    CHECK(opened == heron);
    CHECK(whose == person);

    field->setText(u"hayward"_s); // a name again: nothing of the notes is left to be opened
    CHECK(notes->model().rowCount() == 0);
    opened.reset();
    notes->open(0);
    CHECK_FALSE(opened);
}

TEST_CASE("the find field offers notes by a button with a name", "[find][accessibility]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    services::InteractionService interactions(folder.desk());
    ui::FindBox box(people);
    auto *field = box.findChild<QLineEdit *>();
    const auto offered = [&]() -> QAction * {
        for (QAction *action : field->actions()) {
            if (action->text() == u"Search notes"_s && action->isVisible())
                return action;
        }
        return nullptr;
    };
    CHECK(offered() == nullptr); // nowhere to look
    box.searchNotesToo(interactions, folder.desk());
    REQUIRE(offered());
    field->setText(u"heron"_s);
    offered()->trigger();
    CHECK(field->text() == u"\"heron"_s);
    offered()->trigger();
    CHECK(field->text() == u"\"heron"_s);
    CHECK(box.findChild<ui::NoteFinder *>()->drop().findChild<QListView *>()->accessibleName() == u"Found in notes"_s);
    CHECK(field->selectedText() == u"heron"_s); // other words are typed over it
}

TEST_CASE("that nothing was found is said in whole letters", "[find]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    services::InteractionService interactions(folder.desk());
    QWidget window;
    window.resize(800, 600);
    auto *box = new ui::FindBox(people, &window);
    box->searchNotesToo(interactions, folder.desk());
    window.show();
    QApplication::setActiveWindow(&window);
    auto *field = box->findChild<QLineEdit *>();
    field->setFocus();
    field->setText(u"\"heron"_s);
    const ui::NoteFinder *notes = box->findChild<ui::NoteFinder *>();
    REQUIRE(waitUntil([&] { return notes->isAnswered() && notes->drop().isOpen(); }));
    const auto *words = notes->drop().findChild<ui::MessageLine *>();
    REQUIRE(words);
    CHECK(waitUntil([&] { return words->height() >= words->heightForWidth(words->width()); }));
}

TEST_CASE("the interaction that was found is chosen and open in the timeline", "[timeline]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    services::InteractionService interactions(folder.desk());
    const auto person = addJoan(people);
    const auto heron = logCall(folder, u"A heron sits on the roof"_s, person);
    folder.clock().advance(std::chrono::hours(1));
    static_cast<void>(logCall(folder, u"Council tax"_s, person));

    ui::TimelinePanel panel(interactions, folder.desk());
    panel.showInteraction(person, heron);
    auto *list = panel.findChild<QListView *>(u"timelineList"_s);
    REQUIRE(list);
    REQUIRE(waitUntil([&] {
        return list->currentIndex().isValid() && list->currentIndex().data(ui::TimelineModel::ExpandedRole).toBool();
    }));
    CHECK(list->currentIndex().data(ui::TimelineModel::NoteRole).toString().contains(u"heron"_s));
}
