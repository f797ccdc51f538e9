// SPDX-License-Identifier: MIT
#include "ui/shell/key_sheet.h"

#include "ui/shell/commands.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QLabel *label(const QString &text, const QString &role)
{
    auto *made = new QLabel(text);
    made->setProperty("role", role);
    return made;
}

void addRow(QGridLayout *rows, const QString &name, const QString &key)
{
    const int row = rows->rowCount();
    rows->addWidget(new QLabel(name), row, 0);
    rows->addWidget(label(key, u"key"_s), row, 1, Qt::AlignRight | Qt::AlignVCenter);
}

QWidget *column(const std::vector<CommandGroup> &groups)
{
    auto *made = new QWidget;
    auto *layout = new QVBoxLayout(made);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid(1));
    for (const CommandGroup group : groups) {
        layout->addWidget(label(nameOf(group), u"strong"_s));
        auto *rows = new QGridLayout;
        rows->setVerticalSpacing(grid(0.75));
        rows->setHorizontalSpacing(grid(3));
        rows->setColumnStretch(0, 1);
        for (const CommandText &text : allCommands()) {
            if (text.group == group && *text.key)
                addRow(rows, nameOf(text.command), keyWords(text.command));
        }
        if (group == CommandGroup::Interaction)
            addRow(rows, KeySheet::tr("Switch between open interactions"), KeySheet::tr("Ctrl+1 … Ctrl+9"));
        if (group == CommandGroup::Help)
            addRow(rows, KeySheet::tr("Back, without losing a word"), KeySheet::tr("Esc"));
        layout->addLayout(rows);
        layout->addSpacing(grid(1));
    }
    layout->addStretch();
    return made;
}

} // namespace

KeySheet::KeySheet(QWidget *over) : Overlay(Place::Centre, 112, over), m_holder(new QWidget)
{
    auto *layout = new QVBoxLayout(m_holder);
    layout->setContentsMargins(grid(3), grid(2), grid(3), grid(2));
    setContent(m_holder);
    fill();
}

void KeySheet::fill()
{
    delete m_sheet;
    m_sheet = new QWidget;
    auto *layout = new QVBoxLayout(m_sheet);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(grid(2));
    auto *head = new QHBoxLayout;
    head->addWidget(label(tr("All keys"), u"panelTitle"_s), 1);
    m_close = new QPushButton(tr("Close  Esc"));
    m_close->setProperty("role", u"quiet"_s);
    connect(m_close, &QPushButton::clicked, this, &KeySheet::close);
    head->addWidget(m_close);
    layout->addLayout(head);
    auto *columns = new QHBoxLayout;
    columns->setSpacing(grid(5));
    columns->addWidget(column({CommandGroup::Interaction}), 1);
    columns->addWidget(column({CommandGroup::Person, CommandGroup::Desk, CommandGroup::View, CommandGroup::Help}), 1);
    layout->addLayout(columns);
    m_holder->layout()->addWidget(m_sheet);
    setAccessibleName(tr("All keys"));
}

QWidget *KeySheet::firstFocus()
{
    return m_close;
}

void KeySheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        fill();
    Overlay::changeEvent(event);
}

} // namespace reeve::ui
