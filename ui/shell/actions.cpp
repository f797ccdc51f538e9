// SPDX-License-Identifier: MIT
#include "ui/shell/actions.h"

#include "ui/shell/language.h"
#include "ui/theme/icons.h"

#include <QActionGroup>
#include <QMenu>
#include <QMenuBar>

namespace reeve::ui {

namespace {

// Of these exactly one is chosen.
constexpr Command choices[][3] = {
    {Command::English, Command::Welsh, Command::Welsh},
    {Command::ThemeSystem, Command::ThemeLight, Command::ThemeDark},
    {Command::Comfortable, Command::Compact, Command::Compact},
};

} // namespace

Actions::Actions(const Language &language, QWidget *window) : QObject(window), m_language(language)
{
    for (const CommandText &text : allCommands()) {
        auto *action = new QAction(this);
        action->setShortcut(QKeySequence::fromString(QString::fromLatin1(text.key), QKeySequence::PortableText));
        action->setShortcutContext(Qt::WindowShortcut);
        action->setCheckable(text.isChoice);
        action->setMenuRole(text.command == Command::Quit ? QAction::QuitRole : QAction::NoRole);
        if (*text.icon)
            action->setIcon(icon(QString::fromLatin1(text.icon), Role::Secondary));
        window->addAction(action);
        m_actions.push_back(action);
    }
    // What people try from habit: the keypad's Enter, and + without Shift.
    (*this)[Command::Finish]->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)});
    (*this)[Command::TextLarger]->setShortcuts(
        {QKeySequence(Qt::CTRL | Qt::Key_Plus), QKeySequence(Qt::CTRL | Qt::Key_Equal)});
    (*this)[Command::Keys]->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_Slash), QKeySequence(Qt::Key_F1)});
    for (const auto &choice : choices) {
        auto *group = new QActionGroup(this);
        for (const Command command : choice)
            group->addAction((*this)[command]);
    }
    retranslate();
}

QAction *Actions::operator[](Command command) const
{
    return m_actions.at(static_cast<std::size_t>(command));
}

void Actions::fill(QMenuBar *bar)
{
    for (const auto group : {CommandGroup::Person, CommandGroup::Interaction, CommandGroup::Desk, CommandGroup::View,
                             CommandGroup::Help}) {
        QMenu *menu = bar->addMenu(nameOf(group));
        m_menus.push_back(menu->menuAction());
        for (const CommandText &text : allCommands()) {
            if (text.group != group)
                continue;
            if (text.startsSection)
                menu->addSeparator();
            menu->addAction((*this)[text.command]);
        }
    }
}

void Actions::setEnabled(bool isEnabled)
{
    for (QAction *action : m_actions)
        action->setEnabled(isEnabled);
    (*this)[Command::Quit]->setEnabled(true);
}

void Actions::retranslate()
{
    for (const CommandText &text : allCommands()) {
        QAction *action = (*this)[text.command];
        const QString name = nameOf(text.command);
        const QString key = keyWords(text.command);
        action->setText(name);
        action->setToolTip(key.isEmpty() ? name : tr("%1 (%2)").arg(name, key));
    }
    std::size_t index = 0;
    for (QAction *menu : m_menus)
        menu->setText(nameOf(static_cast<CommandGroup>(index++)));
}

} // namespace reeve::ui
