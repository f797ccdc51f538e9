// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shell/overlay.h"

class QLabel;
class QLineEdit;
class QListWidget;

namespace reeve::ui {

class Actions;

// Every command by its name, in either language: type a part of it, Enter does it.
class CommandPalette final : public Overlay
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(CommandPalette)

public:
    // `actions` must outlive it.
    CommandPalette(const Actions &actions, QWidget *over);

    // Positions in allCommands() of what fits, best first: names that begin with `typed`, then those that hold its
    // words anywhere.
    [[nodiscard]] std::vector<int> matches(const QString &typed) const;

protected:
    QWidget *firstFocus() override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void refresh();
    void run();

    const Actions &m_actions;
    QLabel *m_label;
    QLineEdit *m_field;
    QListWidget *m_list;
};

} // namespace reeve::ui
