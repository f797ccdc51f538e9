// SPDX-License-Identifier: MIT
#include "ui/person/find_view_model.h"

#include "ui/async/deliver.h"

#include <QTimer>

namespace reeve::ui {

namespace {

constexpr std::chrono::seconds askAgainAfter{1};

} // namespace

FindViewModel::FindViewModel(services::PersonService &service, QObject *parent, PersonHitModel::Offer offer)
    : QObject(parent),
      m_service(service),
      m_offer(offer)
{}

void FindViewModel::setQuery(const QString &query)
{
    const QString typed = query.simplified();
    if (typed == m_query)
        return;
    m_query = typed;
    refresh();
}

void FindViewModel::refresh()
{
    ++m_request;
    if (!m_isSearching)
        search();
}

void FindViewModel::search()
{
    if (m_query.isEmpty()) {
        m_answered = m_request;
        m_model.setHits({}, {}, PersonHitModel::Offer::None);
        emit answered();
        return;
    }
    m_isSearching = true;
    const quint64 request = m_request;
    deliver(m_service.search(m_query, limit, m_beside), this,
            [this, request](const Result<std::vector<services::PersonHit>> &hits) {
                m_isSearching = false;
                if (request != m_request) {
                    search();
                    return;
                }
                m_answered = request;
                std::vector<services::PersonHit> shown = hits.value_or(std::vector<services::PersonHit>());
                std::erase_if(shown, [this](const services::PersonHit &hit) { return hit.id == m_except; });
                m_model.setHits(shown, m_query, m_offer);
                m_notFoundYet = m_service.peopleNotFoundYet();
                if (m_notFoundYet > 0)
                    QTimer::singleShot(askAgainAfter, this, [this, request] {
                        if (request == m_request)
                            refresh();
                    });
                emit answered();
                if (!hits)
                    emit failed(hits.error().code);
            });
}

} // namespace reeve::ui
