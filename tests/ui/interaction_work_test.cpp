// SPDX-License-Identifier: MIT
#include "tests/core/services/desk_folder.h"
#include "tests/ui/interaction_waiting.h"
#include "ui/interaction/work_panel.h"
#include "ui/interaction/work_view_model.h"
#include "ui/parts/message_line.h"
#include "ui/parts/note_editor.h"
#include "ui/privacy/flag_chooser.h"

#include <QComboBox>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QPushButton>

#include <catch2/catch.hpp>

#include <set>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::test;
using ui::DraftViewModel;

namespace {

// A desk with one phone call in work.
struct AtWork
{
    DeskFolder folder;
    services::InteractionService service{folder.desk()};
    ui::WorkViewModel work{service, folder.desk()};

    AtWork()
    {
        work.start(domain::Channel::Phone, domain::Direction::Inbound);
        REQUIRE(waitUntil([this] { return work.current() != nullptr; }));
    }

    [[nodiscard]] DraftViewModel &draft() const { return *work.current(); }
    [[nodiscard]] services::Draft stored() const
    {
        const auto drafts = await(service.openDrafts());
        REQUIRE(drafts);
        REQUIRE_FALSE(drafts->empty());
        return drafts->front();
    }
};

} // namespace

TEST_CASE("a note is durable half a second after the last key", "[work]")
{
    AtWork at;
    at.draft().setNote(u"Bin at number 15 missed twice."_s);
    CHECK_FALSE(at.draft().isSaved());

    QElapsedTimer timer;
    timer.start();
    REQUIRE(waitUntil([&] { return at.draft().isSaved(); }));

    CHECK(timer.elapsed() <= 700); // 400 ms of pause, and a commit on a busy machine
    CHECK(at.stored().noteText == u"Bin at number 15 missed twice."_s);
}

TEST_CASE("one who goes on typing is saved within two seconds all the same", "[work]")
{
    AtWork at;
    QElapsedTimer timer;
    timer.start();
    QString note;
    while (timer.elapsed() < 2600) {
        note += u"word "_s;
        at.draft().setNote(note);
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents, 20);
    }
    CHECK_FALSE(at.stored().noteText.isEmpty());
}

TEST_CASE("what was in work is there again after a restart, with its person, reasons and flag", "[work]")
{
    DeskFolder folder;
    const auto person = folder.desk().ids().next<domain::PersonTag>();
    {
        services::InteractionService service(folder.desk());
        ui::WorkViewModel work(service, folder.desk());
        work.setPerson(person, u"Joan Hayward"_s);
        work.start(domain::Channel::FaceToFace, domain::Direction::Inbound);
        REQUIRE(waitUntil([&] { return work.current() != nullptr; }));
        work.current()->addReason(u"lgsl:57"_s);
        work.current()->setNote(u"Came about the bill"_s);
        work.current()->addRestricted(folder.desk().policy().lawfulBasis.presets().front());
        work.saveAll();
        REQUIRE(waitUntil([&] { return work.current()->isSaved(); }));
    }
    folder.reopen();

    services::InteractionService service(folder.desk());
    ui::WorkViewModel work(service, folder.desk());
    std::optional<domain::PersonId> requested;
    QObject::connect(&work, &ui::WorkViewModel::personRequested, &work, [&](const auto &id) { requested = id; });
    work.load();
    REQUIRE(waitUntil([&] { return work.current() != nullptr; }));

    CHECK(work.current()->draft().noteText == u"Came about the bill"_s);
    CHECK(work.current()->interaction().channel == domain::Channel::FaceToFace);
    CHECK(work.current()->interaction().reasons.size() == 1);
    CHECK(work.current()->restrictedCount() == 1);
    CHECK(requested == person);
}

TEST_CASE("a card number is taken out of the note before anything is saved", "[work]")
{
    AtWork at;
    bool wasSaid = false;
    QObject::connect(&at.draft(), &DraftViewModel::cardMasked, &at.work, [&] { wasSaid = true; });
    at.draft().setNote(u"Paid with 4111 1111 1111 1111 today"_s);
    REQUIRE(waitUntil([&] { return at.draft().isSaved(); }));

    CHECK(wasSaid);
    CHECK_FALSE(at.draft().draft().noteText.contains(u"4111 1111 1111 1111"_s));
    CHECK(at.draft().draft().noteText.contains(u"today"_s));
    CHECK(at.stored().noteText == at.draft().draft().noteText);
}

