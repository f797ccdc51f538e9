// SPDX-License-Identifier: MIT
// The pages of a list of pairs that is longer than one: each is read when somebody comes to its end.
#include "ui/async/deliver.h"
#include "ui/duplicates/duplicates_view_model.h"

#include <algorithm>

namespace reeve::ui {

namespace {

constexpr int mostRows = 1000; // that are kept in place one by one in a moment

} // namespace

void DuplicatesViewModel::setNext(const std::optional<services::DuplicatePlace> &next)
{
    m_next = next;
    m_model.setHasMore(m_next && m_model.rowCount() < mostRows);
}

void DuplicatesViewModel::more()
{
    if (!m_next || m_isFetchingMore || m_state != State::Listed || isDeciding() || m_model.rowCount() >= mostRows)
        return;
    m_isFetchingMore = true;
    deliver(m_isDecidedList ? m_duplicates.decided(m_next) : m_duplicates.waiting(m_next), this,
            [this, listing = m_listing, decisions = m_decisions](const Result<services::DuplicateList> &page) {
                m_isFetchingMore = false;
                if (listing != m_listing || m_state != State::Listed)
                    return;
                if (isDeciding() || decisions != m_decisions)
                    more(); // may tell of a pair that was decided while it was read
                else if (!page)
                    emit failed(page.error().code);
                else
                    append(*page);
            });
}

// Those that were put off stay last. A pair that is listed already is listed once.
void DuplicatesViewModel::append(const services::DuplicateList &page)
{
    std::vector<DuplicateRow> rows = m_model.rows();
    for (const services::DuplicateCandidate &pair : page.pairs) {
        if (DuplicateRow row{pair}; m_model.rowOf(row.key()) < 0)
            rows.push_back(std::move(row));
    }
    std::ranges::stable_partition(rows, [](const DuplicateRow &row) { return !row.pair.isPutOff; });
    const bool isAnyNew = static_cast<int>(rows.size()) > m_model.rowCount();
    const auto open = m_open < 0 ? std::nullopt : std::optional(m_model.rows()[static_cast<std::size_t>(m_open)].key());
    m_model.setRows(std::move(rows));
    m_open = open ? m_model.rowOf(*open) : -1;
    setNext(page.next);
    emit changed();
    if (!isAnyNew)
        more();
}

} // namespace reeve::ui
