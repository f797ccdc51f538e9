// SPDX-License-Identifier: MIT
// Which merge events the centre still has, once it went back in time.
#include "core/store/merge_repository.h"
#include "core/store/merged_people.h"
#include "core/store/row_values.h"

using reeve::domain::MergeEvent;

namespace reeve::store {

Result<> MergeRepository::forgetConfirmations() const
{
    auto statement = m_connection.prepare(u"merge_event_forget_confirmations");
    if (!statement)
        return fail(statement);
    return runOnly(*statement);
}

Result<> MergeRepository::confirm(domain::MergeEventId event) const
{
    auto statement = m_connection.prepare(u"merge_event_confirm");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", event);
    return runOnly(*statement);
}

Result<> MergeRepository::removeUnknown() const
{
    std::vector<domain::MergeEventId> unknown;
    {
        auto statement = m_connection.prepare(u"merge_event_unknown");
        if (!statement)
            return fail(statement);
        auto ids = readAll(*statement, [](const Statement &row) { return readId<domain::MergeEventId>(row, 0); });
        if (!ids)
            return fail(ids);
        unknown = std::move(*ids);
    }
    for (const domain::MergeEventId id : unknown) {
        const auto event = find(id);
        if (!event)
            return fail(event);
        if (!*event)
            continue;
        if (const Result<> removed = remove(**event); !removed)
            return removed;
    }
    return {};
}

Result<> MergeRepository::remove(const MergeEvent &event) const
{
    using Query = std::pair<QStringView, QStringView>;
    for (const auto &[query, name] :
         {Query{u"interaction_unassign", u":event"}, Query{u"merge_event_remove_records", u":event"},
          Query{u"merge_event_remove", u":id"}}) {
        auto statement = m_connection.prepare(query);
        if (!statement)
            return fail(statement);
        bindId(*statement, name, event.id);
        if (const Result<> removed = runOnly(*statement); !removed)
            return removed;
    }
    if (std::holds_alternative<domain::ItemAssigned>(event.what))
        return assignAgain();
    if (std::holds_alternative<domain::PairDecision>(event.what))
        return {};
    for (const domain::PersonId record : domain::recordsOf(event)) { // with it gone, no two of them need be related
        if (const Result<> shown = MergedPeople(m_connection).refresh(record); !shown)
            return shown;
    }
    return {};
}

} // namespace reeve::store
