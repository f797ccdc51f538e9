// SPDX-License-Identifier: MIT
// What can be done about a line of the timeline: a note is added, something is flagged, it is given to a person.
#include "ui/interaction/added_note.h"
#include "ui/interaction/timeline_actions.h"
#include "ui/interaction/timeline_parts.h"
#include "ui/interaction/timeline_view_model.h"
#include "ui/interaction/whose_row.h"
#include "ui/privacy/late_flag.h"
#include "ui/words/dates.h"

#include <QApplication>
#include <QLabel>
#include <QVBoxLayout>

namespace reeve::ui {

void TimelinePanel::letGive(services::PersonService &people)
{
    auto *whose = m_parts->whose = new WhoseRow(people, this);
    m_parts->body->insertWidget(0, whose); // above: there is room for the list that drops under it
    m_parts->actions->setMayGive(true);
    connect(whose, &WhoseRow::chosen, this,
            [this](const domain::PersonId &person) { m_viewModel->give(m_parts->giving, person); });
    connect(whose, &WhoseRow::cancelled, this, [this] {
        m_parts->whose->hide();
        m_parts->list->setFocus();
        render();
    });
}

void TimelinePanel::letFlag(services::PrivacyService &privacy)
{
    auto *flag = m_parts->flag = new LateFlag(privacy, m_desk, this);
    m_parts->body->addWidget(flag);
    m_parts->actions->setMayFlag(true);
    connect(m_parts->actions, &TimelineActions::flagRequested, this, [this] { flagCurrent(); });
    const auto fold = [this] {
        m_parts->list->setFocus(); // before what has the focus goes
        m_parts->flag->hide();
        render();
    };
    connect(flag, &LateFlag::folded, this, fold);
    connect(flag, &LateFlag::saved, this, [this, fold] {
        fold();
        refresh();
        emit localChange();
        emit flagged();
        emit said(tr("The flag was saved."));
    });
}

bool TimelinePanel::flagCurrent()
{
    const TimelineLine *line = m_parts->flag ? currentLine() : nullptr;
    if (!line)
        return false;
    m_parts->flag->open(line->row.id, momentWords(line->row.startedAt, m_desk.clock().now()));
    render();
    return true;
}

bool TimelinePanel::startFlag()
{
    return isAncestorOf(QApplication::focusWidget()) && flagCurrent();
}

bool TimelinePanel::saveFlag()
{
    if (!m_parts->flag || !m_parts->flag->isAncestorOf(QApplication::focusWidget()))
        return false;
    m_parts->flag->save();
    return true;
}

const TimelineLine *TimelinePanel::currentLine() const
{
    const auto current = m_parts->current(m_viewModel->model());
    return current.isNull() ? nullptr : m_viewModel->model().lineOf(current);
}

void TimelinePanel::startNote()
{
    m_parts->noteFor = m_parts->current(m_viewModel->model());
    m_parts->note->open();
    render();
}

void TimelinePanel::startGiving()
{
    m_parts->giving = m_parts->current(m_viewModel->model());
    m_parts->whose->open();
    render();
}

void TimelinePanel::openPerson()
{
    if (const TimelineLine *line = currentLine(); line && line->whose && line->whose->person)
        emit personRequested(line->row.id, *line->whose->person);
}

// What is asked about one person's past is not asked beside another's.
void TimelinePanel::foldQuestions()
{
    if (m_parts->whose)
        m_parts->whose->hide();
    if (m_parts->flag)
        m_parts->flag->hide();
}

} // namespace reeve::ui
