// SPDX-License-Identifier: MIT
#include "ui/duplicates/separate_view_model.h"

#include "core/domain/person_fields.h"
#include "ui/async/deliver.h"

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::MergeSide;
using domain::PersonId;

namespace {

QString nameOf(const services::MergeHistory &history, const PersonId &record)
{
    for (const auto &[id, fields] : history.originals) {
        if (id != record)
            continue;
        const auto person = domain::personFromFields(id, 0, fields);
        if (person && !person->displayName().isEmpty())
            return person->displayName();
    }
    return SeparateViewModel::tr("(name not known)");
}

// As the merge had it: what would be shown again.
services::MergeRequest again(const domain::PersonMerge &merge)
{
    services::MergeRequest request;
    request.survivor = merge.survivor;
    request.absorbed = merge.absorbed;
    for (const auto &[field, choice] : merge.choices)
        request.sides[field] = choice.record == merge.absorbed ? MergeSide::Absorbed : MergeSide::Survivor;
    request.probability = merge.probability;
    request.why = merge.why;
    request.model = merge.model;
    request.despiteNotSame = true; // taking back what said that they are not
    return request;
}

} // namespace

SeparateViewModel::SeparateViewModel(const services::MergeService &merges, QObject *parent)
    : QObject(parent),
      m_merges(merges)
{}

int SeparateViewModel::unassigned() const
{
    return static_cast<int>(
        std::ranges::count_if(m_items, [](const AssignedItem &item) { return !item.side.has_value(); }));
}

void SeparateViewModel::load(const PersonId &person)
{
    const quint64 request = ++m_request;
    m_standing.clear();
    m_items.clear();
    m_chosen = -1;
    m_state = State::Loading;
    emit changed();
    deliver(m_merges.history(person), this, [this, request](const Result<services::MergeHistory> &history) {
        if (request != m_request)
            return;
        if (!history) {
            m_state = State::Failed;
            emit changed();
            emit failed(history.error().code);
            return;
        }
        show(*history);
    });
}

void SeparateViewModel::show(const services::MergeHistory &history)
{
    for (const services::MergeHistoryEntry &entry : history.events) {
        const auto *merge = std::get_if<domain::PersonMerge>(&entry.event.what);
        // The history reaches further: to whoever these records were merged with once, and whom those are now.
        if (!merge || !entry.isActive || std::ranges::find(history.records, merge->survivor) == history.records.cend())
            continue;
        StandingMerge standing{entry.event.id,
                               *merge,
                               nameOf(history, merge->survivor),
                               nameOf(history, merge->absorbed),
                               entry.event.agent,
                               entry.event.at,
                               entry.event.reason,
                               entry.isDisputed};
        if (standing.kept == standing.other) {
            standing.kept = tr("%1, older record").arg(standing.kept);
            standing.other = tr("%1, newer record").arg(standing.other);
            if (domain::ByBytes()(merge->absorbed, merge->survivor))
                std::swap(standing.kept, standing.other);
        }
        m_standing.insert(m_standing.begin(), std::move(standing));
    }
    m_state = State::Shown;
    choose(m_standing.empty() ? -1 : 0);
}

void SeparateViewModel::clear()
{
    ++m_request;
    m_standing.clear();
    m_items.clear();
    m_chosen = -1;
    m_state = State::Empty;
    emit changed();
}

void SeparateViewModel::choose(int merge)
{
    m_chosen = merge;
    m_items.clear();
    const quint64 request = ++m_request;
    if (merge < 0 || merge >= static_cast<int>(m_standing.size())) {
        m_chosen = -1;
        emit changed();
        return;
    }
    m_state = State::Loading;
    emit changed();
    deliver(m_merges.whatCameAfter(m_standing[static_cast<std::size_t>(merge)].event), this,
            [this, request](const Result<std::vector<services::AfterMerge>> &items) {
                if (request != m_request)
                    return;
                m_state = items ? State::Shown : State::Failed;
                if (items) {
                    for (const services::AfterMerge &item : *items)
                        m_items.push_back({item, {}});
                }
                emit changed();
                if (!items)
                    emit failed(items.error().code);
            });
}

void SeparateViewModel::assign(int item, MergeSide side)
{
    if (item < 0 || item >= static_cast<int>(m_items.size()))
        return;
    m_items[static_cast<std::size_t>(item)].side = side;
    emit assigned();
}

void SeparateViewModel::assignRest(MergeSide side)
{
    for (AssignedItem &item : m_items) {
        if (!item.side)
            item.side = side;
    }
    emit assigned();
}

void SeparateViewModel::separate(const QString &reason, bool areDifferent)
{
    if (m_state != State::Shown || m_chosen < 0 || unassigned() > 0)
        return;
    const StandingMerge standing = m_standing[static_cast<std::size_t>(m_chosen)];
    services::SeparateRequest request;
    request.merge = standing.event;
    request.reason = reason;
    request.areDifferent = areDifferent;
    for (const AssignedItem &item : m_items)
        request.assignments.push_back(
            {item.item.interaction, item.item.record, item.item.field,
             *item.side == MergeSide::Survivor ? standing.merge.survivor : standing.merge.absorbed});
    m_state = State::Separating;
    emit changed();
    deliver(m_merges.separate(request), this, [this, merge = standing.merge](const Result<> &result) {
        m_state = State::Shown;
        emit changed();
        if (!result) {
            emit failed(result.error().code);
            return;
        }
        emit separated(again(merge));
    });
}

} // namespace reeve::ui
