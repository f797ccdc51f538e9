// SPDX-License-Identifier: MIT
#include "ui/duplicates/merge_panel.h"

#include "ui/duplicates/merge_words.h"
#include "ui/duplicates/pair_view.h"
#include "ui/parts/message_line.h"
#include "ui/person/find_box.h"
#include "ui/theme/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::PersonId;

MergePanel::MergePanel(services::PersonService &people, services::DuplicateService &duplicates,
                       const services::MergeService &merges, services::SyncService &sync, QWidget *over)
    : Overlay(Place::Right, 144, over),
      m_viewModel(new PairViewModel(duplicates, merges, sync, this)),
      m_title(new QLabel),
      m_close(new QPushButton),
      m_hint(new QLabel),
      m_find(new FindBox(people)),
      m_message(new MessageLine(u"attention"_s)),
      m_pair(new PairView(*m_viewModel)),
      m_merge(new QPushButton)
{
    m_title->setProperty("role", u"panelTitle"_s);
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_close->setProperty("role", u"quiet"_s);
    m_hint->setProperty("role", u"secondary"_s);
    m_hint->setWordWrap(true);
    m_merge->setProperty("role", u"primary"_s);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(grid(3), grid(2), grid(3), grid(2));
    column->setSpacing(grid(1.5));
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_close);
    auto *rule = new QFrame;
    rule->setProperty("role", u"hairline"_s);
    rule->setFixedHeight(1);
    column->addLayout(head);
    column->addWidget(m_hint);
    column->addWidget(m_find);
    column->addWidget(m_message);
    column->addWidget(m_pair, 1);
    column->addWidget(rule);
    column->addWidget(m_merge, 0, Qt::AlignLeft);
    setContent(content);

    connect(m_close, &QPushButton::clicked, this, &MergePanel::close);
    connect(m_merge, &QPushButton::clicked, m_viewModel, &PairViewModel::merge);
    connect(m_find, &FindBox::personChosen, this, &MergePanel::choose);
    connect(m_find, &FindBox::newPersonRequested, this,
            [this] { m_message->say(tr("Only somebody who is on record can be merged.")); });
    connect(m_viewModel, &PairViewModel::changed, this, &MergePanel::showState);
    connect(m_viewModel, &PairViewModel::failed, this,
            [this](ErrorCode code) { m_message->say(mergeFailureWords(code)); });
    connect(m_viewModel, &PairViewModel::merged, this,
            [this](const domain::MergeEventId &event, const PersonId &survivor) {
                close();
                emit merged(event, survivor);
            });
    connect(this, &Overlay::closed, this, [this] {
        m_find->clear();
        m_viewModel->clear();
    });
    retranslate();
}

void MergePanel::openFor(const PersonId &person, const QString &name)
{
    m_person = person;
    m_name = name;
    m_message->say({});
    m_viewModel->clear();
    m_find->clear();
    retranslate();
    open();
}

void MergePanel::choose(const PersonId &other)
{
    m_message->say({});
    if (other == m_person) {
        m_message->say(tr("That is the record that is open. Find the other one."));
        return;
    }
    m_viewModel->show(m_person, other);
    m_find->clear();
}

QWidget *MergePanel::firstFocus()
{
    return m_find;
}

void MergePanel::showState()
{
    const bool isShown = m_viewModel->state() == PairViewModel::State::Shown;
    if (isShown && !m_viewModel->isChoosing()) {
        m_viewModel->setChoosing(true);
        if (!m_pair->focusFirstChoice())
            m_merge->setFocus();
        return;
    }
    const bool hadFocus = m_merge->hasFocus();
    m_merge->setVisible(m_viewModel->isChoosing());
    m_merge->setEnabled(isShown);
    if (hadFocus && !isShown && isOpen())
        m_find->setFocus();
}

bool MergePanel::event(QEvent *event)
{
    // Ctrl+Enter and F2 mean what is shown here, whatever they mean in the window beneath.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if (press->key() == Qt::Key_F2 || (isEnter && press->modifiers().testFlag(Qt::ControlModifier)))
            event->accept();
    }
    return Overlay::event(event);
}

void MergePanel::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_F2)
        m_find->focusField();
    else if (isEnter && event->modifiers().testFlag(Qt::ControlModifier))
        m_viewModel->merge();
    else
        Overlay::keyPressEvent(event);
}

void MergePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
        m_pair->retranslate();
    }
    Overlay::changeEvent(event);
}

void MergePanel::retranslate()
{
    setAccessibleName(tr("Merge two records"));
    m_title->setText(tr("Merge %1 with…").arg(m_name));
    m_close->setText(tr("Close  Esc"));
    m_hint->setText(tr("Find the other record of the same person (F2). Nothing is merged before you have seen both."));
    m_merge->setText(tr("Merge  Ctrl+Enter"));
    m_merge->setAccessibleName(tr("Merge the two"));
    showState();
}

} // namespace reeve::ui
