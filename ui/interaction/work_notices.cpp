// SPDX-License-Identifier: MIT
#include "ui/interaction/work_notices.h"

#include "ui/interaction/contact_notice.h"
#include "ui/interaction/work_view_model.h"
#include "ui/parts/message_line.h"
#include "ui/shell/commands.h"
#include "ui/words/announce.h"
#include "ui/words/error_words.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// A banner with words and the buttons that answer them.
QFrame *banner(const QString &role, QLabel *words, std::initializer_list<QPushButton *> buttons, QWidget *parent)
{
    auto *frame = new QFrame(parent);
    frame->setProperty("role", role);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(12, 4, 8, 4);
    row->setSpacing(8);
    words->setWordWrap(true);
    row->addWidget(words, 1);
    for (QPushButton *button : buttons)
        row->addWidget(button);
    frame->hide();
    return frame;
}

} // namespace

WorkNotices::WorkNotices(WorkViewModel &work, QWidget *parent)
    : QWidget(parent),
      m_work(work),
      m_contact(new ContactNotice(work.outgoing(), this)),
      m_otherWords(new QLabel),
      m_adopt(new QPushButton),
      m_keep(new QPushButton),
      m_setAsideWords(new QLabel),
      m_takeBack(new QPushButton),
      m_failure(new MessageLine(u"danger"_s, this))
{
    m_keep->setProperty("role", u"quiet"_s);
    m_takeBack->setProperty("role", u"quiet"_s);
    m_other = banner(u"bannerAttention"_s, m_otherWords, {m_adopt, m_keep}, this);
    m_setAside = banner(u"banner"_s, m_setAsideWords, {m_takeBack}, this);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 0, 16, 0);
    column->setSpacing(4);
    column->addWidget(m_contact);
    column->addWidget(m_other);
    column->addWidget(m_setAside);
    column->addWidget(m_failure);

    connect(m_adopt, &QPushButton::clicked, &work, &WorkViewModel::adoptOther);
    connect(m_keep, &QPushButton::clicked, &work, &WorkViewModel::forgetOther);
    connect(m_takeBack, &QPushButton::clicked, &work, &WorkViewModel::undoDiscard);
    connect(&work, &WorkViewModel::otherPersonChanged, this, &WorkNotices::render);
    connect(&work, &WorkViewModel::setAsideChanged, this, [this] {
        announceState(m_setAsideWords, {}); // one more is news
        render();
    });
    connect(&work, &WorkViewModel::failed, this, [this](ErrorCode code) {
        if (!m_work.current()) // the sheet says it where the hand is
            m_failure->say(words(code));
    });
    connect(&work, &WorkViewModel::currentChanged, this, [this] { m_failure->say({}); });
}

void WorkNotices::retranslate()
{
    m_contact->retranslate();
    m_adopt->setText(tr("Make it about this person   %1").arg(keyWords(Command::AboutThisPerson)));
    m_adopt->setAccessibleName(tr("Make it about this person"));
    m_keep->setText(tr("Leave it"));
    m_takeBack->setText(tr("Undo   %1").arg(keyWords(Command::TakeBack)));
    m_takeBack->setAccessibleName(tr("Undo: take the interaction back"));
    m_setAsideWords->setText(tr("The interaction was set aside and not logged."));
    render();
}

void WorkNotices::render()
{
    const bool isOther = m_work.otherPerson().has_value() && m_work.current();
    QString other;
    if (isOther) {
        const QString about = m_work.current()->personName();
        other = about.isEmpty()
                    ? tr("On screen is %1; this interaction is about somebody else.").arg(m_work.otherPersonName())
                    : tr("On screen is %1; this interaction is about %2.").arg(m_work.otherPersonName(), about);
    }
    announceState(m_otherWords, other);
    m_otherWords->setText(other);
    m_other->setVisible(isOther);
    m_setAside->setVisible(m_work.setAside() != nullptr);
    announceState(m_setAsideWords, m_work.setAside() ? m_setAsideWords->text() : QString());
}

} // namespace reeve::ui
