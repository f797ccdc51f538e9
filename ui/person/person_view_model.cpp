// SPDX-License-Identifier: MIT
#include "ui/person/person_view_model.h"

#include "ui/async/deliver.h"

#include <algorithm>
#include <utility>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

PersonViewModel::PersonViewModel(services::PersonService &people, const services::SyncService &sync, QObject *parent)
    : QObject(parent),
      m_people(people)
{
    connect(&sync, &services::SyncService::refreshed, this, [this](const domain::PersonId &id) {
        if (m_id == id)
            load();
    });
    connect(&sync, &services::SyncService::peopleChanged, this, [this] {
        if (m_id)
            load();
    });
}

void PersonViewModel::open(const domain::PersonId &id)
{
    if (m_id != id) {
        m_id = id;
        m_state = State::Loading;
        m_household.clear();
        m_names.clear();
        emit changed();
    }
    m_isAsked = true;
    load();
}

void PersonViewModel::clear()
{
    if (!m_id)
        return;
    ++m_request;
    m_isAsked = false;
    m_id.reset();
    m_view = {};
    m_household.clear();
    m_names.clear();
    m_state = State::Empty;
    emit changed();
}

void PersonViewModel::load()
{
    const quint64 request = ++m_request;
    deliver(m_people.open(*m_id), this, [this, request](const Result<services::PersonView> &view) {
        if (request != m_request)
            return;
        if (!view) {
            m_state = State::Failed;
            emit changed();
            emit failed(view.error().code);
            return;
        }
        m_view = *view;
        m_state = State::Shown;
        emit changed();
        if (std::exchange(m_isAsked, false))
            emit opened(m_view.person.id, m_view.person.displayName());
        loadAround();
    });
}

void PersonViewModel::loadAround()
{
    const quint64 request = m_request;
    const domain::Address *home = m_view.person.homeAddress();
    if (home && home->uprn) {
        constexpr int limit = 12;
        deliver(m_people.search(QString::number(*home->uprn), limit), this,
                [this, request](const Result<std::vector<services::PersonHit>> &hits) {
                    if (request != m_request || !hits)
                        return;
                    m_household.clear();
                    std::copy_if(hits->cbegin(), hits->cend(), std::back_inserter(m_household),
                                 [this](const services::PersonHit &hit) {
                                     return hit.id != m_view.person.id && hit.why.contains("uprn"_L1);
                                 });
                    emit changed();
                });
    }
    for (const domain::Relationship &relationship : m_view.person.relationships) {
        if (!relationship.other || m_names.contains(*relationship.other))
            continue;
        deliver(m_people.open(*relationship.other), this,
                [this, request, other = *relationship.other](const Result<services::PersonView> &view) {
                    if (request != m_request || !view)
                        return;
                    m_names.insert(other, view->person.displayName());
                    emit changed();
                });
    }
}

} // namespace reeve::ui
