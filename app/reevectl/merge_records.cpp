// SPDX-License-Identifier: MIT
#include "app/reevectl/merge_records.h"

#include "core/services/person/merge/merged_values.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

QJsonArray toArray(const std::vector<services::AfterMerge> &items)
{
    QJsonArray array;
    for (const services::AfterMerge &item : items) {
        QJsonObject object;
        if (item.interaction) {
            object.insert(u"interaction"_s, item.interaction->toString());
            object.insert(u"started_at"_s, toRfc3339(item.startedAt));
        }
        if (item.record) {
            object.insert(u"record"_s, item.record->toString());
            object.insert(u"field"_s, item.field);
            object.insert(u"was"_s, item.was);
            object.insert(u"now"_s, item.now);
        }
        if (item.assignedTo)
            object.insert(u"assigned_to"_s, item.assignedTo->toString());
        array.append(object);
    }
    return array;
}

QJsonArray mergesOf(const services::MergeHistory &history)
{
    QJsonArray array;
    for (const services::MergeHistoryEntry &entry : history.events) {
        const auto *merge = std::get_if<domain::PersonMerge>(&entry.event.what);
        if (!merge)
            continue;
        QJsonObject object{{u"event"_s, entry.event.id.toString()},
                           {u"survivor"_s, merge->survivor.toString()},
                           {u"absorbed"_s, merge->absorbed.toString()},
                           {u"at"_s, toRfc3339(entry.event.at)},
                           {u"agent"_s, entry.event.agent},
                           {u"active"_s, entry.isActive}};
        if (!entry.event.reason.isEmpty())
            object.insert(u"reason"_s, entry.event.reason);
        if (entry.isDisputed)
            object.insert(u"disputed"_s, true);
        array.append(object);
    }
    return array;
}

QJsonArray valuesOf(const services::MergeHistory &history)
{
    QJsonArray array;
    for (const services::MergedValue &value : services::mergedValues(history)) {
        QJsonArray said;
        for (std::size_t n = 0; n < value.said.size(); ++n)
            said.append(QJsonObject{{u"record"_s, value.said[n].record.toString()},
                                    {u"value"_s, value.said[n].value},
                                    {u"shown"_s, n == value.shown}});
        array.append(QJsonObject{{u"field"_s, value.field}, {u"contested"_s, value.isContested}, {u"values"_s, said}});
    }
    return array;
}

} // namespace reeve::ctl
