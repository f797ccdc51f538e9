// SPDX-License-Identifier: MIT
// The half of DraftViewModel that is about restricted items.
#include "ui/interaction/draft_view_model.h"

#include <algorithm>

namespace reeve::ui {

namespace {

template <typename Item>
Item *find(std::vector<Item> &items, const domain::RestrictedItemId &id)
{
    const auto at = std::find_if(items.begin(), items.end(), [&id](const Item &item) { return item.id == id; });
    return at == items.end() ? nullptr : &*at;
}

} // namespace

int DraftViewModel::restrictedCount() const
{
    return static_cast<int>(m_draft.interaction.specialCategory.size() + m_draft.interaction.criminalOffence.size());
}

void DraftViewModel::addRestricted(const domain::BasisPreset &preset)
{
    const auto id = m_desk.ids().next<domain::RestrictedItemTag>();
    domain::Interaction &interaction = m_draft.interaction;
    if (const auto category = domain::parseSpecialCategory(preset.category)) {
        interaction.specialCategory.push_back({id,
                                               interaction.id,
                                               interaction.person,
                                               *category,
                                               preset.condition,
                                               preset.schedule1,
                                               {},
                                               {},
                                               m_desk.clock().now()});
    } else {
        interaction.criminalOffence.push_back({id,
                                               interaction.id,
                                               interaction.person,
                                               preset.schedule1,
                                               preset.schedule1.isEmpty(),
                                               {},
                                               {},
                                               m_desk.clock().now()});
    }
    touch();
    emit changed();
}

void DraftViewModel::removeRestricted(const domain::RestrictedItemId &id)
{
    const auto isIt = [&id](const auto &item) { return item.id == id; };
    if (std::erase_if(m_draft.interaction.specialCategory, isIt) +
            std::erase_if(m_draft.interaction.criminalOffence, isIt) ==
        0)
        return;
    touch();
    emit changed();
}

void DraftViewModel::setDetail(const domain::RestrictedItemId &id, const QString &detail)
{
    if (auto *special = find(m_draft.interaction.specialCategory, id))
        special->detail = detail;
    else if (auto *offence = find(m_draft.interaction.criminalOffence, id))
        offence->detail = detail;
    touch();
    emit changed();
}

void DraftViewModel::setEvidence(const domain::RestrictedItemId &id, const QString &evidence)
{
    if (auto *special = find(m_draft.interaction.specialCategory, id))
        special->evidence = evidence;
    else if (auto *offence = find(m_draft.interaction.criminalOffence, id))
        offence->evidence = evidence;
    touch();
    emit changed();
}

bool DraftViewModel::needsEvidence(const domain::SpecialCategoryItem &item) const
{
    const domain::LawfulBasisPolicy &policy = m_desk.policy().lawfulBasis;
    const auto asks = [](const auto &conditions, const QString &code) {
        return std::any_of(conditions.cbegin(), conditions.cend(),
                           [&code](const auto &known) { return known.code == code && known.needsEvidence; });
    };
    return asks(policy.conditions(), item.condition) || asks(policy.schedule1(), item.schedule1);
}

bool DraftViewModel::needsEvidence(const domain::CriminalOffenceItem &item) const
{
    const auto &known = m_desk.policy().lawfulBasis.schedule1();
    return std::any_of(known.cbegin(), known.cend(), [&item](const domain::Schedule1Condition &condition) {
        return condition.code == item.schedule1 && condition.needsEvidence;
    });
}

} // namespace reeve::ui
