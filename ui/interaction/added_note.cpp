// SPDX-License-Identifier: MIT
#include "ui/interaction/added_note.h"

#include "ui/parts/flow_layout.h"
#include "ui/parts/message_line.h"
#include "ui/parts/note_editor.h"
#include "ui/shell/commands.h"

#include <QApplication>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

AddedNote::AddedNote(QWidget *parent)
    : QFrame(parent),
      m_heading(new QLabel(this)),
      m_note(new NoteEditor(this)),
      m_failure(new MessageLine(u"danger"_s, this)),
      m_save(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    setProperty("role", u"banner"_s);
    m_heading->setWordWrap(true);
    m_heading->setBuddy(m_note);
    m_note->setLines(3);
    m_note->setMaximumHeight(6 * m_note->fontMetrics().lineSpacing() + 24);
    m_cancel->setProperty("role", u"quiet"_s);
    auto *buttons = new FlowLayout(8);
    buttons->addWidget(m_save);
    buttons->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_heading);
    column->addWidget(m_note);
    column->addWidget(m_failure);
    column->addLayout(buttons);
    connect(m_note, &NoteEditor::textChanged, this, &AddedNote::edited);
    connect(m_save, &QPushButton::clicked, this, &AddedNote::save);
    connect(m_cancel, &QPushButton::clicked, this, &AddedNote::fold);
    hide();
    retranslate();
}

void AddedNote::open()
{
    show();
    m_note->setFocus();
}

void AddedNote::clear()
{
    m_note->clear();
    m_failure->say({});
    hide();
}

void AddedNote::save()
{
    emit saveRequested(text());
}

QString AddedNote::text() const
{
    return m_note->toPlainText();
}

void AddedNote::restore(const QString &text)
{
    m_note->setPlainText(text);
    show();
}

void AddedNote::fold()
{
    hide();
    emit folded();
}

bool AddedNote::hasHand() const
{
    return isAncestorOf(QApplication::focusWidget());
}

void AddedNote::setHeading(const QString &words)
{
    m_heading->setText(words);
}

void AddedNote::say(const QString &words)
{
    m_failure->say(words);
}

void AddedNote::retranslate()
{
    m_note->setAccessibleName(tr("Note to add"));
    m_save->setText(tr("Save note   %1").arg(keyWords(Command::Finish)));
    m_save->setAccessibleName(tr("Save note"));
    m_cancel->setText(tr("Cancel   Esc"));
    m_cancel->setAccessibleName(tr("Cancel"));
}

void AddedNote::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        fold();
    else
        QFrame::keyPressEvent(event);
}

} // namespace reeve::ui
