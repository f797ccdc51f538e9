// SPDX-License-Identifier: MIT
// Before something goes out: whether the person may be called or written to is asked, said, and answered by keyboard.
#include "core/services/person/person_service.h"
#include "core/services/person/tell_once_service.h"
#include "tests/core/services/desk_folder.h"
#include "tests/ui/accessible_action.h"
#include "tests/ui/interaction_waiting.h"
#include "ui/interaction/contact_notice.h"
#include "ui/interaction/outgoing_check.h"
#include "ui/interaction/work_panel.h"
#include "ui/interaction/work_view_model.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using domain::Channel;
using domain::Direction;
using ui::DraftViewModel;

namespace {

// Mrs Joan Hayward on screen, and nothing in work.
struct AtTheDesk
{
    DeskFolder folder;
    services::PersonService people{folder.desk()};
    services::TellOnceService once{folder.desk()};
    services::InteractionService interactions{folder.desk()};
    ui::WorkPanel panel{interactions, folder.desk()};
    domain::PersonId id;

    AtTheDesk()
    {
        const auto added = await(people.add(joan()));
        REQUIRE(added);
        id = *added;
        folder.clock().advance(std::chrono::hours(1));
        panel.resize(800, 900);
        panel.show();
        QApplication::setActiveWindow(&panel);
    }

    void dies()
    {
        domain::Relationship daughter;
        daughter.kind = domain::RelationshipKind::Child;
        daughter.nameAsTold = u"Ann Hayward"_s;
        daughter.reach = u"07700900456"_s;
        REQUIRE(await(once.recordDeath(id, {*domain::PartialDate::parseIso(u"2026-11-01"), {}, false, daughter})));
    }
    void cannotBeReached()
    {
        const auto view = await(people.open(id));
        REQUIRE(view);
        REQUIRE(await(once.markUnreachable(id, u"contact/"_s + view->person.contactPoints[0].key,
                                           services::UnreachableWhy::WrongNumber, {})));
    }
    [[nodiscard]] ui::WorkViewModel &work() const { return panel.viewModel(); }
    [[nodiscard]] ui::ContactNotice &notice() const
    {
        auto *found = panel.findChild<ui::ContactNotice *>();
        REQUIRE(found);
        return *found;
    }
    [[nodiscard]] QString said() const
    {
        return notice().isVisible() ? notice().findChild<QLabel *>()->text() : QString();
    }
    // What a screen reader is told of the buttons, in their order.
    [[nodiscard]] QStringList offered() const
    {
        QStringList names;
        for (QPushButton *button : notice().findChildren<QPushButton *>()) {
            if (button->isVisible())
                names << QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name);
        }
        return names;
    }
    void choose(const QString &name) const
    {
        for (QPushButton *button : notice().findChildren<QPushButton *>()) {
            if (button->isVisible() &&
                QAccessible::queryAccessibleInterface(button)->text(QAccessible::Name).startsWith(name)) {
                REQUIRE(act(button));
                return;
            }
        }
        FAIL("no such button");
    }
    void startsCall()
    {
        panel.setPerson(id, u"Mrs Joan Hayward"_s);
        panel.start(Channel::Phone, Direction::Outbound);
    }
};

bool isMissing(const DraftViewModel &draft, DraftViewModel::Missing what)
{
    const auto missing = draft.missing();
    return std::find(missing.cbegin(), missing.cend(), what) != missing.cend();
}

} // namespace

TEST_CASE("whoever lives and can be reached is called at once", "[outgoing]")
{
    AtTheDesk at;
    at.startsCall();
    REQUIRE(waitUntil([&] { return at.work().current() != nullptr; }));
    CHECK(at.work().current()->interaction().person == at.id);
    CHECK(at.work().current()->interaction().direction == Direction::Outbound);
    CHECK(at.said().isEmpty());
}

