// SPDX-License-Identifier: MIT
// Needs attention, on a real store and the real sync thread: what is shown there, and what its buttons do.
#include "core/services/interaction/interaction_service.h"
#include "core/services/person/person_service.h"
#include "core/store/outbox.h"
#include "tests/core/services/desk_folder.h"
#include "tests/ui/accessible_action.h"
#include "tests/ui/agreeable_centre.h"
#include "tests/ui/enrolled_desk.h"
#include "tests/ui/interaction_waiting.h"
#include "ui/sync/attention_panel.h"
#include "ui/sync/attention_view_model.h"
#include "ui/sync/attention_words.h"

#include <QAbstractButton>
#include <QLabel>
#include <QListView>

#include <functional>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;

namespace {

// A desk beside a centre that has refused what it was sent.
struct Refused
{
    Refused()
    {
        enrol(folder);
        window.resize(1200, 800);
        window.show();
        mood->refuses = true;
    }

    void starts()
    {
        sync.start();
        REQUIRE(eventually([this] { return sync.status().needsAttention == 1; }));
        panel.open();
        REQUIRE(waitUntil([this] { return panel.findChild<QListView *>()->model()->rowCount() == 1; }));
    }
    // Lets time pass for the desk, too, until `isDone`.
    [[nodiscard]] bool eventually(const std::function<bool()> &isDone)
    {
        return waitUntil([this, &isDone] {
            folder.clock().advance(std::chrono::milliseconds(20));
            return isDone();
        });
    }
    [[nodiscard]] bool press(const QString &words)
    {
        for (QAbstractButton *button : panel.findChildren<QAbstractButton *>()) {
            const QString name = button->text().remove(u'&') + button->accessibleName();
            if (button->isVisibleTo(&panel) && button->isEnabled() && name.contains(words))
                return act(button);
        }
        return false;
    }
    [[nodiscard]] bool shows(const QString &words) const
    {
        const auto labels = panel.findChildren<QLabel *>();
        return std::any_of(labels.cbegin(), labels.cend(), [this, &words](const QLabel *label) {
            return label->isVisibleTo(&panel) && label->text().contains(words);
        });
    }
    void logsACall()
    {
        services::InteractionService interactions(folder.desk());
        domain::Interaction made = call(folder.clock().now(), u"Bin missed."_s);
        made.id = folder.desk().ids().next<domain::InteractionTag>();
        REQUIRE(await(interactions.log({made})));
    }
    void editsAPerson()
    {
        services::PersonService people(folder.desk());
        const auto id = await(people.add(joan()));
        REQUIRE(id);
        person = *id;
        const auto view = await(people.open(*id));
        REQUIRE(view);
        domain::Person after = view->person;
        after.knownAs = u"Nana"_s;
        REQUIRE(await(people.edit(view->person, after)));
    }
    [[nodiscard]] QString knownAs() const
    {
        services::PersonService people(folder.desk());
        const auto view = await(people.open(person));
        REQUIRE(view);
        return view->person.knownAs;
    }

    DeskFolder folder;
    domain::PersonId person;
    std::shared_ptr<AgreeableCentre::Mood> mood = std::make_shared<AgreeableCentre::Mood>();
    services::SyncService sync{folder.desk(), std::make_unique<AgreeableCentre>(mood)};
    QWidget window;
    ui::AttentionPanel panel{sync, &window};
};

services::AttentionItem quarantined(const QString &code)
{
    services::AttentionItem item;
    item.code = code;
    return item;
}

} // namespace

TEST_CASE("why the centre could not take an entry is said in words, a code nobody knows included", "[attention]")
{
    for (const auto &code : {u"id_reuse"_s, u"rule"_s, u"malformed"_s, u"refused"_s, u"unknown_person"_s,
                             u"person_removed"_s, u"unknown_interaction"_s, u"unknown_kind"_s}) {
        INFO(code.toStdString());
        const QString said = ui::reasonWords(quarantined(code));
        CHECK(said.contains(u"because"_s));
        CHECK_FALSE(said.contains(code + u')'));
    }
    CHECK(ui::reasonWords(quarantined(u"moonphase"_s)).contains(u"for a reason it did not explain (moonphase)"_s));
}

TEST_CASE("an entry that was refused is sent again, or set aside, from the panel", "[attention]")
{
    Refused at;
    at.logsACall();
    at.starts();
    CHECK(at.eventually([&] { return at.shows(u"breaks one of the centre's rules"_s); }));

    SECTION("send again")
    {
        at.mood->refuses = false;
        REQUIRE(at.press(u"Send again"_s));
        CHECK(at.eventually([&] { return at.sync.status().needsAttention == 0; }));
        CHECK(at.eventually([&] { return at.sync.status().waiting == 0; }));
    }
    SECTION("set aside")
    {
        REQUIRE(at.press(u"Set aside"_s));
        CHECK(at.eventually([&] { return at.sync.status().needsAttention == 0; }));
    }
    CHECK(at.eventually([&] { return at.shows(u"Nothing needs you here"_s); }));
}

TEST_CASE("what was written is shown beside why it could not be taken, and nothing of what is restricted",
          "[attention]")
{
    Refused at;
    services::InteractionService interactions(at.folder.desk());
    domain::Interaction made = call(at.folder.clock().now(), u"Bin missed. <b>Twice</b>."_s);
    made.specialCategory = {healthItem(u"uses a wheelchair"_s)};
    REQUIRE(await(interactions.log({made})));
    at.starts();
    CHECK(at.eventually([&] { return at.shows(u"Bin missed. <b>Twice</b>."_s); }));
    CHECK(at.shows(u"1 item"_s));
    CHECK_FALSE(at.shows(u"wheelchair"_s));
}

TEST_CASE("what two people changed is decided from the panel", "[attention]")
{
    Refused at;
    at.editsAPerson();
    at.starts();
    CHECK(at.eventually([&] { return at.shows(u"Nana"_s); }));

    at.mood->refuses = false; // the decision itself is sent, too
    SECTION("keep ours")
    {
        REQUIRE(at.press(u"Keep ours"_s));
        CHECK(at.eventually([&] { return at.sync.status().needsAttention == 0; }));
        CHECK(at.knownAs() == u"Nana"_s);
    }
    SECTION("keep theirs")
    {
        REQUIRE(at.press(u"Keep theirs"_s));
        CHECK(at.eventually([&] { return at.sync.status().needsAttention == 0; }));
        CHECK(at.knownAs() == u"Nan"_s);
    }
}
