// SPDX-License-Identifier: MIT
#pragma once

#include "ui/session/lock_screen.h"
#include "ui/shell/services.h"

#include <QMainWindow>

class QStackedWidget;

namespace reeve::ui {

class Actions;
class Appearance;
class Language;
class Workplace;

// The one window: menu, workplace, lock screen. Its title holds the name of the desk and never anybody's.
class MainWindow final : public QMainWindow
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MainWindow)

public:
    // `services` and `language` must outlive it.
    MainWindow(const Services &services, Language &language, CheckPassphrase check, QWidget *parent = nullptr);
    ~MainWindow() override;

    [[nodiscard]] const Actions &actions() const noexcept { return *m_actions; }
    [[nodiscard]] Workplace &workplace() const noexcept { return *m_workplace; }
    [[nodiscard]] Appearance &appearance() const noexcept { return *m_appearance; }
    [[nodiscard]] bool isLocked() const;

public slots:
    void lock();

signals:
    void signOutRequested();

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void unlock();

    const Services m_services;
    Appearance *m_appearance;
    Actions *m_actions;
    Workplace *m_workplace;
    LockScreen *m_lock;
    QStackedWidget *m_pages;
};

} // namespace reeve::ui
