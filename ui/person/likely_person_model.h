// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "ui/parts/stable_list_model.h"

namespace reeve::ui {

struct LikelyRow
{
    services::LikelyPerson person;

    [[nodiscard]] domain::PersonId key() const { return person.hit.id; }
    friend bool operator==(const LikelyRow &a, const LikelyRow &b);
};

// Whom the person being typed may be already, with how likely that is and why. Roles as MatchRowDelegate has them.
class LikelyPersonModel final : public StableListModel<LikelyRow>
{
    Q_OBJECT

public:
    using StableListModel::StableListModel;

    void setPeople(const services::LikelyPeople &likely);
    [[nodiscard]] matching::MatchOutcome outcome() const noexcept { return m_outcome; } // of the question as a whole

    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

    // The words changed: every row says so.
    void retranslate();

private:
    [[nodiscard]] static QString warningOf(const services::LikelyPerson &person);

    matching::MatchOutcome m_outcome = matching::MatchOutcome::None;
};

} // namespace reeve::ui
