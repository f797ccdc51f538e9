// SPDX-License-Identifier: MIT
#include "ui/shell/command_palette.h"

#include "ui/parts/row_choice.h"
#include "ui/shell/actions.h"
#include "ui/shell/command_row.h"
#include "ui/shell/language.h"
#include "ui/theme/theme.h"
#include "ui/words/announce.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Lower case, without marks: "tô" is found by "to".
QString folded(const QString &text)
{
    QString plain;
    for (const QChar c : text.normalized(QString::NormalizationForm_D)) {
        if (!c.isMark())
            plain += c.toLower();
    }
    return plain;
}

// 0 best; -1 for no match.
int rank(const QString &name, const QString &typed)
{
    if (name.startsWith(typed))
        return 0;
    const auto words = typed.split(u' ', Qt::SkipEmptyParts);
    const bool holdsAll = std::all_of(words.cbegin(), words.cend(), [&](const QString &w) { return name.contains(w); });
    if (!holdsAll)
        return -1;
    return name.contains(u' ' + typed) ? 1 : 2;
}

} // namespace

CommandPalette::CommandPalette(const Actions &actions, QWidget *over)
    : Overlay(Place::Top, 72, over),
      m_actions(actions),
      m_label(new QLabel),
      m_field(new QLineEdit),
      m_list(new QListWidget)
{
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(grid(2), grid(2), grid(2), grid(1));
    layout->setSpacing(grid(1));
    m_label->setProperty("role", u"secondary"_s);
    m_label->setBuddy(m_field);
    m_list->setItemDelegate(new CommandRow(m_list));
    m_list->setFocusPolicy(Qt::NoFocus); // the field keeps the focus and moves the selection
    m_list->setUniformItemSizes(true);
    m_list->setMinimumHeight(grid(46));
    layout->addWidget(m_label);
    layout->addWidget(m_field);
    layout->addWidget(m_list);
    setContent(content);

    m_field->installEventFilter(this);
    connect(m_field, &QLineEdit::textChanged, this, &CommandPalette::refresh);
    connect(m_field, &QLineEdit::returnPressed, this, &CommandPalette::run);
    connect(m_list, &QListWidget::itemClicked, this, &CommandPalette::run);
    connect(RowChoice::of(m_list), &RowChoice::chosen, this, &CommandPalette::run);
    connect(m_list, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem *item) {
        if (item)
            announce(m_list, item->data(Qt::AccessibleTextRole).toString());
    });
    retranslate();
}

std::vector<int> CommandPalette::matches(const QString &typed) const
{
    const QString wanted = folded(typed.simplified());
    std::vector<std::pair<int, int>> found;
    const auto &commands = allCommands();
    for (std::size_t i = 0; i < commands.size(); ++i) {
        const CommandText &text = commands[i];
        if (text.command == Command::Palette)
            continue;
        int best = -1;
        for (const QString &name :
             {QString::fromLatin1(text.name), m_actions.language().inWelsh("Commands", text.name)}) {
            const int r = rank(folded(name), wanted);
            if (r >= 0 && (best < 0 || r < best))
                best = r;
        }
        if (best >= 0)
            found.emplace_back(best, static_cast<int>(i));
    }
    std::stable_sort(found.begin(), found.end(), [](const auto &a, const auto &b) { return a.first < b.first; });
    std::vector<int> rows;
    for (const auto &[rankOf, row] : found)
        rows.push_back(row);
    return rows;
}

QWidget *CommandPalette::firstFocus()
{
    m_field->clear();
    refresh();
    return m_field;
}

void CommandPalette::refresh()
{
    const bool isWelsh = m_actions.language().tongue() == Tongue::Welsh;
    m_list->clear(); // forty rows of our own: no selection of anybody's is lost
    for (const int row : matches(m_field->text())) {
        const CommandText &text = allCommands().at(static_cast<std::size_t>(row));
        const QAction *action = m_actions[text.command];
        const QString other =
            isWelsh ? QString::fromLatin1(text.name) : m_actions.language().inWelsh("Commands", text.name);
        const QString key = keyWords(text.command);
        auto *item = new QListWidgetItem(action->icon(), nameOf(text.command), m_list);
        item->setData(CommandRow::CommandIndex, row);
        item->setData(CommandRow::OtherName, other);
        item->setData(CommandRow::Key, key);
        item->setData(Qt::AccessibleTextRole, tr("%1, %2").arg(nameOf(text.command), key));
        if (!action->isEnabled())
            item->setFlags(Qt::NoItemFlags);
    }
    m_list->setCurrentRow(0);
}

void CommandPalette::run()
{
    const QListWidgetItem *item = m_list->currentItem();
    if (!item)
        return;
    const auto index = static_cast<std::size_t>(item->data(CommandRow::CommandIndex).toInt());
    close(); // first, so that the focus is where the command expects it
    m_actions[allCommands().at(index).command]->trigger();
}

bool CommandPalette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const int step = key == Qt::Key_Down ? 1 : key == Qt::Key_Up ? -1 : 0;
        if (step != 0 && m_list->count() > 0) {
            m_list->setCurrentRow((m_list->currentRow() + step + m_list->count()) % m_list->count());
            return true;
        }
    }
    return Overlay::eventFilter(watched, event);
}

void CommandPalette::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    Overlay::changeEvent(event);
}

void CommandPalette::retranslate()
{
    m_label->setText(tr("What would you like to do? In English or Welsh; Enter does it, Esc goes back."));
    m_field->setPlaceholderText(tr("Type part of a command"));
    m_field->setAccessibleName(tr("Command"));
    m_list->setAccessibleName(tr("Commands found"));
    setAccessibleName(tr("All commands"));
}

} // namespace reeve::ui
