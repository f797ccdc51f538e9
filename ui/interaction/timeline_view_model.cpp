// SPDX-License-Identifier: MIT
#include "ui/interaction/timeline_view_model.h"

#include "ui/async/deliver.h"

#include <algorithm>

namespace reeve::ui {

namespace {

TimelineLine lineOf(const services::NotedInteraction &one)
{
    return {{}, one.row, false, {}, TimelineLine::Whose{one.person, one.name, one.mayBeGiven}};
}

} // namespace

TimelineViewModel::TimelineViewModel(services::InteractionService &service, services::Desk &desk, QObject *parent)
    : QObject(parent),
      m_service(service),
      m_model(desk)
{}

void TimelineViewModel::turnTo(State state)
{
    ++m_request;
    m_person.reset();
    m_alone = {};
    m_lines.clear();
    m_state = state;
    applyFilter();
}

void TimelineViewModel::show(const domain::PersonId &person)
{
    if (m_person == person) {
        refresh();
        return;
    }
    turnTo(State::Loading); // nobody may see one person's past under another's name
    m_person = person;
    emit changed();
    load();
}

void TimelineViewModel::showAlone(const domain::InteractionId &interaction)
{
    if (m_alone == interaction) {
        refresh();
        return;
    }
    turnTo(State::Loading);
    m_alone = interaction;
    emit changed();
    loadAlone();
}

void TimelineViewModel::refresh()
{
    if (m_person)
        load();
    else if (isAlone())
        loadAlone();
    else
        loadOwn();
}

void TimelineViewModel::clear()
{
    if (m_person || isAlone() || m_state != State::NoPerson) {
        turnTo(State::NoPerson);
        emit changed();
    } // else one's own are shown already: the line the hand is on stays
    loadOwn();
}

void TimelineViewModel::take(const Result<std::vector<TimelineLine>> &lines)
{
    m_state = lines ? State::Shown : State::Failed;
    if (lines)
        m_lines = *lines;
    applyFilter();
    emit changed();
    if (!lines)
        emit failed(lines.error().code);
}

void TimelineViewModel::load()
{
    const quint64 request = ++m_request;
    deliver(m_service.timeline(*m_person, limit), this,
            [this, request](const Result<std::vector<services::TimelineRow>> &rows) {
                if (request != m_request)
                    return;
                if (!rows) {
                    take(fail(rows));
                    return;
                }
                std::vector<TimelineLine> lines;
                for (const services::TimelineRow &row : *rows)
                    lines.push_back({{}, row, false, {}});
                take(std::move(lines));
            });
}

void TimelineViewModel::loadAlone()
{
    const quint64 request = ++m_request;
    deliver(m_service.noted(m_alone), this, [this, request](const Result<services::NotedInteraction> &one) {
        if (request != m_request)
            return;
        if (one)
            take(std::vector{lineOf(*one)});
        else
            take(fail(one));
    });
}

void TimelineViewModel::loadOwn()
{
    const quint64 request = ++m_request;
    deliver(m_service.ownLast(ownLimit), this,
            [this, request](const Result<std::vector<services::NotedInteraction>> &all) {
                if (request != m_request || !all) // nobody asked for it: nobody is told why it is not there
                    return;
                m_lines.clear();
                for (const services::NotedInteraction &one : *all)
                    m_lines.push_back(lineOf(one));
                std::stable_sort(m_lines.begin(), m_lines.end(), [](const TimelineLine &a, const TimelineLine &b) {
                    return a.row.startedAt > b.row.startedAt;
                });
                applyFilter();
                emit changed();
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
    std::vector<TimelineLine> shown;
    std::copy_if(m_lines.cbegin(), m_lines.cend(), std::back_inserter(shown),
                 [this](const TimelineLine &line) { return !m_filter || line.row.channel == *m_filter; });
    m_model.setLines(std::move(shown));
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

void TimelineViewModel::give(const domain::InteractionId &id, const domain::PersonId &person)
{
    deliver(m_service.give(id, person), this, [this, id, person](const Result<std::optional<domain::PersonId>> &was) {
        if (was)
            emit given(id, person, *was);
        else
            emit giveFailed(was.error().code);
    });
}

} // namespace reeve::ui
