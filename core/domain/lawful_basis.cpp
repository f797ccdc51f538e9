// SPDX-License-Identifier: MIT
#include "core/domain/lawful_basis.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

template <typename T>
const T *withCode(const std::vector<T> &all, const QString &code)
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const T &one) { return one.code == code; });
    return found == all.end() ? nullptr : &*found;
}

bool isInForce(const PolicyDocument &document, QDate today)
{
    return document.effectiveFrom <= today && (!document.effectiveTo.isValid() || today <= document.effectiveTo);
}

tl::unexpected<Error> refused(const QString &why)
{
    return fail(ErrorCode::InvalidInput, why);
}

// What Schedule 1 asks whatever it is relied on for.
Result<> checkSchedule1(const Schedule1Condition &condition, const std::vector<PolicyDocument> &documents,
                        const QString &evidence, QDate today)
{
    if (!condition.offered)
        return refused(condition.code + u" is not open to a council"_s);
    if (condition.needsEvidence && evidence.trimmed().isEmpty())
        return refused(condition.code + u" needs the reason why consent is not used"_s);
    if (!condition.needsPolicyDocument)
        return {};
    const bool isCovered = std::any_of(documents.begin(), documents.end(), [&](const PolicyDocument &document) {
        return document.conditions.contains(condition.code) && isInForce(document, today);
    });
    if (!isCovered)
        return refused(condition.code + u" needs an appropriate policy document in force"_s);
    return {};
}

} // namespace

QString basisCode(const SpecialCategoryItem &item)
{
    return item.schedule1.isEmpty() ? item.condition : item.condition + u' ' + item.schedule1;
}

QString basisCode(const CriminalOffenceItem &item)
{
    return item.officialAuthority ? u"official_authority"_s : item.schedule1;
}

Result<> LawfulBasisPolicy::check(const SpecialCategoryItem &item, QDate today) const
{
    const Article9Condition *const condition = withCode(m_conditions, item.condition);
    if (condition == nullptr)
        return refused(u"unknown Article 9 condition"_s);
    if (!condition->offered)
        return refused(condition->code + u" is not open to a council"_s);
    if (condition->needsEvidence && item.evidence.trimmed().isEmpty())
        return refused(condition->code + u" needs evidence"_s);

    if (!condition->needsSchedule1) {
        if (!item.schedule1.isEmpty())
            return refused(condition->code + u" takes no Schedule 1 condition"_s);
        return {};
    }
    if (item.schedule1.isEmpty())
        return refused(condition->code + u" needs a Schedule 1 condition"_s);
    const Schedule1Condition *const schedule1 = withCode(m_schedule1, item.schedule1);
    if (schedule1 == nullptr)
        return refused(u"unknown Schedule 1 condition"_s);
    if (!condition->schedule1.contains(schedule1->code))
        return refused(schedule1->code + u" does not go with "_s + condition->code);
    const auto &only = schedule1->onlyCategories;
    if (!only.empty() && std::find(only.begin(), only.end(), item.category) == only.end())
        return refused(schedule1->code + u" does not cover "_s + toCode(item.category));
    return checkSchedule1(*schedule1, m_documents, item.evidence, std::max(today, m_issued));
}

Result<> LawfulBasisPolicy::check(const CriminalOffenceItem &item, QDate today) const
{
    if (item.schedule1.isEmpty()) {
        if (!item.officialAuthority)
            return refused(u"criminal offence data needs official authority or a Schedule 1 condition"_s);
        return {};
    }
    const Schedule1Condition *const schedule1 = withCode(m_schedule1, item.schedule1);
    if (schedule1 == nullptr)
        return refused(u"unknown Schedule 1 condition"_s);
    if (!schedule1->article10)
        return refused(schedule1->code + u" does not cover criminal offence data"_s);
    return checkSchedule1(*schedule1, m_documents, item.evidence, std::max(today, m_issued));
}

std::vector<BasisPreset> LawfulBasisPolicy::basesFor(const QString &category, QDate today) const
{
    const QString given = u"given"_s;
    std::vector<BasisPreset> bases;
    const auto special = parseSpecialCategory(category);
    if (!special) {
        for (const Schedule1Condition &condition : m_schedule1) {
            CriminalOffenceItem item;
            item.schedule1 = condition.code;
            item.evidence = given;
            if (check(item, today))
                bases.push_back({{}, category, {}, condition.code});
        }
        return bases;
    }
    for (const Article9Condition &condition : m_conditions) {
        const QStringList schedule1 = condition.needsSchedule1 ? condition.schedule1 : QStringList(QString());
        for (const QString &code : schedule1) {
            SpecialCategoryItem item;
            item.category = *special;
            item.condition = condition.code;
            item.schedule1 = code;
            item.evidence = given;
            if (check(item, today))
                bases.push_back({{}, category, condition.code, code});
        }
    }
    return bases;
}

} // namespace reeve::domain
