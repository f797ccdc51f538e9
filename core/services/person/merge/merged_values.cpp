// SPDX-License-Identifier: MIT
#include "core/services/person/merge/merged_values.h"

#include <algorithm>
#include <set>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

bool isSame(const QString &field, const QJsonValue &a, const QJsonValue &b)
{
    return field == domain::homeAddress ? domain::areOneHome(a.toObject(), b.toObject()) : a == b;
}

// What a record says of a field; null or undefined for nothing.
QJsonValue saidOf(const QJsonObject &fields, const QString &field)
{
    return fields.value(field == domain::homeAddress ? domain::homeFieldOf(fields) : field);
}

std::set<QString> fieldsToChoose(const MergeHistory &history)
{
    std::set<QString> fields;
    for (const auto &[record, own] : history.originals) {
        for (auto it = own.constBegin(); it != own.constEnd(); ++it) {
            if (domain::isChosenField(it.key()))
                fields.insert(it.key());
        }
    }
    fields.insert(domain::homeAddress.toString());
    return fields;
}

} // namespace

std::vector<MergedValue> mergedValues(const MergeHistory &history)
{
    std::vector<MergedValue> values;
    for (const QString &field : fieldsToChoose(history)) {
        MergedValue value;
        value.field = field;
        value.isContested = history.contested.contains(field);
        for (const auto &[record, own] : history.originals) {
            const QJsonValue says = saidOf(own, field);
            const bool isNew = std::ranges::none_of(
                value.said, [&](const MergedValue::Said &one) { return isSame(field, one.value, says); });
            if (!says.isNull() && !says.isUndefined() && isNew)
                value.said.push_back({record, says});
        }
        if (value.said.size() < 2)
            continue;
        const QJsonValue shown = saidOf(history.fields, field);
        const auto found = std::ranges::find_if(
            value.said, [&](const MergedValue::Said &one) { return isSame(field, one.value, shown); });
        value.shown = static_cast<std::size_t>(found - value.said.begin());
        values.push_back(std::move(value));
    }
    return values;
}

} // namespace reeve::services
