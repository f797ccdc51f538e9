// SPDX-License-Identifier: MIT
#include "ui/shell/main_window.h"

#include "core/services/session/kept_place.h"
#include "ui/async/deliver.h"
#include "ui/session/idle_lock.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/language.h"
#include "ui/shell/locked_desk.h"
#include "ui/shell/workplace.h"
#include "ui/theme/theme.h"
#include "ui/words/error_words.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenuBar>
#include <QScreen>
#include <QSettings>
#include <QStackedWidget>
#include <QToolTip>

#include <utility>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Menus and lists that stand over the window are windows of their own.
void closePopups()
{
    QToolTip::hideText();
    const QWidget *before = nullptr;
    for (QWidget *popup = QApplication::activePopupWidget(); popup && popup != before;
         popup = QApplication::activePopupWidget()) {
        before = popup;
        popup->close();
    }
}

} // namespace

MainWindow::MainWindow(const Services &services, Language &language, CheckPassphrase check, QWidget *parent)
    : QMainWindow(parent),
      m_services(services),
      m_language(language),
      m_appearance(new Appearance(services.desk, language, this)),
      m_actions(new Actions(language, this)),
      m_lock(new LockScreen(services.desk.agentDisplayName(), std::move(check))),
      m_idle(new IdleLock(services.desk.clock(), std::chrono::minutes(services.desk.policy().idleMinutes), this)),
      m_pages(new QStackedWidget)
{
    setWindowTitle(u"Reeve – %1"_s.arg(services.desk.deskName()));
    m_actions->fill(menuBar());
    m_pages->addWidget(m_lock);
    setCentralWidget(m_pages);

    connect((*m_actions)[Command::Lock], &QAction::triggered, this, &MainWindow::lock);
    connect((*m_actions)[Command::SignOut], &QAction::triggered, this, &MainWindow::signOutRequested);
    connect((*m_actions)[Command::Quit], &QAction::triggered, this, &MainWindow::close);
    connect(m_lock, &LockScreen::unlocked, this, &MainWindow::unlock);
    connect(m_lock, &LockScreen::somebodyElse, this, &MainWindow::handOver);
    connect(m_lock, &LockScreen::checking, this, [this](bool isChecking) {
        if (m_lockedDesk)
            m_lockedDesk->hold(isChecking);
    });
    connect(m_idle, &IdleLock::idle, this, [this] { lockBecause(u"idle"_s); });

    // Geometry only: nothing about anybody leaves the encrypted store.
    const QSettings settings;
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray()))
        resize(QSize(grid(170), grid(108)).boundedTo(screen()->availableSize())); // Finish stands at the foot
    settleIn();
    m_pages->setCurrentWidget(m_workplace);
    m_workplace->restoreLayout(settings.value(u"window/panels"_s).toByteArray());
    m_workplace->focusFind();
}

MainWindow::~MainWindow() = default;

bool MainWindow::isLocked() const
{
    return m_pages->currentWidget() == m_lock;
}

bool MainWindow::isCloseDue() const
{
    return m_lockedDesk && m_lockedDesk->isDue();
}

void MainWindow::settleIn()
{
    m_appearance->connectTo(*m_actions);
    m_workplace = new Workplace(*m_services, *m_actions);
    m_pages->insertWidget(0, m_workplace);
    m_lockedDesk = new LockedDesk(*m_services, *m_workplace, this);
    connect(m_lockedDesk, &LockedDesk::changed, this, &MainWindow::showLockedDesk);
    connect(m_lockedDesk, &LockedDesk::closeDue, this, &MainWindow::closeDue);
    connect(m_lockedDesk, &LockedDesk::handOverDue, this, &MainWindow::handOverRequested);
    connect(m_lockedDesk, &LockedDesk::handOverRefused, m_lock, &LockScreen::focusField);
    if ((*m_actions)[Command::PractiseOutage]->isChecked())
        m_services->sync.practiseOutage(true);

    deliver(services::takePlace(m_services->desk), m_workplace, [this](const Result<QString> &place) {
        if (place && !place->isEmpty())
            m_workplace->restore(placeFrom(*place));
    });
}

void MainWindow::putAway()
{
    if (!m_services)
        return;
    QSettings().setValue(u"window/panels"_s, m_workplace->saveLayout());
    // What refers to the workplace first.
    delete std::exchange(m_lockedDesk, nullptr);
    delete std::exchange(m_workplace, nullptr);
    delete std::exchange(m_appearance, nullptr);
    m_services.reset();
    m_lock->setTrouble({});
    m_lock->setDesk(LockScreen::Desk::Closed);
}

void MainWindow::takeUp(const Services &services)
{
    m_services.emplace(services);
    m_appearance = new Appearance(services.desk, m_language, this);
    settleIn();
    m_workplace->restoreLayout(QSettings().value(u"window/panels"_s).toByteArray());
}

void MainWindow::lock()
{
    lockBecause(u"by_hand"_s);
}

void MainWindow::lockBecause(const QString &reason)
{
    if (isLocked())
        return;
    m_workplace->noteFocus();
    m_pages->setCurrentWidget(m_lock); // first: what is on screen goes at once
    closePopups();
    menuBar()->hide();
    m_actions->setEnabled(false);
    m_idle->rest();
    m_lock->setDesk(LockScreen::Desk::Open);
    m_lock->focusField();
    static_cast<void>(m_services->desk.audit(u"lock"_s, reason));
    m_lockedDesk->begin();
}

void MainWindow::unlock()
{
    m_lockedDesk->end();
    m_lock->setTrouble({});
    m_actions->setEnabled(true);
    menuBar()->show();
    m_pages->setCurrentWidget(m_workplace);
    m_workplace->focusAgain();
    m_idle->watch();
}

void MainWindow::handOver()
{
    if (m_lockedDesk)
        m_lockedDesk->handOver();
    else
        emit handOverRequested();
}

void MainWindow::showLockedDesk()
{
    m_lock->setDesk(m_lockedDesk->isSending() ? LockScreen::Desk::Sending : LockScreen::Desk::Open);
    m_lock->setTrouble(m_lockedDesk->failure() ? words(*m_lockedDesk->failure()) : QString());
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    if (m_workplace) {
        m_workplace->flush();
        settings.setValue(u"window/panels"_s, m_workplace->saveLayout());
    }
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_actions->retranslate();
    QMainWindow::changeEvent(event);
}

} // namespace reeve::ui
