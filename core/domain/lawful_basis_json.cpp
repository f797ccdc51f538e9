// SPDX-License-Identifier: MIT
#include "core/domain/lawful_basis.h"

#include "core/domain/json_reader.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr auto required = JsonReader::Presence::Required;
constexpr auto optional = JsonReader::Presence::Optional;

QStringList texts(JsonReader &json, QLatin1StringView name)
{
    QStringList all;
    json.eachText(name, optional, [&](const QString &text) { all.append(text); });
    return all;
}

// A date `name`; invalid when it is absent.
QDate date(JsonReader &json, QLatin1StringView name, JsonReader::Presence presence)
{
    const QString text = json.text(name, presence);
    const QDate read = QDate::fromString(text, Qt::ISODate);
    if (!read.isValid() && !text.isEmpty())
        json.refuse(name, u"is not a date");
    return read;
}

Article9Condition readCondition(JsonReader &json)
{
    Article9Condition condition;
    condition.code = json.text("code"_L1, required);
    condition.citation = json.text("citation"_L1, required);
    condition.schedule1 = texts(json, "schedule1"_L1);
    condition.needsSchedule1 = !condition.schedule1.isEmpty();
    condition.needsEvidence = json.boolean("needs_evidence"_L1);
    condition.offered = !json.boolean("not_offered"_L1);
    return condition;
}

Schedule1Condition readSchedule1(JsonReader &json)
{
    Schedule1Condition condition;
    condition.code = json.text("code"_L1, required);
    condition.citation = json.text("citation"_L1, required);
    condition.needsPolicyDocument = json.boolean("needs_policy_document"_L1);
    condition.needsEvidence = json.boolean("needs_evidence"_L1);
    condition.article10 = json.boolean("article10"_L1);
    condition.offered = !json.boolean("not_offered"_L1);
    json.eachText("only_categories"_L1, optional, [&](const QString &code) {
        if (const auto category = parseSpecialCategory(code))
            condition.onlyCategories.push_back(*category);
        else
            json.refuse("only_categories"_L1, u"holds an unknown category");
    });
    return condition;
}

PolicyDocument readDocument(JsonReader &json)
{
    PolicyDocument document;
    document.id = json.text("id"_L1, required);
    document.version = json.text("version"_L1, required);
    document.conditions = texts(json, "conditions"_L1);
    document.effectiveFrom = date(json, "effective_from"_L1, required);
    document.effectiveTo = date(json, "effective_to"_L1, optional);
    document.reviewDue = date(json, "review_due"_L1, optional);
    return document;
}

BasisPreset readPreset(JsonReader &json)
{
    BasisPreset preset;
    preset.code = json.text("code"_L1, required);
    preset.category = json.text("category"_L1, required);
    preset.condition = json.text("condition"_L1);
    preset.schedule1 = json.text("schedule1"_L1);
    return preset;
}

template <typename T>
bool hasCode(const std::vector<T> &all, const QString &code)
{
    return std::any_of(all.begin(), all.end(), [&](const T &one) { return one.code == code; });
}

} // namespace

Result<LawfulBasisPolicy> LawfulBasisPolicy::parse(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, u"the lawful basis policy is no JSON object: "_s + error.errorString());

    LawfulBasisPolicy policy;
    JsonReader reader(document.object());
    policy.m_issued = date(reader, "issued"_L1, optional);
    reader.each("article9"_L1, [&](JsonReader &one) { policy.m_conditions.push_back(readCondition(one)); });
    reader.each("schedule1"_L1, [&](JsonReader &one) { policy.m_schedule1.push_back(readSchedule1(one)); });
    reader.each("policy_documents"_L1, [&](JsonReader &one) { policy.m_documents.push_back(readDocument(one)); });
    reader.each("presets"_L1, [&](JsonReader &one) { policy.m_presets.push_back(readPreset(one)); });
    if (!reader.ok())
        return fail(reader.outcome());
    if (policy.m_conditions.empty() || policy.m_schedule1.empty())
        return fail(ErrorCode::InvalidInput, u"the lawful basis policy has no conditions"_s);

    // A code that is named and not there would make a basis unusable without anyone noticing.
    for (const auto &condition : policy.m_conditions) {
        for (const auto &code : condition.schedule1) {
            if (!hasCode(policy.m_schedule1, code))
                return fail(ErrorCode::InvalidInput, condition.code + u" names an unknown condition "_s + code);
        }
    }
    for (const auto &preset : policy.m_presets) {
        const bool isOffence = preset.category == "criminal_offence"_L1;
        if (!isOffence && (!parseSpecialCategory(preset.category) || !hasCode(policy.m_conditions, preset.condition)))
            return fail(ErrorCode::InvalidInput, u"the preset "_s + preset.code + u" has an unknown code"_s);
        if (!preset.schedule1.isEmpty() && !hasCode(policy.m_schedule1, preset.schedule1))
            return fail(ErrorCode::InvalidInput, u"the preset "_s + preset.code + u" has an unknown condition"_s);
    }
    return policy;
}

} // namespace reeve::domain
