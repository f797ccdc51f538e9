// SPDX-License-Identifier: MIT
// reeve_screenshots DIR: drives the real window through a made-up morning and writes what it looks like to DIR as PNG.
// Works on any platform plug-in, offscreen too. Fails when a picture could not be made.
#include "app/reeve/session.h"
#include "core/services/sync/sync_run.h"
#include "tests/screenshots/doubled_people.h"
#include "tests/screenshots/sample_centre.h"
#include "tests/screenshots/told_person.h"
#include "ui/person/told_line.h"
#include "ui/session/sign_in_view_model.h"
#include "ui/session/sign_in_window.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/language.h"
#include "ui/shell/main_window.h"
#include "ui/shell/workplace.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPixmap>
#include <QPushButton>
#include <QTemporaryDir>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::test {

namespace {

const char *const passphrase = "correct horse battery";

// A clock that can stand for the same minute in every run. Time goes on from there.
class MorningClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_begin + m_system.monotonic() - m_start; }
    [[nodiscard]] std::chrono::milliseconds monotonic() const override { return m_system.monotonic(); }

private:
    SystemClock m_system;
    std::chrono::milliseconds m_start = m_system.monotonic();
    Instant m_begin{1795344120000ms}; // Sunday, 22 November 2026, 10:42
};

class Photographer final
{
public:
    Photographer(QString folder, const services::Policy &policy, ui::Language &language)
        : m_folder(std::move(folder)),
          m_policy(policy),
          m_language(language)
    {}

    bool takeAll();

private:
    bool prepare();
    void signIn();
    void call();
    void outage();
    void attention();
    void duplicates();
    void separate();
    void toldOnce();
    void death();
    void looks();

    [[nodiscard]] qint64 somebodyWithAStory() const;
    [[nodiscard]] domain::Person person(qint64 number) const;
    void wait(std::chrono::milliseconds time) const;
    void type(const QString &text) const;
    void press(int key, Qt::KeyboardModifiers modifiers = Qt::NoModifier) const;
    void run(ui::Command command) const;
    void take(const QString &name);
    void take(QWidget &widget, const QString &name);

    const QString m_folder;
    const services::Policy m_policy;
    ui::Language &m_language;
    QTemporaryDir m_store;
    MorningClock m_clock;
    std::shared_ptr<SampleCentre::Mood> m_mood = std::make_shared<SampleCentre::Mood>();
    const services::SampleSize m_size{7, 400, 3.0};
    std::unique_ptr<app::Session> m_session;
    bool m_isWhole = true;
};

// Here, and only here, events are run in between: this is the hand on the keyboard, not the window.
void Photographer::wait(std::chrono::milliseconds time) const
{
    QEventLoop loop;
    QTimer::singleShot(time, &loop, &QEventLoop::quit);
    loop.exec();
}

void Photographer::press(int key, Qt::KeyboardModifiers modifiers) const
{
    QWidget *focus = QApplication::focusWidget();
    if (!focus)
        return;
    QKeyEvent down(QEvent::KeyPress, key, modifiers);
    QApplication::sendEvent(focus, &down);
    QKeyEvent up(QEvent::KeyRelease, key, modifiers);
    QApplication::sendEvent(focus, &up);
}

void Photographer::type(const QString &text) const
{
    for (const QChar c : text) {
        QWidget *focus = QApplication::focusWidget();
        if (!focus)
            return;
        QKeyEvent down(QEvent::KeyPress, c.toUpper().unicode(), Qt::NoModifier, QString(c));
        QApplication::sendEvent(focus, &down);
    }
}

void Photographer::run(ui::Command command) const
{
    m_session->window().actions()[command]->trigger();
    wait(250ms);
}

void Photographer::take(const QString &name)
{
    take(m_session->window(), name);
}

void Photographer::take(QWidget &widget, const QString &name)
{
    wait(400ms);
    if (widget.grab().save(m_folder + u'/' + name + u".png"_s))
        return;
    std::fprintf(stderr, "reeve_screenshots: could not write %s.png\n", qPrintable(name));
    m_isWhole = false;
}