TEST_CASE("nobody who has died is called: the daughter is, about the estate", "[outgoing][death]")
{
    AtTheDesk at;
    at.dies();
    at.startsCall();
    REQUIRE(waitUntil([&] { return !at.said().isEmpty(); }));
    CHECK(at.work().current() == nullptr); // nothing has begun
    CHECK(at.said().startsWith(u"Mrs Joan Hayward has died (1 Nov 2026)"_s));
    CHECK(at.offered() == QStringList{u"Call Ann Hayward (Child), 07700 900456"_s, u"Somebody else, about the estate"_s,
                                      u"Leave it"_s});
    REQUIRE(QApplication::focusWidget());
    CHECK(at.notice().isAncestorOf(QApplication::focusWidget())); // Enter does the first

    at.choose(u"Call Ann Hayward"_s);
    REQUIRE(waitUntil([&] { return at.work().current() != nullptr; }));
    DraftViewModel &draft = *at.work().current();
    CHECK(draft.interaction().person == at.id); // it stands in her timeline
    CHECK(draft.caller() == DraftViewModel::Caller::SomebodyElse);
    CHECK(draft.callerName() == u"Ann Hayward"_s);
    CHECK(draft.callerRole() == domain::PartyRole::Family);
    CHECK(at.said().isEmpty());
    CHECK_FALSE(isMissing(draft, DraftViewModel::Missing::Party));

    SECTION("and made a call to the dead after all, it says so and cannot be finished")
    {
        draft.setCaller(DraftViewModel::Caller::Person, domain::PartyRole::Caller, {});
        REQUIRE(waitUntil([&] { return isMissing(draft, DraftViewModel::Missing::Party); }));
        draft.addReason(u"lgsl:57"_s);
        draft.setDisposition(u"resolved"_s);
        CHECK_FALSE(draft.canFinish());
        CHECK_FALSE(at.said().isEmpty());
        at.choose(u"Somebody else"_s);
        CHECK(waitUntil([&] { return draft.canFinish(); }));
    }
}

TEST_CASE("Esc lets it be: nothing begins, and the next key asks again", "[outgoing][death]")
{
    AtTheDesk at;
    at.dies();
    at.startsCall();
    REQUIRE(waitUntil([&] { return !at.said().isEmpty(); }));
    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QApplication::sendEvent(QApplication::focusWidget(), &escape);
    CHECK(at.said().isEmpty());
    CHECK(at.work().current() == nullptr);
    CHECK(await(at.interactions.openDrafts())->empty());

    at.startsCall();
    REQUIRE(waitUntil([&] { return !at.said().isEmpty(); }));
    at.panel.setPerson(std::nullopt, {}); // the person is closed: it is nobody's question any more
    CHECK(at.said().isEmpty());
}

TEST_CASE("somebody whose number reaches nobody may be called anyway", "[outgoing]")
{
    AtTheDesk at;
    at.cannotBeReached();
    at.startsCall();
    REQUIRE(waitUntil([&] { return !at.said().isEmpty(); }));
    CHECK(at.said() == u"No telephone number on record reaches Mrs Joan Hayward. "
                       "07700 900123 is marked as reaching nobody."_s);
    CHECK(at.offered() == QStringList{u"Call anyway"_s, u"Somebody else for them"_s, u"Leave it"_s});
    at.choose(u"Call anyway"_s);
    REQUIRE(waitUntil([&] { return at.work().current() != nullptr; }));
    CHECK(at.work().current()->caller() == DraftViewModel::Caller::Person);
    QApplication::processEvents();
    CHECK(at.said().isEmpty()); // asked once
}

TEST_CASE("a call out that began without a person is asked about once they are found, and after a restart",
          "[outgoing][death]")
{
    AtTheDesk at;
    at.dies();
    at.panel.start(Channel::Phone, Direction::Outbound);
    REQUIRE(waitUntil([&] { return at.work().current() != nullptr; }));
    at.panel.setPerson(at.id, u"Mrs Joan Hayward"_s);
    REQUIRE(waitUntil([&] { return !at.said().isEmpty(); }));
    REQUIRE(isMissing(*at.work().current(), DraftViewModel::Missing::Party));
    at.work().saveAll();
    REQUIRE(waitUntil([&] { return at.work().current()->isSaved(); }));

    ui::WorkPanel again(at.interactions, at.folder.desk());
    REQUIRE(waitUntil([&] { return again.viewModel().outgoing().barred().has_value(); }));
    CHECK(isMissing(*again.viewModel().current(), DraftViewModel::Missing::Party));

    at.choose(u"Call Ann Hayward"_s);
    CHECK(waitUntil([&] { return at.work().current()->callerName() == u"Ann Hayward"_s; }));
    CHECK(at.said().isEmpty());
}

TEST_CASE("whoever calls about somebody who has died is not asked anything", "[outgoing][death]")
{
    AtTheDesk at;
    at.dies();
    at.panel.setPerson(at.id, u"Mrs Joan Hayward"_s);
    at.panel.start(Channel::Phone, Direction::Inbound);
    REQUIRE(waitUntil([&] { return at.work().current() != nullptr; }));
    CHECK(at.work().current()->interaction().person == at.id);
    CHECK_FALSE(at.work().outgoing().isAsking());
    CHECK(at.said().isEmpty());
}
