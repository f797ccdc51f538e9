// SPDX-License-Identifier: MIT
// Locking, all of it: a real session on a real store, whose desk is closed behind the locked screen and opened again.
#include "app/reeve/session.h"
#include "core/crypto/derived_key.h"
#include "core/crypto/key_slots.h"
#include "core/services/session/kept_place.h"
#include "tests/core/services/desk_folder.h"
#include "tests/security/memory_scan.h"
#include "tests/ui/agreeable_centre.h"
#include "tests/ui/enrolled_desk.h"
#include "tests/ui/interaction_waiting.h"
#include "tests/ui/unreachable_centre.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/interaction/work_panel.h"
#include "ui/interaction/work_view_model.h"
#include "ui/person/person_editor.h"
#include "ui/person/person_panel.h"
#include "ui/session/idle_lock.h"
#include "ui/session/lock_screen.h"
#include "ui/shell/actions.h"
#include "ui/shell/language.h"
#include "ui/shell/locked_desk.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workplace.h"

#include <QApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QStandardPaths>

using namespace reeve;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr crypto::Argon2Cost quickCost{8ULL << 20, 1};

crypto::Secret gwensPassphrase()
{
    return crypto::Secret(QByteArrayView("another wet afternoon"));
}

// A desk that Asha and Gwen share, and Asha's session on it.
class SharedDesk final
{
public:
    enum class Centre { Agreeable, Unreachable };

    explicit SharedDesk(Centre kind) : m_kind(kind)
    {
        QStandardPaths::setTestModeEnabled(true);
        enrol(folder);
        REQUIRE(folder.desk().store().addAgent(u"gwen"_s, gwensPassphrase(), quickCost));
        folder.close();
        signIn(u"asha.patel"_s, DeskFolder::passphrase());
    }

    void signIn(const QString &agent, const crypto::Secret &passphrase)
    {
        auto desk = open(agent, passphrase).takeResult();
        REQUIRE(desk);
        const auto centre = [this](services::Desk &) -> std::unique_ptr<sync::CentralGateway> {
            if (m_kind == Centre::Agreeable)
                return std::make_unique<AgreeableCentre>();
            return std::make_unique<UnreachableCentre>();
        };
        session = std::make_unique<app::Session>(
            std::move(*desk), [this](const QString &who, const crypto::Secret &typed) { return open(who, typed); },
            centre, m_language, folder.clock());
        window().resize(1440, 900);
        window().show();
        QApplication::setActiveWindow(&window());
    }

    QFuture<Result<std::shared_ptr<services::Desk>>> open(const QString &agent, const crypto::Secret &passphrase)
    {
        const auto policy = services::Policy::builtIn();
        return services::Desk::open(folder.path(), agent, passphrase, folder.clock(), *policy);
    }

    [[nodiscard]] ui::MainWindow &window() const { return session->window(); }
    [[nodiscard]] ui::WorkViewModel &work() const
    {
        return window().workplace().findChild<ui::WorkPanel *>()->viewModel();
    }
    [[nodiscard]] std::optional<domain::PersonId> person() const
    {
        return window().workplace().findChild<ui::PersonPanel *>()->person();
    }
    [[nodiscard]] QPushButton *somebodyElse() const { return window().findChild<QPushButton *>(u"somebodyElse"_s); }

    void startCall(const QString &note) const
    {
        window().actions()[ui::Command::StartPhoneIn]->trigger();
        const auto before = work().drafts().size();
        REQUIRE(waitUntil([&] { return work().drafts().size() > before; }));
        work().current()->setNote(note);
    }
    domain::PersonId addJoan() const
    {
        const auto id = services::PersonService(session->desk()).add(joan()).takeResult();
        REQUIRE(id);
        return *id;
    }
    void lock() const { window().actions()[ui::Command::Lock]->trigger(); }
    void unlock(const QByteArray &passphrase = DeskFolder::passphrase().view().toByteArray()) const
    {
        auto *field = window().findChild<ui::LockScreen *>()->findChild<QLineEdit *>();
        field->setText(QString::fromUtf8(passphrase));
        emit field->returnPressed();
    }

    // Looks oftener than once a second, so as not to wait for that.
    [[nodiscard]] bool isClosedSoon() const
    {
        return waitUntil([this] {
            if (session->isDeskOpen())
                window().lockedDesk().check();
            return !session->isDeskOpen();
        });
    }

    DeskFolder folder;
    ui::Language m_language;
    const Centre m_kind;
    std::unique_ptr<app::Session> session;
};

QStringList acts(const DeskFolder &folder)
{
    QStringList acts;
    for (const QJsonObject &record : folder.audit()) {
        const QString reason = record.value(u"reason"_s).toString();
        acts << record.value(u"agent"_s).toString() + u' ' + record.value(u"action"_s).toString() +
                    (reason.isEmpty() ? QString() : u": "_s + reason);
    }
    return acts;
}

} // namespace