TEST_CASE("finishing makes one entry; until reason and ending are said it says what is missing", "[work]")
{
    AtWork at;
    using Missing = DraftViewModel::Missing;
    CHECK(at.draft().missing() == std::vector{Missing::Reason, Missing::Disposition});
    at.draft().finish();
    CHECK(at.draft().state() == DraftViewModel::State::Editing);

    at.draft().addReason(u"lgsl:57"_s);
    at.draft().setNote(u"Instalments explained"_s);
    at.draft().setDisposition(u"resolved"_s);
    REQUIRE(at.draft().canFinish());
    bool isFinished = false;
    QObject::connect(&at.work, &ui::WorkViewModel::finished, &at.work, [&] { isFinished = true; });
    at.work.finish();
    REQUIRE(waitUntil([&] { return isFinished; }));

    CHECK(at.work.current() == nullptr);
    CHECK(await(at.service.openDrafts())->empty());
    const auto entries = at.folder.outbox();
    REQUIRE(entries.size() == 1);
    CHECK(entries.front().kind == store::EntryKind::InteractionLogged);
    CHECK(entries.front().payload.contains("Instalments explained"));
}

TEST_CASE("a refused finish keeps everything, and says so", "[work]")
{
    AtWork at;
    at.draft().addReason(u"lgsl:57"_s);
    at.draft().setDisposition(u"resolved"_s);
    at.draft().setNote(QString(100'001, u'x')); // longer than a note may be
    std::optional<ErrorCode> said;
    QObject::connect(&at.draft(), &DraftViewModel::failed, &at.work, [&](ErrorCode code) { said = code; });
    at.work.finish();
    REQUIRE(waitUntil([&] { return said.has_value(); }));
    CHECK(said == ErrorCode::InvalidInput);
    REQUIRE(at.work.current());
    CHECK(at.draft().state() == DraftViewModel::State::Editing);
    CHECK(at.draft().draft().noteText.size() == 100'001);
    CHECK(at.folder.outbox().empty());
}

TEST_CASE("flagging something sensitive takes two keys, and its words never enter the note", "[work][privacy]")
{
    DeskFolder folder;
    services::InteractionService service(folder.desk());
    ui::WorkPanel panel(service, folder.desk());
    panel.show();
    panel.start(domain::Channel::Phone, domain::Direction::Inbound);
    ui::WorkViewModel &work = panel.viewModel();
    REQUIRE(waitUntil([&] { return work.current() != nullptr; }));

    panel.flagSensitive(); // the first: Ctrl+Shift+F
    auto *chooser = panel.findChild<ui::FlagChooser *>();
    REQUIRE(chooser);
    CHECK(chooser->isVisible());
    QKeyEvent press(QEvent::KeyPress, Qt::Key_1, Qt::NoModifier, u"1"_s); // the second
    QCoreApplication::sendEvent(chooser, &press);

    REQUIRE(work.current()->interaction().specialCategory.size() == 1);
    const auto item = work.current()->interaction().specialCategory.front();
    CHECK(item.category == domain::SpecialCategory::Health);
    CHECK_FALSE(item.condition.isEmpty());
    CHECK(work.current()->missing().front() == DraftViewModel::Missing::Reason);

    work.current()->setDetail(item.id, u"uses a wheelchair"_s);
    CHECK(work.current()->draft().noteText.isEmpty());
    const auto missing = work.current()->missing();
    CHECK(std::find(missing.cbegin(), missing.cend(), DraftViewModel::Missing::Detail) == missing.cend());
}

TEST_CASE("every category can be flagged, on any basis that holds for it", "[work][privacy]")
{
    DeskFolder folder;
    services::InteractionService service(folder.desk());
    ui::WorkPanel panel(service, folder.desk());
    panel.show();
    panel.start(domain::Channel::Phone, domain::Direction::Inbound);
    ui::WorkViewModel &work = panel.viewModel();
    REQUIRE(waitUntil([&] { return work.current() != nullptr; }));
    auto *chooser = panel.findChild<ui::FlagChooser *>();
    REQUIRE(chooser);

    std::set<domain::SpecialCategory> flagged;
    for (int row = 0; row < 10; ++row) {
        panel.flagSensitive();
        QKeyEvent zero(QEvent::KeyPress, Qt::Key_0, Qt::NoModifier, u"0"_s);
        QCoreApplication::sendEvent(chooser, &zero);
        const auto lists = chooser->findChildren<QComboBox *>();
        REQUIRE(lists.size() == 2);
        REQUIRE(lists[0]->count() == 10);
        lists[0]->setCurrentIndex(row);
        CHECK(lists[1]->count() > 5);
        QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
        QCoreApplication::sendEvent(lists[1], &enter);
        CHECK_FALSE(chooser->isVisible());
    }
    for (const auto &item : work.current()->interaction().specialCategory) {
        flagged.insert(item.category);
        domain::SpecialCategoryItem told = item;
        told.evidence = u"said so"_s;
        CHECK(folder.desk().policy().lawfulBasis.check(told, QDate(2026, 11, 23)));
    }
    CHECK(flagged.size() == 9);
    CHECK(work.current()->interaction().criminalOffence.size() == 1);
}

TEST_CASE("evidence is asked for where the basis asks, and nowhere else", "[work][privacy]")
{
    AtWork at;
    for (const domain::BasisPreset &preset : at.folder.desk().policy().lawfulBasis.presets()) {
        if (preset.condition != u"A9A"_s && preset.code != u"volunteered_health"_s)
            continue;
        at.draft().addRestricted(preset);
        const auto &item = at.draft().interaction().specialCategory.back();
        CHECK(at.draft().needsEvidence(item) == (preset.condition == u"A9A"_s));
    }
    CHECK(at.draft().restrictedCount() == 2);
}

TEST_CASE("an interaction with content keeps its person until somebody says otherwise", "[work]")
{
    AtWork at;
    const auto joan = at.folder.desk().ids().next<domain::PersonTag>();
    const auto john = at.folder.desk().ids().next<domain::PersonTag>();
    at.work.setPerson(joan, u"Joan Hayward"_s);
    CHECK(at.draft().interaction().person == joan);
    at.work.setPerson(john, u"John Haynes"_s); // nothing said yet: the right one was found
    CHECK(at.draft().interaction().person == john);

    at.draft().setNote(u"Bin missed"_s);
    at.work.setPerson(joan, u"Joan Hayward"_s); // looked up on the way
    CHECK(at.draft().interaction().person == john);
    CHECK(at.work.otherPerson() == joan);

    SECTION("left as it is")
    {
        at.work.forgetOther();
        CHECK(at.draft().interaction().person == john);
    }
    SECTION("made about the other")
    {
        at.work.adoptOther();
        CHECK(at.draft().interaction().person == joan);
        CHECK_FALSE(at.work.otherPerson());
    }
}

TEST_CASE("somebody who has died is not taken for the caller, unless it is said", "[work]")
{
    AtWork at;
    const auto joan = at.folder.desk().ids().next<domain::PersonTag>();
    const auto john = at.folder.desk().ids().next<domain::PersonTag>();
    at.work.setPerson(joan, u"Joan Hayward"_s, true);
    CHECK(at.draft().caller() == DraftViewModel::Caller::SomebodyElse);
    CHECK(at.draft().interaction().person == joan);
    CHECK(at.draft().interaction().parties.back().role == domain::PartyRole::Subject);

    SECTION("said otherwise, it stays so")
    {
        at.draft().setCaller(DraftViewModel::Caller::Person, domain::PartyRole::Caller, {});
        at.work.setPerson(joan, u"Mrs Joan Hayward"_s, true);
        CHECK(at.draft().caller() == DraftViewModel::Caller::Person);
    }
    SECTION("begun while they are on screen")
    {
        at.draft().discard();
        REQUIRE(waitUntil([&] { return at.work.drafts().empty(); }));
        at.work.setPerson(joan, u"Joan Hayward"_s, true);
        at.work.start(domain::Channel::Phone, domain::Direction::Inbound);
        REQUIRE(waitUntil([&] { return at.work.current() != nullptr; }));
        CHECK(at.draft().caller() == DraftViewModel::Caller::SomebodyElse);
    }
    SECTION("made about them later")
    {
        at.work.setPerson(john, u"John Haynes"_s);
        at.draft().setCaller(DraftViewModel::Caller::Person, domain::PartyRole::Caller, {});
        at.draft().setNote(u"Bin missed"_s);
        at.work.setPerson(joan, u"Joan Hayward"_s, true);
        at.work.adoptOther();
        CHECK(at.draft().caller() == DraftViewModel::Caller::SomebodyElse);
    }
}

TEST_CASE("an anonymous caller takes the person off, and somebody may speak for another", "[work]")
{
    AtWork at;
    const auto joan = at.folder.desk().ids().next<domain::PersonTag>();
    at.work.setPerson(joan, u"Joan Hayward"_s);
    CHECK(at.draft().caller() == DraftViewModel::Caller::Person);

    at.draft().setCaller(DraftViewModel::Caller::SomebodyElse, domain::PartyRole::Family, u"her daughter Ann"_s);
    REQUIRE(at.draft().interaction().parties.size() == 2);
    CHECK(at.draft().interaction().parties.front().nameAsTold == u"her daughter Ann"_s);
    CHECK(at.draft().interaction().parties.back().role == domain::PartyRole::Subject);
    CHECK(at.draft().interaction().parties.back().person == joan);

    at.draft().setCaller(DraftViewModel::Caller::Anonymous, domain::PartyRole::Caller, {});
    CHECK(at.draft().caller() == DraftViewModel::Caller::Anonymous);
    CHECK_FALSE(at.draft().interaction().person);
}

TEST_CASE("what was set aside can be taken back whole", "[work]")
{
    AtWork at;
    at.draft().setNote(u"Half a thought"_s);
    at.work.discard();
    REQUIRE(waitUntil([&] { return at.work.setAside() != nullptr; }));
    CHECK(at.work.current() == nullptr);
    CHECK(await(at.service.openDrafts())->empty());

    at.work.undoDiscard();
    REQUIRE(waitUntil([&] { return at.work.current() != nullptr; }));
    CHECK(at.draft().draft().noteText == u"Half a thought"_s);
    CHECK(at.stored().noteText == u"Half a thought"_s);
}

TEST_CASE("a masked note does not come back with undo, and the caret stays", "[work]")
{
    ui::NoteEditor editor;
    editor.setPlainText(u"card 4111 1111 1111 1111 then"_s);
    QTextCursor caret = editor.textCursor();
    caret.movePosition(QTextCursor::End);
    editor.setTextCursor(caret);
    editor.show(u"card •••• 1111 then"_s);
    CHECK(editor.textCursor().atEnd());
    editor.undo();
    CHECK(editor.toPlainText() == u"card •••• 1111 then"_s);
}

TEST_CASE("a finish that fails is said beside Finish, stays said, and keeps the draft", "[work]")
{
    DeskFolder folder;
    services::InteractionService service(folder.desk());
    ui::WorkPanel panel(service, folder.desk());
    panel.resize(800, 900);
    panel.show();
    panel.start(domain::Channel::Phone, domain::Direction::Inbound);
    REQUIRE(waitUntil([&] { return panel.viewModel().current() != nullptr; }));
    DraftViewModel &draft = *panel.viewModel().current();
    draft.addReason(u"lgsl:57"_s);
    draft.setNote(u"Bin at number 15 missed twice."_s);
    draft.setDisposition(u"resolved"_s);
    // Drafts are kept; what is finished cannot be queued.
    REQUIRE(folder.write([](store::Connection &connection) {
        return connection.execute(
            u"CREATE TRIGGER full BEFORE INSERT ON outbox BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
    }));
    const auto said = [&panel] {
        QString words;
        for (const auto *line : panel.findChildren<ui::MessageLine *>()) {
            if (line->isVisibleTo(&panel))
                words += line->text();
        }
        return words;
    };

    panel.finishCurrent();
    REQUIRE(waitUntil([&] { return draft.actionFailure().has_value(); }));
    CHECK_FALSE(said().isEmpty());
    REQUIRE(waitUntil([&] { return draft.isSaved(); })); // as a draft, half a second later
    CHECK_FALSE(said().isEmpty());
    const auto drafts = await(service.openDrafts());
    REQUIRE(drafts);
    REQUIRE(drafts->size() == 1);
    CHECK(drafts->front().noteText == u"Bin at number 15 missed twice."_s);

    REQUIRE(folder.write([](store::Connection &connection) { return connection.execute(u"DROP TRIGGER full"_s); }));
    panel.finishCurrent();
    CHECK(waitUntil([&] { return panel.viewModel().current() == nullptr; }));
}

TEST_CASE("an interaction is not finished over a flag that is still being chosen", "[work][privacy]")
{
    DeskFolder folder;
    services::InteractionService service(folder.desk());
    ui::WorkPanel panel(service, folder.desk());
    panel.show();
    panel.start(domain::Channel::Phone, domain::Direction::Inbound);
    ui::WorkViewModel &work = panel.viewModel();
    REQUIRE(waitUntil([&] { return work.current() != nullptr; }));
    work.current()->addReason(u"lgsl:57"_s);
    work.current()->setDisposition(u"resolved"_s);
    REQUIRE(work.current()->canFinish());
    panel.flagSensitive();
    auto *chooser = panel.findChild<ui::FlagChooser *>();
    REQUIRE(chooser->isVisible());
    panel.finishCurrent();
    CHECK(chooser->isVisible());
    CHECK(work.current()->state() == DraftViewModel::State::Editing);

    QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
    QCoreApplication::sendEvent(chooser, &escape);
    CHECK_FALSE(chooser->isVisible());
    panel.finishCurrent();
    CHECK(waitUntil([&] { return work.drafts().empty(); }));
}
