// SPDX-License-Identifier: MIT
#include "ui/shell/key_sheet.h"

#include "ui/shell/commands.h"
#include "ui/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
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
    auto *words = new QLabel(name);
    words->setWordWrap(true); // large text
    rows->addWidget(words, row, 0);
    rows->addWidget(label(key, u"key"_s), row, 1, Qt::AlignRight | Qt::AlignVCenter);
}

// As high as what is on it, where there is room.
class Sheet final : public QScrollArea
{
public:
    [[nodiscard]] QSize sizeHint() const override { return widget() ? widget()->sizeHint() : QScrollArea::sizeHint(); }
};

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
    auto *keys = new QWidget;
    keys->setProperty("role", u"clear"_s);
    auto *columns = new QHBoxLayout(keys);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(grid(5));
    columns->addWidget(column({CommandGroup::Interaction, CommandGroup::Help}), 1);
    columns->addWidget(column({CommandGroup::Person, CommandGroup::Desk, CommandGroup::View}), 1);
    m_scroll = new Sheet;
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the keys that scroll it are taken below
    m_scroll->setWidget(keys);
    layout->addWidget(m_scroll, 1);
    m_holder->layout()->addWidget(m_sheet);
    setAccessibleName(tr("All keys"));
}

QWidget *KeySheet::firstFocus()
{
    return m_close;
}

void KeySheet::keyPressEvent(QKeyEvent *event)
{
    QScrollBar *bar = m_scroll->verticalScrollBar();
    switch (event->key()) {
    case Qt::Key_Down:
        bar->triggerAction(QScrollBar::SliderSingleStepAdd);
        break;
    case Qt::Key_Up:
        bar->triggerAction(QScrollBar::SliderSingleStepSub);
        break;
    case Qt::Key_PageDown:
        bar->triggerAction(QScrollBar::SliderPageStepAdd);
        break;
    case Qt::Key_PageUp:
        bar->triggerAction(QScrollBar::SliderPageStepSub);
        break;
    default:
        Overlay::keyPressEvent(event);
    }
}

void KeySheet::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        fill();
        if (isOpen())
            m_close->setFocus(); // else nobody hears Esc
    }
    Overlay::changeEvent(event);
}

} // namespace reeve::ui
