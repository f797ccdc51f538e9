// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/restricted_item.h"

#include <QByteArray>
#include <QDate>
#include <QString>
#include <QStringList>

#include <vector>

namespace reeve::domain {

// One condition of Article 9(2), from the policy file.
struct Article9Condition
{
    QString code;     // "A9G"
    QString citation; // "UK GDPR 9(2)(g)"
    bool needsSchedule1 = false;
    QStringList schedule1;      // the codes that go with it
    bool needsEvidence = false; // explicit consent (A9A), incapacity (A9C)
    bool offered = true;        // off for those no council can use (A9D)
};

// One condition of Schedule 1 to the Data Protection Act 2018, from the policy file.
struct Schedule1Condition
{
    QString code;     // "S1P6"
    QString citation; // "DPA 2018 Sch 1 para 6"
    bool needsPolicyDocument = false;
    bool needsEvidence = false;                  // paras 17–19: why consent is not used
    bool article10 = false;                      // may also be relied on for criminal offence data
    std::vector<SpecialCategory> onlyCategories; // empty: any (para 8: four of them; para 19: health)
    bool offered = true;                         // off for S1P16: not-for-profit bodies only
};

// An appropriate policy document the council has adopted (Schedule 1 paras 38–41).
struct PolicyDocument
{
    QString id;
    QString version;
    QStringList conditions; // the Schedule 1 codes it covers
    QDate effectiveFrom;
    QDate effectiveTo; // invalid: open
    QDate reviewDue;
};

// A ready-made choice: what a handler picks with one key. Words live in ui/, by `code`.
struct BasisPreset
{
    QString code;      // "volunteered_health"
    QString category;  // SpecialCategory code, or "criminal_offence"
    QString condition; // empty for criminal offence data
    QString schedule1;
};

// What an item relies on, in one word or two, as the audit has it: "A9B S1P1"; "S1P10" or "official_authority" of
// criminal offence data.
[[nodiscard]] QString basisCode(const SpecialCategoryItem &item);
[[nodiscard]] QString basisCode(const CriminalOffenceItem &item);

// The rules about lawful bases, as data: resources/policy/lawful_basis.json, versioned and dated.
class LawfulBasisPolicy final
{
public:
    // InvalidInput names the first fault.
    [[nodiscard]] static Result<LawfulBasisPolicy> parse(const QByteArray &json);

    [[nodiscard]] const std::vector<Article9Condition> &conditions() const { return m_conditions; }
    [[nodiscard]] const std::vector<Schedule1Condition> &schedule1() const { return m_schedule1; }
    [[nodiscard]] const std::vector<BasisPreset> &presets() const { return m_presets; }
    [[nodiscard]] const std::vector<PolicyDocument> &documents() const { return m_documents; }

    // Every basis that holds for a category (its code, or "criminal_offence") on `today` once the evidence that some of
    // them demand is given; in the policy's order, without codes of their own.
    [[nodiscard]] std::vector<BasisPreset> basesFor(const QString &category, QDate today) const;

    // InvalidInput with the reason when the basis does not hold on `today`: unknown or unoffered condition, missing
    // or unfit Schedule 1 condition, evidence missing where it is demanded, no in-date policy document for a
    // condition that needs one. A `today` before the policy was issued is a clock that is wrong, and counts as that
    // day.
    [[nodiscard]] Result<> check(const SpecialCategoryItem &item, QDate today) const;
    [[nodiscard]] Result<> check(const CriminalOffenceItem &item, QDate today) const;

private:
    std::vector<Article9Condition> m_conditions;
    std::vector<Schedule1Condition> m_schedule1;
    std::vector<BasisPreset> m_presets;
    std::vector<PolicyDocument> m_documents;
    QDate m_issued;
};

} // namespace reeve::domain
