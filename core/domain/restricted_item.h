// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/domain/ids.h"

#include <QString>

#include <optional>
#include <vector>

namespace reeve::domain {

// The special categories of Article 9(1) UK GDPR. Criminal offence data is not one of them: it is Article 10, and
// has its own record.
enum class SpecialCategory {
    RacialOrEthnicOrigin,
    PoliticalOpinions,
    ReligiousOrPhilosophicalBeliefs,
    TradeUnionMembership,
    Genetic,
    Biometric,
    Health,
    SexLife,
    SexualOrientation
};

// Codes as stored and sent: racial_ethnic_origin, political_opinions, religious_philosophical_beliefs,
// trade_union_membership, genetic, biometric, health, sex_life, sexual_orientation.
[[nodiscard]] QString toCode(SpecialCategory category);
[[nodiscard]] Result<SpecialCategory> parseSpecialCategory(QStringView code);
[[nodiscard]] const std::vector<SpecialCategory> &allSpecialCategories();

// What somebody volunteered that falls under Article 9, and why it may be held. A record of its own, under
// need-to-know: never part of a note, never kept on the desk once the centre has it.
struct SpecialCategoryItem
{
    RestrictedItemId id;
    InteractionId interaction;
    std::optional<PersonId> person; // none for an anonymous caller
    SpecialCategory category = SpecialCategory::Health;
    QString condition; // Article 9(2): "A9A" … "A9J", see lawful_basis.h
    QString schedule1; // Data Protection Act 2018: "S1P1" …; empty where none is required
    QString evidence;  // consent evidence, incapacity or why no consent, where the basis asks
    QString detail;    // the content itself
    Instant notedAt;

    friend bool operator==(const SpecialCategoryItem &, const SpecialCategoryItem &) = default;
};

// Convictions, offences, allegations, proceedings (Article 10; DPA 2018 s11(2)).
struct CriminalOffenceItem
{
    RestrictedItemId id;
    InteractionId interaction;
    std::optional<PersonId> person;
    QString schedule1; // the condition relied on, or empty with official authority
    bool officialAuthority = false;
    QString evidence;
    QString detail;
    Instant notedAt;

    friend bool operator==(const CriminalOffenceItem &, const CriminalOffenceItem &) = default;
};

} // namespace reeve::domain
