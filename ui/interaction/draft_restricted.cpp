// SPDX-License-Identifier: MIT
// The half of DraftViewModel that is about restricted items.
#include "ui/interaction/draft_view_model.h"
#include "ui/privacy/flag_item.h"

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
    domain::Interaction &interaction = m_draft.interaction;
    FlagItem flag = flagItem(preset, m_desk.ids().next<domain::RestrictedItemTag>(), m_desk.clock().now());
    std::visit(
        [&interaction](auto &item) {
            item.interaction = interaction.id;
            item.person = interaction.person;
        },
        flag);
    if (auto *special = std::get_if<domain::SpecialCategoryItem>(&flag))
        interaction.specialCategory.push_back(std::move(*special));
    else if (auto *offence = std::get_if<domain::CriminalOffenceItem>(&flag))
        interaction.criminalOffence.push_back(std::move(*offence));
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
    return ui::needsEvidence(m_desk.policy().lawfulBasis, item);
}

bool DraftViewModel::needsEvidence(const domain::CriminalOffenceItem &item) const
{
    return ui::needsEvidence(m_desk.policy().lawfulBasis, item);
}

} // namespace reeve::ui