TEST_CASE("behind a locked screen the desk is closed and its key gone once all is sent; unlocking brings all back",
          "[session][lock][memory]")
{
    SharedDesk at(SharedDesk::Centre::Agreeable);
    std::optional<Needle> dataKey;
    std::optional<Needle> pageKey;
    {
        const auto opened =
            crypto::KeySlots::read(at.folder.path() + u"/reeve.keys"_s)->open({}, DeskFolder::passphrase());
        REQUIRE(opened);
        dataKey.emplace(opened->dataKey);
        pageKey.emplace(crypto::deriveKey(opened->dataKey, crypto::KeyPurpose::Pages));
    }
    const domain::PersonId joan = at.addJoan();
    at.window().workplace().openPerson(joan);
    REQUIRE(waitUntil([&] { return at.person() == joan; }));
    at.startCall(u"the first of two"_s);
    const domain::InteractionId first = at.work().current()->id();
    at.startCall(u"the second"_s);
    at.work().switchTo(0);
    at.work().current()->setNote(u"Bin missed twice, and then the bell rang"_s);
    const Instant startedAt = at.work().current()->interaction().startedAt;
    at.window().workplace().openPerson(joan);
    at.window().actions()[ui::Command::Note]->trigger();
    CHECK(pageKey->find().guarded > 0);

    at.lock();
    CHECK(at.window().isLocked());
    CHECK_FALSE(at.window().workplace().isVisible());
    REQUIRE(at.isClosedSoon());
    CHECK(at.window().isLocked());
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    for (const auto &key : {*dataKey, *pageKey}) {
        const auto places = key.find();
        CHECK(places.where.empty());
        CHECK(places.open + places.guarded == 0);
    }
    { // the folder is free for somebody else, who finds that everything was sent
        const auto other = at.open(u"gwen"_s, gwensPassphrase()).takeResult();
        REQUIRE(other);
        const auto counts = (*other)
                                ->store()
                                .read([](store::Connection &connection) { return store::Outbox(connection).counts(); })
                                .takeResult();
        REQUIRE(counts);
        CHECK(counts->waiting == 0);
        CHECK(counts->lastSequence > 0);
    }

    at.folder.clock().advance(25min);
    at.unlock("quite a wrong one");
    REQUIRE(waitUntil([&] { return !at.window().findChild<QProgressBar *>()->isVisible(); }));
    CHECK(at.window().isLocked());
    at.unlock();
    CHECK(at.window().findChild<QProgressBar *>()->isVisible()); // it takes a moment, and says so
    REQUIRE(waitUntil([&] { return !at.window().isLocked(); }));
    CHECK(at.session->isDeskOpen());
    REQUIRE(waitUntil([&] { return at.work().drafts().size() == 2; }));
    // They and where one was come at the same time, in any order.
    REQUIRE(waitUntil([&] { return at.work().current() && at.work().current()->id() == first; }));
    CHECK(at.work().current()->draft().noteText == u"Bin missed twice, and then the bell rang"_s);
    CHECK(at.work().current()->interaction().startedAt == startedAt); // the call goes on
    CHECK(waitUntil([&] { return at.person() == joan; }));
    CHECK(waitUntil([&] { return qobject_cast<QPlainTextEdit *>(QApplication::focusWidget()) != nullptr; }));
    CHECK(services::takePlace(at.session->desk()).takeResult() == QString()); // gone back to once
    CHECK(at.window().actions()[ui::Command::Find]->isEnabled());
}

TEST_CASE("what waits keeps the desk open for ten minutes behind the locked screen, and no longer", "[session][lock]")
{
    SharedDesk at(SharedDesk::Centre::Unreachable);
    static_cast<void>(at.addJoan());
    at.folder.clock().advance(10min);
    at.window().idleLock().check(); // nobody has touched anything
    REQUIRE(at.window().isLocked());
    REQUIRE(waitUntil([&] { return at.window().lockedDesk().isSending(); }));
    for (int minute = 1; minute < 10; ++minute) {
        at.folder.clock().advance(1min);
        at.window().lockedDesk().check();
        QCoreApplication::processEvents();
    }
    CHECK(at.session->isDeskOpen());
    at.folder.clock().advance(1min);
    REQUIRE(at.isClosedSoon());

    at.unlock();
    REQUIRE(waitUntil([&] { return !at.window().isLocked(); }));
    const auto waiting = at.session->desk()
                             .store()
                             .read([](store::Connection &connection) { return store::Outbox(connection).counts(); })
                             .takeResult();
    REQUIRE(waiting);
    CHECK(waiting->waiting == 1); // it is sent when the centre is there again
}

