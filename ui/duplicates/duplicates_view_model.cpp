// SPDX-License-Identifier: MIT
#include "ui/duplicates/duplicates_view_model.h"

#include "ui/async/deliver.h"

#include <algorithm>
#include <utility>

namespace reeve::ui {

using namespace std::chrono_literals;
using domain::PairVerdict;

namespace {

constexpr int fewRows = 50; // are left: time for the next page

} // namespace

DuplicatesViewModel::DuplicatesViewModel(services::DuplicateService &duplicates, const services::MergeService &merges,
                                         services::SyncService &sync, QObject *parent)
    : QObject(parent),
      m_duplicates(duplicates),
      m_merges(merges),
      m_pair(duplicates, merges, sync)
{
    m_poll.setInterval(150ms);
    connect(&m_poll, &QTimer::timeout, this, &DuplicatesViewModel::lookAtProgress);
    connect(&m_model, &DuplicateModel::moreWanted, this, &DuplicatesViewModel::more);
    connect(&m_pair, &PairViewModel::merged, this, [this](const domain::MergeEventId &event) {
        ++m_decisions;
        const int row = m_open;
        if (row < 0 || row >= m_model.rowCount())
            return;
        m_done.push_back({Done::Merged, m_model.rows()[static_cast<std::size_t>(row)], row, event});
        take(row, false);
        emit localChange();
        emit peopleChanged();
        emit done(Done::Merged);
        fetchWanted();
    });
    connect(&m_pair, &PairViewModel::failed, this, [this](ErrorCode code) {
        const bool isGone = code == ErrorCode::InvalidInput || code == ErrorCode::NotFound;
        if (isGone && m_pair.state() == PairViewModel::State::Failed && m_open >= 0)
            take(m_open, false); // one person already, or erased: nothing is left to decide
        else
            emit failed(code);
        fetchWanted();
    });
}

DuplicatesViewModel::~DuplicatesViewModel()
{
    stop();
}

int DuplicatesViewModel::percent() const
{
    return m_search ? m_search->percent.load() : 0;
}

void DuplicatesViewModel::lookUp()
{
    fetch(List::Waiting);
}

void DuplicatesViewModel::showDecided()
{
    fetch(List::Decided);
}

void DuplicatesViewModel::fetch(List wanted)
{
    if (m_state == State::Searching)
        return;
    if (isDeciding()) {
        m_wanted = wanted;
        return;
    }
    deliver(wanted == List::Decided ? m_duplicates.decided() : m_duplicates.waiting(), this,
            [this, wanted, request = ++m_request, decisions = m_decisions](const auto &list) {
                if (m_state == State::Searching || request != m_request)
                    return;
                if (isDeciding() || decisions != m_decisions)
                    fetch(wanted); // read before the decision, or while it was made
                else
                    fetched(wanted, list);
            });
}

void DuplicatesViewModel::fetched(List wanted, const Result<services::DuplicateList> &list)
{
    if (wanted == List::Waiting && m_state == State::NotSearched && (!list || list->pairs.empty())) {
        if (const auto running = m_duplicates.inBackground())
            follow(running);
        else
            search();
        return;
    }
    if (!list) { // what is listed stays what it is
        emit failed(list.error().code);
        return;
    }
    // What a search said, and that it was stopped, says more than an empty list.
    const bool hasWaited = m_state == State::Listed && m_people == 0;
    if (wanted == List::Waiting && !hasWaited && list->pairs.empty())
        return;
    m_isDecidedList = wanted == List::Decided;
    finished(list);
}

bool DuplicatesViewModel::isDeciding() const
{
    return m_isDeciding || m_pair.state() == PairViewModel::State::Merging;
}

void DuplicatesViewModel::setDeciding(bool isDeciding)
{
    m_isDeciding = isDeciding;
    ++m_decisions;
}

// The list that was asked for while a decision was under way.
void DuplicatesViewModel::fetchWanted()
{
    if (const auto wanted = std::exchange(m_wanted, std::nullopt))
        fetch(*wanted);
}

void DuplicatesViewModel::search()
{
    stop();
    m_wanted.reset();
    m_done.clear();
    m_search = std::make_shared<services::DuplicateSearch>();
    m_isFollowing = false;
    m_state = State::Searching;
    m_isDecidedList = false;
    m_poll.start();
    emit changed();
    deliver(m_duplicates.find(m_search), this, [this, search = m_search](const Result<services::DuplicateList> &list) {
        if (search == m_search)
            finished(list);
    });
}

void DuplicatesViewModel::follow(const std::shared_ptr<services::DuplicateSearch> &search)
{
    m_search = search;
    m_isFollowing = true;
    m_state = State::Searching;
    m_isDecidedList = false;
    m_poll.start();
    emit changed();
}

void DuplicatesViewModel::lookAtProgress()
{
    if (!m_isFollowing || !m_search->isFinished) {
        emit changed();
        return;
    }
    m_isFollowing = false;
    if (m_search->isCancelled) {
        finished(fail(ErrorCode::Cancelled));
        return;
    }
    deliver(m_duplicates.waiting(), this, [this, search = m_search](const Result<services::DuplicateList> &list) {
        if (search == m_search)
            finished(list);
    });
}

void DuplicatesViewModel::stop()
{
    if (m_search)
        m_search->isCancelled = true;
}

void DuplicatesViewModel::finished(const Result<services::DuplicateList> &list)
{
    m_poll.stop();
    m_search.reset();
    if (!list) {
        m_state = list.error().code == ErrorCode::Cancelled ? State::Stopped : State::Failed;
        emit changed();
        if (m_state == State::Failed)
            emit failed(list.error().code);
        return;
    }
    m_state = State::Listed;
    m_people = list->people;
    m_found = list->found;
    std::vector<DuplicateRow> rows;
    rows.reserve(list->pairs.size());
    for (const services::DuplicateCandidate &pair : list->pairs)
        rows.push_back({pair});
    m_open = -1;
    ++m_listing;
    m_model.setRows(std::move(rows));
    setNext(list->next);
    emit changed();
    emit rowWanted(m_model.rowCount() > 0 ? 0 : -1);
}

void DuplicatesViewModel::open(int row)
{
    if (row < 0 || row >= m_model.rowCount()) {
        m_open = -1;
        m_pair.clear();
        return;
    }
    m_open = row;
    const services::DuplicateCandidate &pair = m_model.rows()[static_cast<std::size_t>(row)].pair;
    m_pair.show(pair.left.id, pair.right.id);
}

bool DuplicatesViewModel::mayDecide() const
{
    const bool isSeen = m_open >= 0 && m_open < m_model.rowCount() && m_pair.state() == PairViewModel::State::Shown;
    return isSeen && !m_isDeciding;
}

void DuplicatesViewModel::carryOut(const Decision &decision, const QFuture<Result<>> &future)
{
    setDeciding(true);
    emit changed();
    deliver(future, this, [this, decision](const Result<> &result) { decided(decision, result); });
}

void DuplicatesViewModel::decide(PairVerdict verdict)
{
    if (!mayDecide() || m_isDecidedList || verdict == PairVerdict::Same)
        return;
    const DuplicateRow row = m_model.rows()[static_cast<std::size_t>(m_open)];
    carryOut({verdict == PairVerdict::NotSame ? Done::NotSame : Done::Later, row, m_open},
             m_merges.decide(row.pair.left.id, row.pair.right.id, verdict, {}));
}

void DuplicatesViewModel::takeBack()
{
    if (!mayDecide() || !m_isDecidedList)
        return;
    const DuplicateRow row = m_model.rows()[static_cast<std::size_t>(m_open)];
    carryOut({Done::TakenBack, row, m_open}, m_duplicates.takeBack(row.pair.left.id, row.pair.right.id, {}));
}

void DuplicatesViewModel::decided(const Decision &decision, const Result<> &result)
{
    setDeciding(false);
    if (!result) {
        emit changed();
        emit failed(result.error().code);
    } else {
        m_done.push_back(decision);
        take(m_model.rowOf(decision.row.key()), decision.what == Done::Later);
        emit localChange();
        emit done(decision.what);
    }
    fetchWanted();
}

// Out of the list, or to its end; the row that takes its place is next.
void DuplicatesViewModel::take(int row, bool putLast)
{
    if (row < 0)
        return;
    std::vector<DuplicateRow> rows = m_model.rows();
    DuplicateRow taken = rows[static_cast<std::size_t>(row)];
    rows.erase(rows.begin() + row);
    if (putLast) {
        taken.pair.isPutOff = true;
        rows.push_back(std::move(taken));
    } else {
        --m_found;
    }
    m_open = -1;
    m_model.setRows(std::move(rows));
    setNext(m_next);
    emit changed();
    emit rowWanted(m_model.rowCount() == 0 ? -1 : std::min(row, m_model.rowCount() - 1));
    if (m_model.rowCount() <= fewRows)
        more();
}

void DuplicatesViewModel::undo()
{
    if (!canUndo())
        return;
    const Decision last = m_done.back();
    m_done.pop_back();
    setDeciding(true);
    emit changed();
    const domain::PersonId left = last.row.pair.left.id;
    const domain::PersonId right = last.row.pair.right.id;
    // There is no word for "never said": later means that it will be asked again.
    const PairVerdict verdict = last.what == Done::TakenBack ? PairVerdict::NotSame : PairVerdict::Later;
    const auto undone =
        last.merge ? m_merges.unmerge(*last.merge, {}, false) : m_merges.decide(left, right, verdict, {});
    deliver(undone, this, [this, last](const Result<> &result) {
        setDeciding(false);
        if (!result) {
            emit changed();
            emit failed(result.error().code);
        } else {
            putBack(last);
        }
        fetchWanted();
    });
}

void DuplicatesViewModel::putBack(const Decision &decision)
{
    if ((decision.what == Done::TakenBack) == m_isDecidedList) {
        std::vector<DuplicateRow> rows = m_model.rows();
        const auto isIt = [&](const DuplicateRow &row) { return row.key() == decision.row.key(); };
        m_found += std::erase_if(rows, isIt) == 0 ? 1 : 0;
        const int at = std::min(decision.at, static_cast<int>(rows.size()));
        rows.insert(rows.begin() + at, decision.row);
        m_model.setRows(std::move(rows));
        emit changed();
        emit rowWanted(at);
    } else if (m_isDecidedList) { // it belongs to the other list
        showDecided();
    } else {
        lookUp();
    }
    emit localChange();
    if (decision.merge)
        emit peopleChanged();
    emit done(Done::Undone);
}

} // namespace reeve::ui
