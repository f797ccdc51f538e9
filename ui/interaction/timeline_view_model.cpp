// SPDX-License-Identifier: MIT
#include "ui/interaction/timeline_view_model.h"

#include "ui/async/deliver.h"

#include <algorithm>

namespace reeve::ui {

TimelineViewModel::TimelineViewModel(services::InteractionService &service, services::Desk &desk, QObject *parent)
    : QObject(parent),
      m_service(service),
      m_model(desk)
{}

void TimelineViewModel::show(const domain::PersonId &person)
{
    if (m_person == person) {
        refresh();
        return;
    }
    clear(); // nobody may see one person's past under another's name
    m_person = person;
    m_state = State::Loading;
    emit changed();
    load();
}

void TimelineViewModel::refresh()
{
    if (m_person)
        load();
}

void TimelineViewModel::clear()
{
    ++m_request;
    m_person.reset();
    m_rows.clear();
    m_state = State::NoPerson;
    applyFilter();
    emit changed();
}

void TimelineViewModel::load()
{
    const quint64 request = ++m_request;
    deliver(m_service.timeline(*m_person, limit), this,
            [this, request](const Result<std::vector<services::TimelineRow>> &rows) {
                if (request != m_request)
                    return;
                m_state = rows ? State::Shown : State::Failed;
                if (rows)
                    m_rows = *rows;
                applyFilter();
                emit changed();
                if (!rows)
                    emit failed(rows.error().code);
            });
}

void TimelineViewModel::setFilter(const std::optional<domain::Channel> &channel)
{
    if (channel == m_filter)
        return;
    m_filter = channel;
    applyFilter();
    emit changed();
}

void TimelineViewModel::applyFilter()
{
    std::vector<services::TimelineRow> shown;
    std::copy_if(m_rows.cbegin(), m_rows.cend(), std::back_inserter(shown),
                 [this](const services::TimelineRow &row) { return !m_filter || row.channel == *m_filter; });
    m_model.setRows(shown);
}

void TimelineViewModel::toggle(const domain::InteractionId &id)
{
    const TimelineLine *line = m_model.lineOf(id);
    if (!line)
        return;
    if (line->isExpanded)
        m_model.setExpanded(id, false, {});
    else
        expand(id);
    emit changed();
}

void TimelineViewModel::expand(const domain::InteractionId &id)
{
    const quint64 request = m_request;
    deliver(m_service.find(id), this, [this, id, request](const Result<domain::Interaction> &interaction) {
        if (request != m_request)
            return;
        // Not on this desk in full: what the timeline has of it is shown whole.
        m_model.setExpanded(id, true, interaction ? interaction->notes : std::vector<domain::Note>());
        emit changed();
        if (!interaction && interaction.error().code != ErrorCode::NotFound)
            emit failed(interaction.error().code);
    });
}

void TimelineViewModel::addNote(const domain::InteractionId &id, const QString &text)
{
    if (text.trimmed().isEmpty())
        return;
    deliver(m_service.addNote(id, text), this, [this, id](const Result<> &added) {
        if (!added) {
            emit noteFailed(added.error().code);
            return;
        }
        emit noteAdded();
        refresh();
        expand(id);
    });
}

} // namespace reeve::ui
