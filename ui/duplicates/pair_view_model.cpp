// SPDX-License-Identifier: MIT
#include "ui/duplicates/pair_view_model.h"

#include "ui/async/deliver.h"

#include <algorithm>

namespace reeve::ui {

using domain::PersonId;

PairViewModel::PairViewModel(services::DuplicateService &duplicates, const services::MergeService &merges,
                             services::SyncService &sync, QObject *parent)
    : QObject(parent),
      m_duplicates(duplicates),
      m_merges(merges),
      m_sync(sync)
{
    const auto reload = [this] {
        if (m_state == State::Shown)
            load();
    };
    connect(&sync, &services::SyncService::peopleChanged, this, reload);
    connect(&sync, &services::SyncService::refreshed, this, [this, reload](const PersonId &id) {
        if (id == m_left || id == m_right)
            reload();
    });
}

bool PairViewModel::isContradiction() const
{
    return m_review.preview.verdict == domain::PairVerdict::NotSame;
}

void PairViewModel::show(const PersonId &a, const PersonId &b)
{
    const auto [older, newer] = std::minmax(a, b, domain::ByBytes());
    m_left = older;
    m_right = newer;
    m_chosen.clear();
    m_isChoosing = false;
    m_state = State::Loading;
    emit changed();
    load();
    // What the centre knows of their timelines: how often each was in touch.
    m_sync.openPerson(m_left);
    m_sync.openPerson(m_right);
}

void PairViewModel::clear()
{
    ++m_request;
    m_review = {};
    m_chosen.clear();
    m_isChoosing = false;
    m_state = State::Empty;
    emit changed();
}

void PairViewModel::setChoosing(bool isChoosing)
{
    if (m_state != State::Shown || m_isChoosing == isChoosing)
        return;
    m_isChoosing = isChoosing;
    emit changed();
}

void PairViewModel::choose(const QString &field, domain::MergeSide side)
{
    if (m_state != State::Shown)
        return;
    m_chosen.insert_or_assign(field, side);
    emit changed();
    load();
}

void PairViewModel::merge()
{
    if (m_state != State::Shown)
        return;
    ++m_request; // no preview that is still on its way is shown over it
    services::MergeRequest request;
    request.survivor = m_review.preview.survivor;
    request.absorbed = m_review.preview.absorbed;
    request.sides = m_chosen;
    request.probability = m_review.match.probability;
    request.why = m_review.why;
    request.model = m_review.model;
    request.despiteNotSame = isContradiction(); // it is said on screen
    m_state = State::Merging;
    emit changed();
    deliver(m_merges.merge(request), this, [this, survivor = request.survivor](const auto &event) {
        m_state = State::Shown;
        if (!event) {
            emit changed();
            emit failed(event.error().code);
            load(); // so that what stands in the way is seen
            return;
        }
        clear();
        emit merged(*event, survivor);
    });
}

void PairViewModel::load()
{
    const quint64 request = ++m_request;
    deliver(m_duplicates.look(m_left, m_right, m_chosen), this,
            [this, request](const Result<services::PairReview> &review) {
                if (request != m_request)
                    return;
                if (!review) {
                    m_state = State::Failed;
                    emit changed();
                    emit failed(review.error().code);
                    return;
                }
                m_review = *review;
                m_state = State::Shown;
                emit changed();
            });
}

} // namespace reeve::ui
