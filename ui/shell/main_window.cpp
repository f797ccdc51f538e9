// SPDX-License-Identifier: MIT
#include "ui/shell/main_window.h"

#include "ui/session/idle_lock.h"
#include "ui/shell/actions.h"
#include "ui/shell/appearance.h"
#include "ui/shell/language.h"
#include "ui/shell/workplace.h"
#include "ui/theme/theme.h"

#include <QCloseEvent>
#include <QMenuBar>
#include <QSettings>
#include <QStackedWidget>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

MainWindow::MainWindow(const Services &services, Language &language, CheckPassphrase check, QWidget *parent)
    : QMainWindow(parent),
      m_services(services),
      m_appearance(new Appearance(services.desk, language, this)),
      m_actions(new Actions(language, this)),
      m_workplace(new Workplace(services, *m_actions)),
      m_lock(new LockScreen(services.desk.agentDisplayName(), std::move(check))),
      m_pages(new QStackedWidget)
{
    setWindowTitle(u"Reeve – %1"_s.arg(services.desk.deskName()));
    m_actions->fill(menuBar());
    m_appearance->connectTo(*m_actions);
    m_pages->addWidget(m_workplace);
    m_pages->addWidget(m_lock);
    setCentralWidget(m_pages);

    connect((*m_actions)[Command::Lock], &QAction::triggered, this, &MainWindow::lock);
    connect((*m_actions)[Command::SignOut], &QAction::triggered, this, &MainWindow::signOutRequested);
    connect((*m_actions)[Command::Quit], &QAction::triggered, this, &MainWindow::close);
    connect(m_lock, &LockScreen::unlocked, this, &MainWindow::unlock);
    auto *idle = new IdleLock(10min, this);
    connect(idle, &IdleLock::idle, this, &MainWindow::lock);

    // Geometry only: nothing about anybody leaves the encrypted store.
    const QSettings settings;
    if (!restoreGeometry(settings.value(u"window/geometry"_s).toByteArray()))
        resize(grid(170), grid(108));
    m_workplace->restoreLayout(settings.value(u"window/panels"_s).toByteArray());
    m_workplace->focusFind();
}

MainWindow::~MainWindow() = default;

bool MainWindow::isLocked() const
{
    return m_pages->currentWidget() == m_lock;
}

void MainWindow::lock()
{
    if (isLocked())
        return;
    m_pages->setCurrentWidget(m_lock); // first: what is on screen goes at once
    menuBar()->hide();
    m_actions->setEnabled(false);
    m_lock->focusField();
    m_workplace->flush();
}

void MainWindow::unlock()
{
    m_actions->setEnabled(true);
    menuBar()->show();
    m_pages->setCurrentWidget(m_workplace);
    m_workplace->focusFind();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_workplace->flush();
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/panels"_s, m_workplace->saveLayout());
    event->accept();
}

void MainWindow::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        m_actions->retranslate();
    QMainWindow::changeEvent(event);
}

} // namespace reeve::ui
