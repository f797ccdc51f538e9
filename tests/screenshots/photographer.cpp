// SPDX-License-Identifier: MIT
#include "tests/screenshots/photographer.h"

#include "core/services/sync/sync_run.h"
#include "ui/session/sign_in_view_model.h"
#include "ui/session/sign_in_window.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/main_window.h"

#include <QAction>
#include <QApplication>
#include <QDir>
#include <QEventLoop>
#include <QKeyEvent>
#include <QPixmap>
#include <QPushButton>
#include <QTimer>

#include <algorithm>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::test {

namespace {

const char *const passphrase = "correct horse battery";

} // namespace

Photographer::Photographer(QString folder, Looks looks, const services::Policy &policy, ui::Language &language)
    : m_folder(std::move(folder)),
      m_looks(looks),
      m_policy(policy),
      m_language(language)
{}

Photographer::~Photographer() = default;

bool Photographer::begin()
{
    if (!enrol())
        return false;
    signIn();
    if (!m_session)
        std::fprintf(stderr, "reeve_screenshots: the sample desk did not open\n");
    return m_session != nullptr;
}

void Photographer::close()
{
    m_session.reset();
}

bool Photographer::enrol()
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
    const auto open = [this](const QString &agent, const crypto::Secret &typed) {
        return services::Desk::open(m_store.filePath(u"desk"_s), agent, typed, m_clock, m_policy);
    };
    ui::SignInViewModel viewModel({u"asha"_s, u"gwen"_s}, open);
    ui::SignInWindow window(viewModel, m_language);
    window.resize(880, 640);
    window.show();
    wait(400ms);
    snap(window, u"sign-in"_s);
    viewModel.signIn(u"asha"_s, QString::fromLatin1(passphrase));
    QObject::connect(&viewModel, &ui::SignInViewModel::opened, &window,
                     [this, open](const std::shared_ptr<services::Desk> &desk) {
                         const auto centre = [this](services::Desk &) {
                             return std::make_unique<SampleCentre>(m_mood, m_size, m_clock.now());
                         };
                         m_session = std::make_unique<app::Session>(desk, open, centre, m_language, m_clock);
                     });
    for (int i = 0; i < 40 && !m_session; ++i)
        wait(100ms);
}

qint64 Photographer::somebodyWithAStory() const
{
    const services::SampleCouncil everybody = council();
    for (qint64 n = 0; n < m_size.people; ++n) {
        const auto past = everybody.interactionsOf(n);
        const bool isSensitive = std::any_of(past.cbegin(), past.cend(), [](const domain::Interaction &interaction) {
            return !interaction.specialCategory.empty();
        });
        const domain::Person person = everybody.person(n);
        const bool hasPhone = !person.contactPoints.empty();
        if (past.size() >= 5 && isSensitive && hasPhone && !person.dateOfDeath && !person.communicationNeeds.isEmpty())
            return n;
    }
    return 0;
}

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

void Photographer::run(ui::Command command)
{
    window().actions()[command]->trigger();
    wait(250ms);
}

void Photographer::pressButton(const QString &beginning)
{
    for (auto *button : window().findChildren<QPushButton *>()) {
        if (!button->isVisible() || !button->text().startsWith(beginning))
            continue;
        button->click();
        return;
    }
}

void Photographer::unlock()
{
    type(QString::fromLatin1(passphrase));
    press(Qt::Key_Return);
    for (int i = 0; i < 40 && window().isLocked(); ++i)
        wait(100ms);
}

void Photographer::take(const QString &name)
{
    wait(400ms);
    snap(window(), name);
    if (m_looks == Looks::One)
        return;
    take(name + u"_dark"_s, Look::Dark);
    take(name + u"_welsh"_s, Look::Welsh);
    take(name + u"_200"_s, Look::Large);
    take(name + u"_small"_s, Look::Small);
}

void Photographer::take(const QString &name, Look look)
{
    const auto show = [this, look](bool isOn) {
        switch (look) {
        case Look::Light:
            break;
        case Look::Dark:
            run(isOn ? ui::Command::ThemeDark : ui::Command::ThemeLight);
            break;
        case Look::Welsh:
            m_language.use(isOn ? ui::Tongue::Welsh : ui::Tongue::English);
            break;
        case Look::Large:
            window().appearance().setScale(isOn ? 2.0 : 1.0);
            break;
        case Look::Small:
            window().resize(isOn ? QSize(1024, 700) : QSize(1440, 900));
            break;
        }
        wait(400ms);
    };
    show(true);
    snap(window(), name);
    show(false);
}

void Photographer::snap(QWidget &widget, const QString &name)
{
    if (widget.grab().save(m_folder + u'/' + name + u".png"_s))
        return;
    std::fprintf(stderr, "reeve_screenshots: could not write %s.png\n", qPrintable(name));
    fail();
}

} // namespace reeve::test
