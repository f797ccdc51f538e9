// SPDX-License-Identifier: MIT
// What one entry does: the twin of core/central/api/30_apply.sql.
#include "tests/sync/reference/reference_centre.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using store::EntryKind;
using store::EntryState;
using store::OutboxEntry;

namespace {

QUuid uuidIn(const QJsonObject &object, const QString &key)
{
    return QUuid::fromString(object.value(key).toString());
}

void putAside(ReferenceCentre::Record &record, const QString &code)
{
    record.state = EntryState::Quarantined;
    record.code = code;
}

void park(ReferenceCentre::Record &record, const QString &code, QUuid waitsFor)
{
    record.state = EntryState::Parked;
    record.code = code;
    record.waitsFor = waitsFor;
}

} // namespace

ReferenceCentre::Record ReferenceCentre::apply(const OutboxEntry &entry, domain::DeviceId device)
{
    Record record;
    record.entry = entry;
    record.device = device;
    record.transaction = m.transaction;
    record.at = now;
    if (m.devices.at(device.uuid()).status == u"wipe"_s) { // nobody knows who wrote it
        putAside(record, u"desk_under_wipe"_s);
        return record;
    }
    if (entry.payload.contains(poison) && !takesPoison) {
        putAside(record, u"poison"_s);
        return record;
    }
    const QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
    switch (entry.kind) {
    case EntryKind::PersonCreated:
    case EntryKind::PersonEdited:
        applyPerson(record, payload);
        break;
    case EntryKind::InteractionLogged:
        applyInteraction(record, payload);
        break;
    case EntryKind::NoteAdded:
        applyNote(record, payload);
        break;
    case EntryKind::SpecialCategoryItemAdded:
        applyRestrictedItem(record, payload);
        break;
    case EntryKind::PeopleMerged:
    case EntryKind::PeopleUnmerged:
    case EntryKind::FieldsChosen:
    case EntryKind::ItemAssigned:
    case EntryKind::PairDecided:
        applyMergeEvent(record, payload);
        break;
    default:
        break;
    }
    return record;
}

void ReferenceCentre::applyPerson(Record &record, const QJsonObject &payload)
{
    const auto here = m.people.find(record.entry.aggregate);
    if (record.entry.kind == EntryKind::PersonCreated) {
        const QJsonObject fields = payload.value(u"fields"_s).toObject();
        if (here == m.people.end()) {
            m.people[record.entry.aggregate] = Row{1, fields, {}, false};
            m.arrived.insert(record.entry.aggregate);
            record.revision = 1;
            noteChange(domain::PersonId(record.entry.aggregate));
            // After a restore a desk may tell of a merge before another has brought one of the two again.
            if (m.samePerson.contains(record.entry.aggregate))
                refreshSamePerson(domain::PersonId(record.entry.aggregate));
            return;
        }
        record.revision = here->second.revision;
        if (here->second.fields == fields)
            record.code = u"duplicate"_s;
        else
            putAside(record, u"id_reuse"_s);
        return;
    }
    if (here == m.people.end()) {
        park(record, u"unknown_person"_s, record.entry.aggregate);
    } else if (here->second.removed) {
        record.revision = here->second.revision;
        putAside(record, u"person_removed"_s);
    } else {
        editPerson(record, payload, here->second);
    }
}

// Field by field: still what the desk had seen, or unchanged since the base: applied. The same value: nothing to do.
// Anything else is a conflict, and the centre's value stays until a person decides.
void ReferenceCentre::editPerson(Record &record, const QJsonObject &payload, Row &row)
{
    const QJsonObject set = payload.value(u"set"_s).toObject();
    const QJsonObject was = payload.value(u"was"_s).toObject();
    const qint64 base = record.entry.baseRevision;
    const auto orNull = [](const QJsonObject &object, const QString &key) {
        return object.contains(key) ? object.value(key) : QJsonValue(QJsonValue::Null);
    };
    bool isChanged = false;
    for (auto field = set.constBegin(); field != set.constEnd(); ++field) {
        const QJsonValue present = orNull(row.fields, field.key());
        if (present == field.value())
            continue;
        const auto changed = row.changedAt.find(field.key());
        const qint64 changedAt = changed == row.changedAt.end() ? 1 : changed->second;
        const bool isUntouched = changedAt <= base && base <= row.revision;
        if (present != orNull(was, field.key()) && !isUntouched) {
            raiseConflict(record, field.key(), field.value(), present);
            continue;
        }
        if (field.value().isNull())
            row.fields.remove(field.key());
        else
            row.fields.insert(field.key(), field.value());
        row.changedAt[field.key()] = row.revision + 1;
        isChanged = true;
    }
    if (isChanged) {
        ++row.revision;
        noteChange(domain::PersonId(record.entry.aggregate));
    }
    record.revision = row.revision;
}

// One open conflict for each field and desk: the newest wish of the desk counts.
void ReferenceCentre::raiseConflict(Record &record, const QString &field, const QJsonValue &ours,
                                    const QJsonValue &theirs)
{
    const domain::PersonId person(record.entry.aggregate);
    const auto same = std::ranges::find_if(m.conflicts, [&](const OpenConflict &open) {
        return open.conflict.person == person && open.conflict.field == field && open.device == record.device.uuid() &&
               !open.conflict.decidedAt;
    });
    OpenConflict open;
    if (same != m.conflicts.end())
        open = *same;
    else
        open.conflict.id = domain::ConflictId(nextId());
    open.device = record.device.uuid();
    open.conflict.person = person;
    open.conflict.field = field;
    open.conflict.ours = ours;
    open.conflict.theirs = theirs;
    open.conflict.raisedAt = now;
    if (same != m.conflicts.end())
        *same = open;
    else
        m.conflicts.push_back(open);
    noteChange(person, open.conflict);
    record.state = EntryState::Conflict;
    record.code = u"conflict"_s;
}