TEST_CASE("unlocking before the desk is closed changes nothing but the screen", "[session][lock]")
{
    SharedDesk at(SharedDesk::Centre::Unreachable);
    static_cast<void>(at.addJoan());
    at.startCall(u"in the middle of"_s);
    const auto *draft = at.work().current();
    at.lock();
    at.unlock();
    REQUIRE(waitUntil([&] { return !at.window().isLocked(); }));
    CHECK(at.work().current() == draft);
    at.folder.clock().advance(20min);
    at.window().lockedDesk().check();
    CHECK_FALSE(at.window().isCloseDue());
}

TEST_CASE("what cannot be saved keeps the locked desk open, and is said", "[session][lock]")
{
    SharedDesk at(SharedDesk::Centre::Agreeable);
    at.startCall(u"not yet saved"_s);
    const auto execute = [&](const QString &statement) {
        REQUIRE(at.session->desk()
                    .store()
                    .write([statement](store::Connection &connection) { return connection.execute(statement); })
                    .takeResult());
    };
    execute(u"CREATE TRIGGER no_room BEFORE INSERT ON draft BEGIN SELECT RAISE(ABORT, 'no room'); END"_s);
    at.lock();
    REQUIRE(waitUntil([&] { return at.window().lockedDesk().failure().has_value(); }));
    at.folder.clock().advance(1h);
    at.window().lockedDesk().check();
    at.somebodyElse()->click();
    QCoreApplication::processEvents(QEventLoop::AllEvents, 100);
    CHECK(at.session->isDeskOpen());
    CHECK_FALSE(at.window().isCloseDue());
    execute(u"DROP TRIGGER no_room"_s);
    REQUIRE(at.isClosedSoon());
}

TEST_CASE("somebody else signs in at a locked desk: what was written stays its author's and comes back to them",
          "[session][lock]")
{
    SharedDesk at(SharedDesk::Centre::Unreachable);
    at.startCall(u"Asha's own words"_s);
    at.window().workplace().newPerson(u"Idris"_s);
    at.lock();
    bool isHandedOver = false;
    QObject::connect(at.session.get(), &app::Session::handOverRequested, at.session.get(),
                     [&] { isHandedOver = true; });
    REQUIRE(at.somebodyElse()->isVisible());
    CHECK(at.somebodyElse()->focusPolicy() & Qt::TabFocus);
    at.somebodyElse()->click();
    REQUIRE(waitUntil([&] { return isHandedOver; }));
    at.session.reset(); // as the front door does

    at.signIn(u"gwen"_s, gwensPassphrase());
    CHECK(at.session->desk().agentName() == u"gwen"_s);
    at.startCall(u"Gwen's call"_s);
    CHECK(at.work().drafts().size() == 1);
    CHECK(services::takePlace(at.session->desk()).takeResult() == QString());
    at.session.reset();

    at.signIn(u"asha.patel"_s, DeskFolder::passphrase());
    REQUIRE(waitUntil([&] { return at.work().current() != nullptr; }));
    CHECK(at.work().drafts().size() == 1);
    CHECK(at.work().current()->draft().noteText == u"Asha's own words"_s);
    const auto *editor = at.window().findChild<ui::PersonEditor *>();
    REQUIRE(waitUntil([&] { return editor->unsaved().has_value(); }));
    CHECK(editor->isVisible());
    at.session.reset();

    at.folder.reopen();
    CHECK(acts(at.folder) == QStringList{u"asha.patel sign_in"_s, u"asha.patel lock: by_hand"_s,
                                         u"asha.patel sign_out: somebody_else"_s, u"gwen sign_in"_s,
                                         u"gwen sign_out: closed"_s, u"asha.patel sign_in"_s,
                                         u"asha.patel sign_out: closed"_s, u"asha.patel sign_in"_s});
}

TEST_CASE("locking, closing and unlocking are in the audit, and a colleague may take over a closed desk",
          "[session][lock][audit]")
{
    SharedDesk at(SharedDesk::Centre::Agreeable);
    at.folder.clock().advance(10min);
    at.window().idleLock().check();
    REQUIRE(at.isClosedSoon());
    at.unlock();
    REQUIRE(waitUntil([&] { return !at.window().isLocked(); }));
    at.lock();
    REQUIRE(at.isClosedSoon());
    bool isHandedOver = false;
    QObject::connect(at.session.get(), &app::Session::handOverRequested, at.session.get(),
                     [&] { isHandedOver = true; });
    at.somebodyElse()->click();
    CHECK(isHandedOver);
    at.session.reset();
    at.folder.reopen();
    CHECK(acts(at.folder) == QStringList{u"asha.patel sign_in"_s, u"asha.patel lock: idle"_s,
                                         u"asha.patel desk_closed: locked"_s, u"asha.patel sign_in"_s,
                                         u"asha.patel unlock"_s, u"asha.patel lock: by_hand"_s,
                                         u"asha.patel desk_closed: locked"_s, u"asha.patel sign_in"_s});
}
