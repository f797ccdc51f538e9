// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/lock_screen.h"
#include "ui/shell/services.h"

#include <QMainWindow>

#include <optional>

class QStackedWidget;

namespace reeve::ui {

class Actions;
class Appearance;
class IdleLock;
class Language;
class LockedDesk;
class Workplace;

// The one window: menu, workplace, lock screen. Its title holds the name of the desk and never anybody's.
//
// While it is locked the desk behind it may be closed: putAway() lets go of everything that refers to it, and takeUp()
// goes on with the same desk, opened again.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    // `services` must outlive it, or its putAway(); `language` it.
    MainWindow(const Services &services, Language &language, CheckPassphrase check, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] const Actions &actions() const noexcept { return *m_actions; }
    // Not while it is put away.
    [[nodiscard]] Workplace &workplace() const noexcept { return *m_workplace; }
    [[nodiscard]] Appearance &appearance() const noexcept { return *m_appearance; }
    [[nodiscard]] LockedDesk &lockedDesk() const noexcept { return *m_lockedDesk; }
    [[nodiscard]] IdleLock &idleLock() const noexcept { return *m_idle; }
    [[nodiscard]] bool isLocked() const;

    // closeDue() was said and still holds: nobody has begun to unlock since.
    [[nodiscard]] bool isCloseDue() const;
    void putAway();
    void takeUp(const Services &services);

public slots:
    void lock();

signals:
    void signOutRequested();
    void closeDue();          // locked, and all is kept: the desk is to be closed, and its key dropped
    void handOverRequested(); // locked, all is kept, and somebody else wants to sign in

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void settleIn();
    void lockBecause(const QString &reason);
    void unlock();
    void handOver();
    void showLockedDesk();

    std::optional<Services> m_services; // none while it is put away
    Language &m_language;
    Appearance *m_appearance; // before what it dresses
    Actions *m_actions;
    Workplace *m_workplace = nullptr;
    LockedDesk *m_lockedDesk = nullptr;
    LockScreen *m_lock;
    IdleLock *m_idle;
    QStackedWidget *m_pages;
};

} // namespace reeve::ui
