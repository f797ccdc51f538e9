// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QDate>
#include <QStringList>

namespace reeve::ui {

// What codes about people are called on screen, in the language of the window.

// "46 years old"; "lived to 81" with a date of death; empty without a date of birth.
[[nodiscard]] QString lifeWords(const domain::Person &person, QDate today);

// Why a search result is there: "date of birth · postcode".
[[nodiscard]] QString whyWords(const QStringList &codes);

// A telephone number as people read it, an e-mail address as it was told.
[[nodiscard]] QString contactWords(const domain::ContactPoint &contact);
// Whose or where it is: "mobile", "home" and "work" in the language of the window, anything else as it was written.
[[nodiscard]] QString contactLabelWords(const QString &label);

[[nodiscard]] QString maritalStatusWords(domain::MaritalStatus status);
[[nodiscard]] QString relationshipWords(domain::RelationshipKind kind);
// What the other is to whoever is that to them: "Child" of Parent, "Tenant" of Landlord.
[[nodiscard]] QString otherSideWords(domain::RelationshipKind kind);
[[nodiscard]] QString authorityWords(domain::Authority authority); // empty for None
[[nodiscard]] QString addressUseWords(domain::AddressUse use);
[[nodiscard]] QString languageWords(const QString &code);        // "Welsh"; the code itself when it is none of ours
[[nodiscard]] QString paymentSchemeWords(const QString &scheme); // free text is answered as it is

[[nodiscard]] QString personRoleWords(domain::PersonRole role);
[[nodiscard]] QString personRolesWords(const std::vector<domain::PersonRole> &roles); // "Resident · Visitor"
[[nodiscard]] QString nhsNumberWords(const QString &number); // "999 000 0018"; as it is when it is none
[[nodiscard]] QString niNumberWords(const QString &number);  // "QQ 12 34 56 C", likewise
// Whose reference it is: a department, or the council itself in a record that was merged.
[[nodiscard]] QString referenceSystemWords(const QString &system);

// Every value, in the order in which a list shows them.
[[nodiscard]] const std::vector<domain::MaritalStatus> &allMaritalStatuses();
[[nodiscard]] const std::vector<domain::RelationshipKind> &allRelationshipKinds();
[[nodiscard]] const std::vector<domain::Authority> &allAuthorities();
[[nodiscard]] const std::vector<domain::PersonRole> &allPersonRoles();
[[nodiscard]] const QStringList &offeredLanguages();

} // namespace reeve::ui
