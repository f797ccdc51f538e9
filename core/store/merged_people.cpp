// SPDX-License-Identifier: MIT
#include "core/store/merged_people.h"

#include "core/store/edit_overlay.h"
#include "core/store/merge_repository.h"
#include "core/store/row_values.h"

#include <algorithm>
#include <map>

using reeve::domain::PersonId;
using reeve::domain::RecordSet;

namespace reeve::store {

namespace {

// The answer of a query for one truth value.
Result<bool> isTrue(Statement &statement)
{
    const Result<bool> hasRow = statement.step();
    if (!hasRow)
        return fail(hasRow);
    return *hasRow && statement.integer(0) != 0;
}

} // namespace

Result<std::optional<MergedPeople::Base>> MergedPeople::baseOf(PersonId record) const
{
    const auto row = m_rows.find(record);
    if (!row)
        return fail(row);
    if (!*row)
        return std::nullopt;
    Base base{**row, {}, {}, !(*row)->centreFields.isNull()};
    base.centre = base.hasEdits ? base.row.centreFields : base.row.fields;
    if (!base.row.showsMerged()) {
        base.own = base.row.fields;
        return base;
    }

    const Result<EditOverlay> overlay = EditOverlay::of(m_connection, record);
    if (!overlay)
        return fail(overlay);
    const std::vector<EditOverlay::Edit> edits = overlay->over(record, base.row.revision);
    base.hasEdits = !edits.empty();
    base.own = base.centre;
    if (base.hasEdits) {
        const Result<ReadPerson> centre = readPerson(record, base.row.revision, base.centre);
        if (!centre)
            return fail(centre);
        base.own = toBytes(withEdits(centre->fields, edits));
    }
    return base;
}

Result<std::optional<MergedPeople::Own>> MergedPeople::own(PersonId record) const
{
    const auto base = baseOf(record);
    if (!base)
        return fail(base);
    if (!*base)
        return std::nullopt;
    Result<ReadPerson> read = readPerson(record, (*base)->row.revision, (*base)->own);
    if (!read)
        return fail(read);
    return Own{(*base)->row.revision, std::move(read->fields)};
}

Result<domain::Originals> MergedPeople::originals(const RecordSet &records) const
{
    domain::Originals originals;
    for (const PersonId record : records) {
        const auto base = baseOf(record);
        if (!base)
            return fail(base);
        if (!*base || (*base)->row.isRemoved)
            continue;
        const Result<ReadPerson> read = readPerson(record, (*base)->row.revision, (*base)->own);
        if (!read)
            return fail(read);
        originals.emplace(record, read->fields);
    }
    return originals;
}

Result<> MergedPeople::refresh(PersonId record) const
{
    const Result<domain::MergeGraph> graph = MergeRepository(m_connection).around(record);
    if (!graph)
        return fail(graph);
    RecordSet records{record};
    for (const domain::MergeEvent &event : graph->events()) {
        if (const auto *merge = std::get_if<domain::PersonMerge>(&event.what))
            records.insert({merge->survivor, merge->absorbed});
    }
    while (!records.empty()) {
        const RecordSet group = graph->recordsWith(*records.begin());
        if (const Result<> shown = showGroup(*graph, group); !shown)
            return shown;
        for (const PersonId one : group)
            records.erase(one);
    }
    return {};
}

Result<> MergedPeople::refreshAll(const std::vector<PersonId> &records) const
{
    {
        auto statement = m_connection.prepare(u"merge_event_any");
        if (!statement)
            return fail(statement);
        const Result<bool> isAny = isTrue(*statement);
        if (!isAny)
            return fail(isAny);
        if (!*isAny)
            return {};
    }
    RecordSet done;
    for (const PersonId record : records) {
        if (done.contains(record))
            continue;
        auto statement = m_connection.prepare(u"merge_event_is_about");
        if (!statement)
            return fail(statement);
        bindId(*statement, u":record", record);
        const Result<bool> isAbout = isTrue(*statement);
        if (!isAbout)
            return fail(isAbout);
        if (!*isAbout)
            continue;
        if (const Result<> shown = refresh(record); !shown)
            return shown;
        const auto same = MergeRepository(m_connection).recordsOf(record);
        if (!same)
            return fail(same);
        done.insert(same->cbegin(), same->cend());
    }
    return {};
}

Result<> MergedPeople::showGroup(const domain::MergeGraph &graph, const RecordSet &records) const
{
    std::map<PersonId, Base, domain::ByBytes> bases;
    RecordSet live;
    for (const PersonId record : records) {
        auto base = baseOf(record);
        if (!base)
            return fail(base);
        if (!*base)
            continue;
        if (!(*base)->row.isRemoved)
            live.insert(record);
        bases.emplace(record, std::move(**base));
    }
    if (records.size() == 1) {
        if (const Result<> alone = setSurvivor(*records.begin(), std::nullopt); !alone)
            return alone;
        return bases.empty() ? Result<>() : showAlone(bases.begin()->second);
    }

    const PersonId survivor = graph.survivorOf(records, [&live](PersonId record) { return live.contains(record); });
    for (const PersonId record : records) {
        if (const Result<> set = setSurvivor(record, survivor); !set)
            return set;
    }
    domain::Originals originals;
    for (const auto &[record, base] : bases) {
        if (base.row.isRemoved && !live.empty())
            continue;
        const Result<ReadPerson> read = readPerson(record, base.row.revision, base.own);
        if (!read)
            return fail(read);
        originals.emplace(record, read->fields);
    }
    const domain::MergedFields merged = domain::foldFields(graph, survivor, originals);
    for (const auto &[record, base] : bases) {
        if (const Result<> shown = showMerged(base, survivor, merged.fields); !shown)
            return shown;
    }
    return {};
}

Result<> MergedPeople::showAlone(const Base &base) const
{
    if (!base.row.survivor)
        return {};
    PersonRow after = base.row;
    after.survivor.reset();
    after.fields = base.own;
    after.centreFields = base.hasEdits ? base.centre : QByteArray();
    const Result<ReadPerson> own = readPerson(after.id, after.revision, after.fields);
    if (!own)
        return fail(own);
    return m_rows.replace(base.row, after, keysOf(own->person));
}

Result<> MergedPeople::showMerged(const Base &base, PersonId survivor, const QJsonObject &fields) const
{
    const Result<ReadPerson> own = readPerson(base.row.id, base.row.revision, base.own);
    if (!own)
        return fail(own);
    PersonRow after = base.row;
    after.survivor = survivor;
    const PersonKeys keys = keysOf(own->person); // the reference stays the record's own
    if (survivor == base.row.id) {
        if (const Result<ReadPerson> shown = readPerson(after.id, after.revision, fields); !shown)
            return fail(shown);
        after.fields = toBytes(fields);
        after.centreFields = base.centre;
    } else {
        after.fields = base.own;
        after.centreFields = base.hasEdits ? base.centre : QByteArray();
    }
    return m_rows.replace(base.row, after, keys);
}

Result<> MergedPeople::setSurvivor(PersonId record, std::optional<PersonId> survivor) const
{
    auto statement =
        m_connection.prepare(survivor ? QStringView(u"merged_record_set") : QStringView(u"merged_record_remove"));
    if (!statement)
        return fail(statement);
    bindId(*statement, u":record", record);
    if (survivor)
        bindId(*statement, u":survivor", *survivor);
    return runOnly(*statement);
}

} // namespace reeve::store
