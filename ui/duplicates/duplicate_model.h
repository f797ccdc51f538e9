// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/duplicates/duplicate_service.h"
#include "ui/parts/stable_list_model.h"

#include <utility>
#include <vector>

namespace reeve::ui {

struct DuplicateRow
{
    services::DuplicateCandidate pair;

    [[nodiscard]] std::pair<domain::PersonId, domain::PersonId> key() const { return {pair.left.id, pair.right.id}; }
    friend bool operator==(const DuplicateRow &a, const DuplicateRow &b);
};

// Pairs to review. Roles as MatchRowDelegate has them.
class DuplicateModel final : public StableListModel<DuplicateRow>
{
    Q_OBJECT

public:
    using StableListModel::StableListModel;

    void setRows(std::vector<DuplicateRow> rows) { update(std::move(rows)); }
    // Whether a view that has come to the end may ask for more.
    void setHasMore(bool hasMore) { m_hasMore = hasMore; }
    [[nodiscard]] bool canFetchMore(const QModelIndex &parent) const override { return !parent.isValid() && m_hasMore; }
    void fetchMore(const QModelIndex &parent) override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    void retranslate();

signals:
    void moreWanted();

private:
    bool m_hasMore = false;
};

} // namespace reeve::ui
