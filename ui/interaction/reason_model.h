// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/service_catalogue.h"
#include "ui/interaction/interaction_words.h"
#include "ui/parts/stable_list_model.h"

namespace reeve::ui {

struct ReasonRow
{
    domain::ReasonCode code;
    QString label;
    QString shortCode;

    [[nodiscard]] domain::ReasonCode key() const { return code; }
    friend bool operator==(const ReasonRow &, const ReasonRow &) = default;
};

// Reasons that fit what was typed, best first.
class ReasonModel final : public StableListModel<ReasonRow>
{
    Q_OBJECT

public:
    explicit ReasonModel(const domain::ServiceCatalogue &catalogue, QObject *parent = nullptr)
        : StableListModel(parent),
          m_catalogue(catalogue)
    {}

    // Nothing typed: the first ones of the catalogue. `without` are chosen already.
    void setTyped(const QString &typed, const std::vector<domain::ReasonCode> &without)
    {
        constexpr int limit = 12;
        std::vector<ReasonRow> rows;
        for (const domain::Service &service :
             typed.isEmpty() ? m_catalogue.services()
                             : m_catalogue.search(typed, limit + static_cast<int>(without.size()))) {
            if (rows.size() < limit && std::find(without.cbegin(), without.cend(), service.code) == without.cend())
                rows.push_back({service.code, labelOf(service), service.shortCode});
        }
        update(std::move(rows));
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const ReasonRow &row = rows()[static_cast<size_t>(index.row())];
        if (role == Qt::DisplayRole)
            return row.shortCode.isEmpty() ? row.label
                                           : tr("%1   (%2)", "reason, short code").arg(row.label, row.shortCode);
        return {};
    }

private:
    const domain::ServiceCatalogue &m_catalogue;
};

} // namespace reeve::ui
