// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shell/commands.h"

#include <QAction>
#include <QObject>

class QMenuBar;
class QWidget;

namespace reeve::ui {

class Language;

// One QAction per command: with its name, key and icon, in menus that say them. Belongs to a window.
class Actions final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Actions)

public:
    // The keys work anywhere in `window`. `language` must outlive it.
    Actions(const Language &language, QWidget *window);

    [[nodiscard]] QAction *operator[](Command command) const;
    [[nodiscard]] const Language &language() const noexcept { return m_language; }

    void fill(QMenuBar *bar);
    // All of them, for the lock screen: what is hidden must not be reached by its key either.
    void setEnabled(bool isEnabled);
    void retranslate();

private:
    const Language &m_language;
    std::vector<QAction *> m_actions; // by command; children of this
    std::vector<QAction *> m_menus;   // titles, by group
};

} // namespace reeve::ui