// The log has that it changed; what is handed out is what it is by now.
store::FieldConflict ReferenceCentre::conflictNow(const store::FieldConflict &asRaised) const
{
    const auto found =
        std::ranges::find_if(m.conflicts, [&](const OpenConflict &open) { return open.conflict.id == asRaised.id; });
    return found == m.conflicts.end() ? asRaised : found->conflict;
}

void ReferenceCentre::applyInteraction(Record &record, const QJsonObject &payload)
{
    QUuid id = uuidIn(payload.value(u"interaction"_s).toObject(), u"id"_s);
    if (id.isNull())
        id = record.entry.aggregate;
    const auto here = m.logged.find(id);
    if (here == m.logged.end()) {
        auto interaction = domain::interactionFromJson(payload);
        if (interaction && !keepRestricted(*interaction)) {
            putAside(record, u"id_reuse"_s);
            return;
        }
        m.logged[id] = record.entry.id.uuid();
        m.arrived.insert(id);
        if (interaction && (interaction->person || !interaction->specialCategory.empty()))
            noteTalk(m.talks[id] = {*interaction, record.entry.agent});
        return;
    }
    const auto first = m.records.find(here->second);
    if (first != m.records.end() && first->second.entry.payload == record.entry.payload)
        record.code = u"duplicate"_s;
    else
        putAside(record, u"id_reuse"_s);
}

void ReferenceCentre::applyNote(Record &record, const QJsonObject &payload)
{
    const QUuid interaction = uuidIn(payload, u"interaction"_s);
    if (!m.logged.contains(interaction) && !m.interactions.contains(interaction)) {
        park(record, u"unknown_interaction"_s, interaction);
        return;
    }
    const QUuid id = uuidIn(payload, u"id"_s);
    const QByteArray text = interaction.toRfc4122() + payload.value(u"text"_s).toString().toUtf8();
    const auto there = m.notes.find(id);
    if (there == m.notes.end()) {
        m.notes[id] = text;
        if (const auto talk = m.talks.find(interaction); talk != m.talks.end())
            noteTalk(talk->second);
    } else if (there->second == text)
        record.code = u"duplicate"_s;
    else
        putAside(record, u"id_reuse"_s);
}

void ReferenceCentre::keep(const Record &record)
{
    const PayloadKey key{record.entry.id.uuid(), record.entry.payload};
    const bool isAside = record.state == EntryState::Parked || record.state == EntryState::Quarantined;
    if (isAside) {
        const auto aside = m.quarantine.try_emplace(key, record).first;
        const domain::DeviceId first = aside->second.device; // stays: what becomes of it is told there
        aside->second = record;
        aside->second.device = first;
        if (record.state == EntryState::Parked)
            m.parkedFor.emplace(record.waitsFor, key);
        if (onRecord)
            onRecord(record);
        return;
    }
    m.quarantine.erase(key);
    Record &kept = m.records[key.first];
    const int times = kept.timesApplied;
    kept = record;
    kept.timesApplied = times + 1;
    if (onRecord)
        onRecord(kept);
}

void ReferenceCentre::releaseParked()
{
    std::vector<Record> ready;
    for (const QUuid &id : std::exchange(m.arrived, {})) {
        const auto first = m.parkedFor.lower_bound({id, {}});
        auto waits = first;
        for (; waits != m.parkedFor.end() && waits->first == id; ++waits) {
            const auto record = m.quarantine.find(waits->second);
            if (record != m.quarantine.end() && record->second.state == EntryState::Parked)
                ready.push_back(record->second);
        }
        m.parkedFor.erase(first, waits);
    }
    std::ranges::sort(ready, {},
                      [](const Record &record) { return std::pair(record.device.uuid(), record.entry.sequence); });
    for (const Record &record : ready) {
        const Record again = apply(record.entry, record.device);
        if (again.state == EntryState::Parked)
            continue;
        keep(again);
        tellDesk(again);
    }
}

void ReferenceCentre::tellDesk(const Record &record)
{
    store::EntryNews news;
    news.number = m.news.empty() ? 1 : m.news.back().news.number + 1;
    news.entry = record.entry.id;
    news.state = record.state;
    news.code = record.code;
    news.revision = record.revision;
    news.transaction = m.transaction;
    m.news.push_back({m.devices.at(record.device.uuid()).origin, news});
}

std::vector<store::EntryNews> ReferenceCentre::newsFor(QUuid device, qint64 seen) const
{
    const auto desk = m.devices.find(device);
    std::vector<store::EntryNews> news;
    if (desk == m.devices.end() || mutant == Mutant::TellsNoNews)
        return news;
    for (const News &one : m.news) {
        // Put aside, and taken since when its desk sent it again: that was the answer.
        const bool isOvertaken = one.news.state == EntryState::Quarantined && m.records.contains(one.news.entry.uuid());
        if (one.origin == desk->second.origin && one.news.number > seen && !isOvertaken)
            news.push_back(one.news);
    }
    return news;
}

} // namespace reeve::test
