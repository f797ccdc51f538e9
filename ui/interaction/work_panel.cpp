// SPDX-License-Identifier: MIT
#include "ui/interaction/work_panel.h"

#include "ui/interaction/contact_notice.h"
#include "ui/interaction/interaction_words.h"
#include "ui/interaction/outgoing_check.h"
#include "ui/interaction/work_empty_page.h"
#include "ui/interaction/work_notices.h"
#include "ui/interaction/work_sheet.h"
#include "ui/interaction/work_tabs.h"
#include "ui/interaction/work_view_model.h"

#include <QApplication>
#include <QEvent>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

struct WorkPanel::Parts
{
    WorkTabs *tabs;
    WorkNotices *notices;
    WorkSheet *sheet;
    WorkEmptyPage *empty;
    QString callWords;
    std::optional<Instant> callSince;
    bool isStarting = false; // the caret follows what is started here, not what is restored
};

WorkPanel::WorkPanel(services::InteractionService &interactions, services::Desk &desk, QWidget *parent)
    : QFrame(parent),
      m_viewModel(new WorkViewModel(interactions, desk, this)),
      m_parts(new Parts{new WorkTabs(this),
                        new WorkNotices(*m_viewModel, this),
                        new WorkSheet(desk.policy(), this),
                        new WorkEmptyPage(this),
                        {},
                        {}})
{
    setObjectName(u"workPanel"_s);
    setProperty("role", u"surface"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_parts->tabs);
    column->addWidget(m_parts->notices);
    column->addWidget(m_parts->sheet, 1);
    column->addWidget(m_parts->empty, 1);

    connect(m_parts->tabs, &WorkTabs::chosen, this, &WorkPanel::switchTo);
    connect(m_parts->empty, &WorkEmptyPage::startRequested, this, &WorkPanel::start);
    connect(m_parts->sheet, &WorkSheet::setAsideRequested, this, &WorkPanel::discardCurrent);
    connect(m_viewModel, &WorkViewModel::draftsChanged, this, &WorkPanel::render);
    connect(m_viewModel, &WorkViewModel::currentChanged, this, &WorkPanel::render);
    connect(m_viewModel, &WorkViewModel::personRequested, this, &WorkPanel::personRequested);
    connect(&m_viewModel->outgoing(), &OutgoingCheck::changed, this, [this] {
        // Whoever writes in the sheet is not taken away from it.
        if (m_viewModel->outgoing().barred() && !m_parts->sheet->isAncestorOf(QApplication::focusWidget()))
            m_parts->notices->contact().focusFirst();
    });
    connect(&m_parts->notices->contact(), &ContactNotice::folded, this, &WorkPanel::focusNote);
    connect(m_viewModel, &WorkViewModel::finished, this,
            [this](const domain::InteractionId &id, const std::optional<domain::PersonId> &person) {
                emit localChange();
                emit finished(id, person);
            });
    retranslate();
    m_viewModel->load();
}

WorkPanel::~WorkPanel() = default;

void WorkPanel::render()
{
    DraftViewModel *draft = m_viewModel->current();
    m_parts->tabs->show(*m_viewModel);
    m_parts->sheet->show(draft);
    m_parts->sheet->setVisible(draft != nullptr);
    m_parts->empty->setVisible(draft == nullptr);
    if (draft && m_parts->isStarting && draft == m_viewModel->drafts().back()) {
        m_parts->isStarting = false;
        m_parts->sheet->startReasons();
    }

    const QString words = draft ? atWorkWords(draft->interaction().channel) : QString();
    const auto since = draft ? std::optional(draft->interaction().startedAt) : std::nullopt;
    if (words == m_parts->callWords && since == m_parts->callSince)
        return;
    m_parts->callWords = words;
    m_parts->callSince = since;
    emit callStateChanged(words, since);
}

void WorkPanel::retranslate()
{
    setAccessibleName(tr("Interaction in work"));
    m_parts->sheet->retranslate();
    m_parts->empty->retranslate();
    m_parts->notices->retranslate();
    render();
}

void WorkPanel::start(domain::Channel channel, domain::Direction direction)
{
    m_parts->isStarting = true;
    m_viewModel->start(channel, direction);
}

void WorkPanel::setPerson(const std::optional<domain::PersonId> &person, const QString &displayName, bool hasDied)
{
    m_viewModel->setPerson(person, displayName, hasDied);
}

void WorkPanel::adoptOther()
{
    m_viewModel->adoptOther();
}

void WorkPanel::finishCurrent()
{
    m_parts->sheet->finish();
}

void WorkPanel::discardCurrent()
{
    m_viewModel->discard();
}

void WorkPanel::undoDiscard()
{
    m_viewModel->undoDiscard();
}

// With nothing in work the sheet is hidden, and so would the keyboard be.
void WorkPanel::focusSheet(void (WorkSheet::*part)())
{
    if (m_viewModel->current())
        (m_parts->sheet->*part)();
    else if (m_viewModel->outgoing().barred())
        m_parts->notices->contact().focusFirst();
    else
        m_parts->empty->focusFirst();
}

void WorkPanel::focusNote()
{
    focusSheet(&WorkSheet::focusNote);
}

void WorkPanel::focusCaller()
{
    focusSheet(&WorkSheet::focusCaller);
}

void WorkPanel::focusReasons()
{
    focusSheet(&WorkSheet::focusReasons);
}

void WorkPanel::flagSensitive()
{
    m_parts->sheet->flagSensitive();
}

void WorkPanel::wrapUp()
{
    focusSheet(&WorkSheet::focusWrapUp);
}

void WorkPanel::goOnWith(int index)
{
    if (index >= static_cast<int>(m_viewModel->drafts().size()))
        return;
    switchTo(index);
    focusNote();
}

void WorkPanel::switchTo(int index)
{
    m_viewModel->switchTo(index);
    m_parts->tabs->show(*m_viewModel); // a click on the tab that is on already must not take its mark away
}

void WorkPanel::flush()
{
    m_viewModel->saveAll();
}

void WorkPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate(); // pictures in labels are drawn anew, too
    QFrame::changeEvent(event);
}

} // namespace reeve::ui
