// SPDX-License-Identifier: MIT
#include "core/services/person/person_service.h"
#include "core/services/sync/sync_service.h"
#include "tests/core/services/desk_folder.h"
#include "tests/ui/interaction_waiting.h"
#include "tests/ui/unreachable_centre.h"
#include "ui/person/person_panel.h"
#include "ui/privacy/restricted_view_model.h"

#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using State = ui::RestrictedViewModel::State;

namespace {

// Joan, of whom a call says something about her health.
struct WithHealthItem
{
    DeskFolder folder;
    services::PersonService people{folder.desk()};
    services::PrivacyService privacy{folder.desk()};
    services::SyncService sync{folder.desk(), std::make_unique<UnreachableCentre>()};
    domain::PersonId person;

    WithHealthItem()
    {
        folder.giveRoles({domain::Role::Handler, domain::Role::Supervisor, domain::Role::DataProtectionOfficer});
        const auto added = await(people.add(joan()));
        REQUIRE(added);
        person = *added;
        domain::Interaction interaction = call(folder.clock().now() - std::chrono::hours(1), u"About her bill"_s);
        interaction.person = person;
        interaction.specialCategory = {healthItem(u"uses a wheelchair"_s)};
        const auto logged = await(services::InteractionService(folder.desk()).log({interaction}));
        REQUIRE(logged);
        REQUIRE(logged->front());
    }
};

} // namespace

TEST_CASE("content is shown only after a reason, leaves a trace, and is gone when the person changes", "[privacy]")
{
    WithHealthItem with;
    ui::RestrictedViewModel items(with.privacy, with.sync);
    std::optional<ErrorCode> said;
    bool wasTraced = false;
    QObject::connect(&items, &ui::RestrictedViewModel::failed, &items, [&](ErrorCode code) { said = code; });
    QObject::connect(&items, &ui::RestrictedViewModel::traceSaved, &items, [&] { wasTraced = true; });
    items.setPerson(with.person, 1);
    REQUIRE(waitUntil([&] { return items.marks().size() == 1; }));

    items.reveal(u"curious"_s); // nothing was asked about
    CHECK(items.state() == State::Marks);
    items.ask(items.marks().front().id);
    items.reveal(u" x "_s);
    CHECK(said == ErrorCode::InvalidInput);
    CHECK(items.state() == State::Asking);

    items.reveal(u"asked about her lift"_s);
    REQUIRE(waitUntil([&] { return items.state() == State::Revealed; }));
    REQUIRE(items.revealed().specialCategory);
    CHECK(items.revealed().specialCategory->detail == u"uses a wheelchair"_s);
    CHECK(wasTraced);
    CHECK(with.folder.audit().back().value(u"action"_s).toString() == u"restricted_item_read"_s);

    items.setPerson(with.folder.desk().ids().next<domain::PersonTag>(), 0);
    CHECK(items.state() == State::Marks);
    CHECK_FALSE(items.revealed().specialCategory);
    CHECK(items.marks().empty());
}

TEST_CASE("the panel says that there is a restricted item, never what, until it is revealed in place", "[privacy]")
{
    WithHealthItem with;
    ui::PersonPanel panel(with.folder.desk(), with.people, with.privacy, with.sync);
    panel.resize(360, 700);
    panel.show();
    QString opened;
    QObject::connect(&panel, &ui::PersonPanel::opened, &panel,
                     [&](const domain::PersonId &, const QString &name) { opened = name; });
    panel.open(with.person);
    auto *badge = panel.findChild<QPushButton *>(u"restrictedBadge"_s);
    REQUIRE(badge);
    REQUIRE(waitUntil([&] { return !opened.isEmpty() && badge->isVisible() && badge->text().contains(u'1'); }));
    CHECK(opened == u"Mrs Joan Hayward"_s);

    const auto isOnScreen = [&](const QString &words) {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(),
                           [&](const QLabel *label) { return label->text().contains(words, Qt::CaseInsensitive); });
    };
    CHECK_FALSE(isOnScreen(u"health"_s));
    CHECK_FALSE(isOnScreen(u"wheelchair"_s));

    panel.startReveal();
    auto *reason = panel.findChild<QLineEdit *>(u"revealReason"_s);
    REQUIRE(reason);
    CHECK(reason->isVisible());
    reason->setText(u"asked about her lift"_s);
    emit reason->returnPressed();
    CHECK(waitUntil([&] { return isOnScreen(u"wheelchair"_s); }));

    panel.clear();
    CHECK_FALSE(isOnScreen(u"wheelchair"_s));
    CHECK_FALSE(isOnScreen(u"Hayward"_s));
}