bool Photographer::prepare()
{
    SampleCentre centre(m_mood, m_size, m_clock.now());
    const services::Enrolment enrolment{m_store.filePath(u"desk"_s),      u"asha"_s,    crypto::Secret(passphrase),
                                        crypto::Secret(passphrase),       u"Desk 14"_s, u"postgresql://sample"_s,
                                        crypto::Argon2Cost{8ULL << 20, 1}};
    const auto device = services::enrol(enrolment, centre, m_clock);
    if (!device)
        std::fprintf(stderr, "reeve_screenshots: no sample desk: %s\n", qPrintable(device.error().detail));
    return device && QDir().mkpath(m_folder);
}

void Photographer::signIn()
{
    ui::SignInViewModel viewModel({u"asha"_s, u"gwen"_s}, [this](const QString &agent, const crypto::Secret &typed) {
        return services::Desk::open(m_store.filePath(u"desk"_s), agent, typed, m_clock, m_policy);
    });
    ui::SignInWindow window(viewModel, m_language);
    window.resize(880, 640);
    window.show();
    take(window, u"sign-in"_s);
    viewModel.signIn(u"asha"_s, QString::fromLatin1(passphrase));
    QObject::connect(&viewModel, &ui::SignInViewModel::opened, &window,
                     [this](const std::shared_ptr<services::Desk> &desk) {
                         m_session = std::make_unique<app::Session>(
                             desk, std::make_unique<SampleCentre>(m_mood, m_size, m_clock.now()), m_language, m_clock);
                     });
    for (int i = 0; i < 40 && !m_session; ++i)
        wait(100ms);
}

// Somebody who has been in touch before, and has told us something sensitive: there is more to see.
qint64 Photographer::somebodyWithAStory() const
{
    const services::SampleCouncil council(m_size, m_clock.now());
    for (qint64 n = 0; n < m_size.people; ++n) {
        const auto past = council.interactionsOf(n);
        const bool isSensitive = std::any_of(past.cbegin(), past.cend(), [](const domain::Interaction &interaction) {
            return !interaction.specialCategory.empty();
        });
        const domain::Person person = council.person(n);
        const bool hasPhone = !person.contactPoints.empty();
        if (past.size() >= 5 && isSensitive && hasPhone && !person.dateOfDeath && !person.communicationNeeds.isEmpty())
            return n;
    }
    return 0;
}

domain::Person Photographer::person(qint64 number) const
{
    return services::SampleCouncil(m_size, m_clock.now()).person(number);
}

void Photographer::call()
{
    m_session->window().resize(1440, 900);
    m_session->window().show();
    m_session->window().activateWindow();
    wait(3s); // the first load

    run(ui::Command::Find);
    const domain::Person somebody = person(somebodyWithAStory());
    QString mistyped = somebody.name.given + u' ' + somebody.name.family;
    std::swap(mistyped[2], mistyped[3]); // two letters changed places
    type(mistyped);
    wait(600ms);
    take(u"find-typo"_s);
    run(ui::Command::Find);
    press(Qt::Key_Backspace);
    type(somebody.name.given + u' ' + somebody.name.family);
    wait(600ms);
    take(u"find"_s);
    press(Qt::Key_Return);
    wait(2s); // the timeline comes from the centre
    run(ui::Command::StartPhoneIn);
    run(ui::Command::Reasons);
    type(u"mb"_s);
    wait(400ms);
    press(Qt::Key_Return);
    run(ui::Command::Note);
    type(u"The brown bin was missed on Monday and again this morning; the lorry went past at about seven. "
         u"They cannot bring it to the kerb themselves, so it has to be collected from the side gate. "
         u"Agreed: a crew comes back by Friday, and we ring if it is going to be later."_s);
    run(ui::Command::WrapUp);
    press(Qt::Key_Space);
    run(ui::Command::Note);
    wait(1500ms); // saved
    take(u"main-light"_s);
    run(ui::Command::Flag);
    take(u"flag"_s);
    press(Qt::Key_Escape);
}

void Photographer::looks()
{
    run(ui::Command::ThemeDark);
    take(u"main-dark"_s);
    run(ui::Command::ThemeLight);
    m_language.use(ui::Tongue::Welsh);
    take(u"welsh"_s);
    m_language.use(ui::Tongue::English);
    m_session->window().appearance().setScale(2.0);
    wait(300ms);
    take(u"text-200"_s);
    m_session->window().appearance().setScale(1.0);
}

