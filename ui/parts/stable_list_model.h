// SPDX-License-Identifier: MIT
#pragma once

#include <QAbstractListModel>

#include <algorithm>
#include <vector>

namespace reeve::ui {

// A list model that is brought up to date row by row: what stays keeps its place in the selection, in the view's
// scroll position and under the screen reader. Never resets. `Row` has `key()` (unique in the list) and ==.
template <typename Row>
class StableListModel : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
    }

    [[nodiscard]] const std::vector<Row> &rows() const noexcept { return m_rows; }

    // The row of `key`, or -1.
    template <typename Key>
    [[nodiscard]] int rowOf(const Key &key) const
    {
        const auto at =
            std::find_if(m_rows.cbegin(), m_rows.cend(), [&key](const Row &row) { return row.key() == key; });
        return at == m_rows.cend() ? -1 : static_cast<int>(at - m_rows.cbegin());
    }

protected:
    void update(std::vector<Row> wanted)
    {
        dropMissing(wanted);
        for (size_t i = 0; i < wanted.size(); ++i) {
            const int at = rowOf(wanted[i].key());
            const int to = static_cast<int>(i);
            if (at < 0) {
                beginInsertRows({}, to, to);
                m_rows.insert(m_rows.begin() + to, std::move(wanted[i]));
                endInsertRows();
                continue;
            }
            if (at != to) { // what was before `to` is in place already, so at > to
                beginMoveRows({}, at, at, {}, to);
                std::rotate(m_rows.begin() + to, m_rows.begin() + at, m_rows.begin() + at + 1);
                endMoveRows();
            }
            if (!(m_rows[i] == wanted[i])) {
                m_rows[i] = std::move(wanted[i]);
                emit dataChanged(index(to), index(to));
            }
        }
    }

private:
    void dropMissing(const std::vector<Row> &wanted)
    {
        for (int row = static_cast<int>(m_rows.size()) - 1; row >= 0; --row) {
            const auto key = m_rows[static_cast<size_t>(row)].key();
            if (std::any_of(wanted.cbegin(), wanted.cend(), [&key](const Row &other) { return other.key() == key; }))
                continue;
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }

    std::vector<Row> m_rows;
};

} // namespace reeve::ui
