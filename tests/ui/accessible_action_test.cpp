// SPDX-License-Identifier: MIT
// Whatever a mouse can do to a control, the accessible action of that control does, too.
#include "core/services/person/person_service.h"
#include "tests/core/services/desk_folder.h"
#include "tests/ui/accessible_action.h"
#include "tests/ui/interaction_waiting.h"
#include "ui/interaction/caller_row.h"
#include "ui/interaction/disposition_row.h"
#include "ui/interaction/timeline_model.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/interaction/work_panel.h"
#include "ui/interaction/work_tabs.h"
#include "ui/interaction/work_view_model.h"
#include "ui/person/find_box.h"

#include <QAbstractButton>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

QAbstractButton *buttonNamed(const QWidget &in, const QString &name)
{
    for (QAbstractButton *button : in.findChildren<QAbstractButton *>()) {
        if (button->accessibleName().contains(name) || button->text().contains(name))
            return button;
    }
    return nullptr;
}

} // namespace

TEST_CASE("the accessible action of an outcome chooses it once, and showing a draft chooses nothing", "[accessibility]")
{
    DeskFolder folder;
    const auto &catalogue = folder.desk().policy().catalogue;
    ui::DispositionRow row(catalogue);
    std::vector<domain::DispositionCode> chosen;
    QObject::connect(&row, &ui::DispositionRow::chosen, &row,
                     [&chosen](const domain::DispositionCode &code) { chosen.push_back(code); });

    REQUIRE(act(buttonNamed(row, u"Resolved"_s)));
    REQUIRE(chosen.size() == 1);
    CHECK(chosen.front() == u"resolved"_s);

    row.setDisposition({});
    row.setDisposition(catalogue.dispositions().at(1).code);
    CHECK(chosen.size() == 1);
    buttonNamed(row, u"Resolved"_s)->click();
    CHECK(chosen.size() == 2);
}

TEST_CASE("the accessible actions of the work panel say who is in touch and change the tab", "[accessibility]")
{
    DeskFolder folder;
    services::InteractionService service(folder.desk());
    ui::WorkPanel panel(service, folder.desk());
    panel.resize(800, 900);
    panel.show();
    ui::WorkViewModel &work = panel.viewModel();
    panel.start(domain::Channel::Phone, domain::Direction::Inbound);
    REQUIRE(waitUntil([&] { return work.drafts().size() == 1; }));
    panel.start(domain::Channel::Email, domain::Direction::Inbound);
    REQUIRE(waitUntil([&] { return work.drafts().size() == 2 && work.currentIndex() == 1; }));

    auto *callers = panel.findChild<ui::CallerRow *>();
    REQUIRE(act(buttonNamed(*callers, u"Somebody for"_s)));
    CHECK(work.current()->caller() == ui::DraftViewModel::Caller::SomebodyElse);
    auto *role = callers->findChild<QComboBox *>();
    role->setCurrentIndex(role->findData(static_cast<int>(domain::PartyRole::Advocate))); // what its list does
    CHECK(work.current()->callerRole() == domain::PartyRole::Advocate);

    auto *tabs = panel.findChild<ui::WorkTabs *>();
    REQUIRE(act(buttonNamed(*tabs, u"hone"_s)));
    CHECK(work.currentIndex() == 0);
    CHECK(work.current()->caller() == ui::DraftViewModel::Caller::Person);
}

TEST_CASE("the accessible action of a row chooses it: a person found, a reason, what was said before",
          "[accessibility]")
{
    DeskFolder folder;
    services::PersonService people(folder.desk());
    services::InteractionService interactions(folder.desk());
    const auto id = await(people.add(joan()));
    REQUIRE(id);

    SECTION("a person found, though the row is the current one already")
    {
        QWidget window;
        ui::FindBox find(people, &window);
        window.show();
        std::vector<domain::PersonId> chosen;
        QObject::connect(&find, &ui::FindBox::personChosen, &find,
                         [&chosen](const domain::PersonId &person) { chosen.push_back(person); });
        auto *field = find.findChild<QLineEdit *>();
        window.activateWindow();
        field->setFocus();
        field->setText(u"hayward"_s);
        auto *list = [&] {
            REQUIRE(waitUntil([&] {
                const auto *shown = window.findChild<QListView *>();
                return shown && shown->isVisible() && shown->model()->rowCount() > 1;
            }));
            return window.findChild<QListView *>();
        }();
        REQUIRE(actOnRow(list, 0));
        REQUIRE(waitUntil([&] { return !chosen.empty(); }));
        CHECK(chosen.size() == 1);
        CHECK(chosen.front() == *id);
    }
    SECTION("what was said before")
    {
        domain::Interaction before = call(folder.clock().now(), u"Bin missed."_s);
        before.id = folder.desk().ids().next<domain::InteractionTag>();
        before.person = *id;
        REQUIRE(await(interactions.log({before})));
        ui::TimelinePanel panel(interactions, folder.desk());
        panel.resize(400, 600);
        panel.setVisible(true);
        panel.show(*id);
        auto *list = panel.findChild<QListView *>();
        REQUIRE(waitUntil([&] { return list->model()->rowCount() == 2; }));
        REQUIRE(actOnRow(list, 1)); // the first is its day
        CHECK(waitUntil([&] { return list->model()->index(1, 0).data(ui::TimelineModel::ExpandedRole).toBool(); }));
    }
}