void Photographer::outage()
{
    m_mood->isReachable = false;
    wait(1500ms);
    run(ui::Command::Finish);
    wait(1500ms);
    take(u"offline"_s);
    run(ui::Command::NewPerson);
    type(u"Joan"_s);
    wait(600ms);
    take(u"new-person"_s);
    press(Qt::Key_Escape);
}

void Photographer::attention()
{
    m_mood->takesNothing = true;
    services::PersonService people(m_session->desk());
    const services::SampleCouncil council(m_size, m_clock.now());
    const domain::Person before = council.person(3);
    domain::Person after = before;
    after.knownAs = u"Nana"_s;
    after.contactPreference = u"phone, mornings"_s;
    auto edited = people.edit(before, after);
    edited.waitForFinished();
    m_mood->isReachable = true;
    run(ui::Command::SendNow);
    wait(2500ms);
    run(ui::Command::NeedsAttention);
    wait(500ms);
    take(u"needs-attention"_s);
    press(Qt::Key_Escape);
}

// Somebody of whom two records are one, and who rang since.
void Photographer::separate()
{
    const qint64 number = somebodyWithAStory();
    const domain::Person known = person(number);
    domain::Person other = doubledPeople(services::SampleCouncil(m_size, m_clock.now()), number).front();
    other.name.given = u"Gwendolen"_s;
    services::PersonService people(m_session->desk());
    const auto added = people.add(other).takeResult();
    services::MergeRequest request;
    request.survivor = known.id;
    if (added)
        request.absorbed = *added;
    request.reason = u"the same number rang"_s;
    const auto merged = services::MergeService(m_session->desk()).merge(request).takeResult();
    services::InteractionService interactions(m_session->desk());
    for (const QString &note : {u"Asked when the new bins come. Told: from Monday in the week after next."_s,
                                u"Wants the council tax bill sent to the daughter’s address from now on."_s}) {
        domain::Interaction call;
        call.person = known.id;
        call.startedAt = m_clock.now();
        call.endedAt = call.startedAt + 5min;
        call.reasons = {u"lgsl:57"_s};
        call.disposition = u"resolved"_s;
        call.notes = {{{}, note, call.startedAt}};
        auto logged = interactions.log({call});
        logged.waitForFinished();
    }
    m_isWhole = m_isWhole && merged.has_value();
    m_session->window().workplace().openPerson(known.id);
    wait(1s);
    run(ui::Command::Separate);
    wait(600ms);
    take(u"separate"_s);
    m_session->window().appearance().setScale(2.0);
    wait(300ms);
    take(u"separate-200"_s);
    m_session->window().appearance().setScale(1.0);
    press(Qt::Key_Escape);
}

void Photographer::duplicates()
{
    const qint64 number = somebodyWithAStory();
    services::PersonService people(m_session->desk());
    for (const domain::Person &again : doubledPeople(services::SampleCouncil(m_size, m_clock.now()), number)) {
        auto added = people.add(again);
        added.waitForFinished();
    }
    const domain::Person known = person(number);
    run(ui::Command::NewPerson);
    type(known.name.given);
    press(Qt::Key_Tab);
    type(known.name.family);
    wait(800ms);
    take(u"warning"_s);
    press(Qt::Key_Escape);
    run(ui::Command::Find);
    press(Qt::Key_Escape);

    run(ui::Command::FindDuplicates);
    wait(4s);
    take(u"duplicates"_s);
    press(Qt::Key_S, Qt::NoModifier);
    wait(300ms);
    take(u"merge"_s);
    run(ui::Command::ThemeDark);
    take(u"merge-dark"_s);
    run(ui::Command::ThemeLight);
    m_language.use(ui::Tongue::Welsh);
    take(u"merge-welsh"_s);
    m_language.use(ui::Tongue::English);
    press(Qt::Key_Return, Qt::ControlModifier);
    wait(1s);
    take(u"merged"_s);
    press(Qt::Key_N, Qt::NoModifier);
    wait(1s);
    press(Qt::Key_D, Qt::NoModifier);
    wait(1s);
    take(u"decided"_s);
    press(Qt::Key_D, Qt::NoModifier);
    wait(1s);
    take(u"waiting"_s);
    press(Qt::Key_Escape);
}

