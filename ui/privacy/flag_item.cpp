// SPDX-License-Identifier: MIT
#include "ui/privacy/flag_item.h"

#include <algorithm>

namespace reeve::ui {

namespace {

template <typename Conditions>
bool asks(const Conditions &conditions, const QString &code)
{
    return std::any_of(conditions.cbegin(), conditions.cend(),
                       [&code](const auto &known) { return known.code == code && known.needsEvidence; });
}

} // namespace

FlagItem flagItem(const domain::BasisPreset &preset, domain::RestrictedItemId id, Instant now)
{
    if (const auto category = domain::parseSpecialCategory(preset.category)) {
        domain::SpecialCategoryItem item;
        item.id = id;
        item.category = *category;
        item.condition = preset.condition;
        item.schedule1 = preset.schedule1;
        item.notedAt = now;
        return item;
    }
    domain::CriminalOffenceItem item;
    item.id = id;
    item.schedule1 = preset.schedule1;
    item.officialAuthority = preset.schedule1.isEmpty();
    item.notedAt = now;
    return item;
}

bool needsEvidence(const domain::LawfulBasisPolicy &policy, const domain::SpecialCategoryItem &item)
{
    return asks(policy.conditions(), item.condition) || asks(policy.schedule1(), item.schedule1);
}

bool needsEvidence(const domain::LawfulBasisPolicy &policy, const domain::CriminalOffenceItem &item)
{
    return asks(policy.schedule1(), item.schedule1);
}

} // namespace reeve::ui
