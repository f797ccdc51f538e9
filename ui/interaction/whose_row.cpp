// SPDX-License-Identifier: MIT
#include "ui/interaction/whose_row.h"

#include "ui/parts/message_line.h"
#include "ui/person/find_box.h"
#include "ui/shell/commands.h"

#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

WhoseRow::WhoseRow(services::PersonService &people, QWidget *parent)
    : QFrame(parent),
      m_label(new QLabel(this)),
      m_find(new FindBox(people, this)),
      m_message(new MessageLine(u"attention"_s, this)),
      m_cancel(new QPushButton(this))
{
    setObjectName(u"whoseRow"_s);
    setProperty("role", u"banner"_s);
    m_label->setWordWrap(true);
    m_label->setBuddy(m_find);
    m_cancel->setProperty("role", u"quiet"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 8, 12, 8);
    column->addWidget(m_label);
    column->addWidget(m_find);
    column->addWidget(m_message);
    column->addWidget(m_cancel, 0, Qt::AlignRight);
    hide();

    connect(m_find, &FindBox::personChosen, this, &WhoseRow::chosen);
    connect(m_find, &FindBox::newPersonRequested, this, [this] {
        m_message->say(tr("Take the person down first (%1), then find them here.").arg(keyWords(Command::NewPerson)));
    });
    connect(m_cancel, &QPushButton::clicked, this, &WhoseRow::cancelled);
    retranslate();
}

void WhoseRow::retranslate()
{
    m_label->setText(tr("Who was it? It goes to their timeline, with its notes and flags."));
    m_cancel->setText(tr("Cancel"));
}

void WhoseRow::open()
{
    m_find->clear();
    m_message->say({});
    show();
    m_find->focusField();
}

void WhoseRow::say(const QString &words)
{
    m_message->say(words);
}

void WhoseRow::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QFrame::keyPressEvent(event);
}

bool WhoseRow::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept(); // Esc folds this first
    return QFrame::event(event);
}

} // namespace reeve::ui