// What somebody told long ago, and who may be told in their place.
void Photographer::toldOnce()
{
    m_mood->takesNothing = false;
    services::PersonService people(m_session->desk());
    domain::Person person = toldPerson(m_clock.now());
    const auto id = people.add(person).takeResult();
    domain::Person husband;
    husband.name = {u"Mr"_s, u"Henry"_s, {}, u"Marlowe"_s};
    husband.addresses = {person.addresses.front()};
    domain::Relationship wife;
    wife.kind = domain::RelationshipKind::Partner;
    wife.other = id ? std::optional(*id) : std::nullopt;
    husband.relationships = {wife};
    auto added = people.add(husband);
    added.waitForFinished();
    if (!id) {
        m_isWhole = false;
        return;
    }
    m_session->window().workplace().openPerson(*id);
    wait(1500ms);
    run(ui::Command::StartPhoneIn);
    const auto focusPhone = [this](const QString &key) {
        for (auto *line : m_session->window().findChildren<ui::ToldLine *>(u"told:contact"_s)) {
            if (!line->isHidden() && line->field() == u"contact/"_s + key)
                line->setFocus();
        }
    };
    const auto view = people.open(*id).takeResult();
    if (!view || view->person.contactPoints.size() < 2) {
        m_isWhole = false;
        return;
    }
    // In the order of their keys, which follow no order of ours.
    const auto &points = view->person.contactPoints;
    const bool isLandlineFirst = points.front().label == u"home";
    const QString landline = points[isLandlineFirst ? 0 : 1].key;
    focusPhone(landline);
    take(u"told-once"_s);
    auto marked = services::TellOnceService(m_session->desk())
                      .markUnreachable(*id, u"contact/"_s + landline, services::UnreachableWhy::WrongNumber, {});
    marked.waitForFinished();
    focusPhone(points[isLandlineFirst ? 1 : 0].key);
    run(ui::Command::StillRight);
    take(u"still-right"_s);
    run(ui::Command::ThemeDark);
    take(u"still-right-dark"_s);
    run(ui::Command::ThemeLight);
    for (auto *line : m_session->window().findChildren<ui::ToldLine *>(u"told:relationship"_s)) {
        if (!line->isHidden() && line->accessibleName().contains(u"Ruth"_s))
            line->setFocus();
    }
    run(ui::Command::StillRight);
    take(u"acting"_s);
    for (auto *link : m_session->window().findChildren<QPushButton *>()) {
        if (!link->isHidden() && link->accessibleName() == u"Open Mr Henry Marlowe")
            link->setFocus(); // the last of them: as his record says
    }
    take(u"related"_s);
}

void Photographer::death()
{
    run(ui::Command::RecordDeath);
    type(u"14/11/2026"_s);
    const auto into = [this](const QString &field, const QString &text) {
        if (auto *edit = m_session->window().findChild<QLineEdit *>(field))
            edit->setText(text);
    };
    into(u"estateName"_s, u"Ruth Marlowe"_s);
    into(u"estateReach"_s, u"07700 900551"_s);
    take(u"death"_s);
    press(Qt::Key_S, Qt::ControlModifier);
    wait(1s);
    take(u"after-a-death"_s);
    m_language.use(ui::Tongue::Welsh);
    take(u"after-a-death-welsh"_s);
    m_language.use(ui::Tongue::English);
}

bool Photographer::takeAll()
{
    ui::Appearance::applySystem();
    if (!prepare())
        return false;
    signIn();
    if (!m_session) {
        std::fprintf(stderr, "reeve_screenshots: the sample desk did not open\n");
        return false;
    }
    call();
    looks();
    outage();
    attention();
    duplicates();
    separate();
    toldOnce();
    death();
    m_session.reset();
    return m_isWhole;
}

} // namespace

} // namespace reeve::test

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    if (argc != 2) {
        std::fprintf(stderr, "Usage: reeve_screenshots DIR\n");
        return 2;
    }
    const auto policy = reeve::services::Policy::builtIn();
    if (!policy)
        return 1;
    reeve::ui::Language language;
    reeve::test::Photographer photographer(QString::fromLocal8Bit(argv[1]), *policy, language);
    return photographer.takeAll() ? 0 : 1;
}
