// SPDX-License-Identifier: MIT
#include "tests/sync/reference/reference_centre.h"

#include <QJsonDocument>

#include <algorithm>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using store::EntryOutcome;
using store::EntryState;
using store::OutboxEntry;

ReferenceCentre::ReferenceCentre()
{
    m.epoch = nextId();
}

QUuid ReferenceCentre::nextId()
{
    // Shaped like a UUIDv7, and in order.
    const quint64 n = m.ids++;
    return QUuid(uint(0xC0000000), ushort(n >> 16), ushort(0x7000), uchar(0x80), 0, uchar(n >> 32), uchar(n >> 24),
                 uchar(n >> 16), uchar(n >> 8), uchar(n), 1);
}

QString ReferenceCentre::givenSession(const QString &agent)
{
    const std::lock_guard lock(m_mutex);
    const QString token = u"token "_s + nextId().toString(QUuid::WithoutBraces);
    m.sessions[token] = agent;
    return token;
}

void ReferenceCentre::givenAgent(const QString &agent, const QString &password)
{
    const std::lock_guard lock(m_mutex);
    m.passwords[agent] = password;
}

std::pair<domain::DeviceId, QUuid> ReferenceCentre::givenDevice()
{
    const std::lock_guard lock(m_mutex);
    const QUuid id = nextId();
    m.devices[id].incarnation = nextId();
    return {domain::DeviceId(id), m.devices[id].incarnation};
}

domain::PersonId ReferenceCentre::givenPerson(const QJsonObject &fields)
{
    const std::lock_guard lock(m_mutex);
    const domain::PersonId id(nextId());
    m.people[id.uuid()] = Row{1, fields, {}, false};
    ++m.transaction;
    noteChange(id);
    return id;
}

void ReferenceCentre::editPerson(domain::PersonId id, const QJsonObject &set)
{
    const std::lock_guard lock(m_mutex);
    Row &row = m.people[id.uuid()];
    ++row.revision;
    for (auto field = set.constBegin(); field != set.constEnd(); ++field) {
        row.fields.insert(field.key(), field.value());
        row.changedAt[field.key()] = row.revision;
    }
    ++m.transaction;
    noteChange(id);
}

void ReferenceCentre::removePerson(domain::PersonId id)
{
    const std::lock_guard lock(m_mutex);
    Row &row = m.people[id.uuid()];
    ++row.revision;
    row.removed = true;
    row.fields = {};
    ++m.transaction;
    noteChange(id);
}

void ReferenceCentre::givenInteraction(const domain::Interaction &interaction, const QString &agent)
{
    const std::lock_guard lock(m_mutex);
    m.interactions[interaction.id.uuid()] = {interaction, agent};
}

void ReferenceCentre::setDeviceStatus(domain::DeviceId device, const QString &status)
{
    const std::lock_guard lock(m_mutex);
    m.devices[device.uuid()].status = status;
}

void ReferenceCentre::endSessions()
{
    const std::lock_guard lock(m_mutex);
    m.sessions.clear();
}

void ReferenceCentre::settle()
{
    const std::lock_guard lock(m_mutex);
    m.settledHorizon = m.transaction + 1;
}

ReferenceCentre::State ReferenceCentre::backup() const
{
    const std::lock_guard lock(m_mutex);
    return m;
}

void ReferenceCentre::restore(const State &backup, bool announce)
{
    const std::lock_guard lock(m_mutex);
    const quint64 ids = m.ids;
    m = backup;
    m.ids = ids; // random in the real centre: never the same again
    if (announce)
        m.epoch = nextId();
}

int ReferenceCentre::timesApplied(domain::EntryId id) const
{
    const std::lock_guard lock(m_mutex);
    const auto found = m.records.find(id.uuid());
    return found == m.records.end() ? 0 : found->second.timesApplied;
}

bool ReferenceCentre::isQuarantined(domain::EntryId id) const
{
    const std::lock_guard lock(m_mutex);
    return m.quarantine.contains(id.uuid());
}

std::map<QUuid, QJsonObject> ReferenceCentre::people() const
{
    const std::lock_guard lock(m_mutex);
    std::map<QUuid, QJsonObject> people;
    for (const auto &[id, row] : m.people) {
        if (!row.removed)
            people[id] = row.fields;
    }
    return people;
}

int ReferenceCentre::helloCount() const
{
    const std::lock_guard lock(m_mutex);
    return m_hellos;
}

qint64 ReferenceCentre::recordCount() const
{
    const std::lock_guard lock(m_mutex);
    return qint64(m.records.size());
}

void ReferenceCentre::noteChange(domain::PersonId person, std::optional<store::FieldConflict> conflict)
{
    m.changes.push_back({{m.transaction, ++m_changeNumber}, person, std::move(conflict)});
}

EntryOutcome ReferenceCentre::apply(const OutboxEntry &entry, domain::DeviceId device, sync::PushReply &reply)
{
    const auto known = m.records.find(entry.id.uuid());
    if (known != m.records.end()) {
        if (known->second.entry.payload == entry.payload)
            return {entry.sequence, EntryState::Sent, u"duplicate"_s, 0};
        m.quarantine[entry.id.uuid()] = {entry, device, 0, m.transaction};
        return {entry.sequence, EntryState::Quarantined, u"id_reuse"_s, 0};
    }
    if (entry.payload.contains(poison) && !takesPoison) {
        m.quarantine[entry.id.uuid()] = {entry, device, 0, m.transaction};
        return {entry.sequence, EntryState::Quarantined, u"poison"_s, 0};
    }

    EntryOutcome outcome{entry.sequence, EntryState::Sent, {}, 0};
    const QJsonObject payload = QJsonDocument::fromJson(entry.payload).object();
    if (entry.kind == store::EntryKind::PersonCreated || entry.kind == store::EntryKind::PersonEdited)
        outcome = applyPerson(entry, payload, reply);
    else if (payload.contains(u"order"_s))
        outcome = applyMergeEvent(entry, payload);
    if (outcome.state == EntryState::Quarantined) {
        m.quarantine[entry.id.uuid()] = {entry, device, 0, m.transaction};
        return outcome;
    }
    m.quarantine.erase(entry.id.uuid());
    Record &record = m.records[entry.id.uuid()];
    record.entry = entry;
    record.device = device;
    record.transaction = m.transaction;
    ++record.timesApplied;
    return outcome;
}

EntryOutcome ReferenceCentre::applyMergeEvent(const OutboxEntry &entry, const QJsonObject &payload)
{
    auto event = domain::mergeEventFromJson(payload);
    if (!event || domain::kindCode(*event) != store::toCode(entry.kind))
        return {entry.sequence, EntryState::Quarantined, u"malformed"_s, 0};
    event->agent = entry.agent;
    if (m.mergeEvents.emplace(event->id.uuid(), *event).second) {
        noteChange(domain::recordsOf(*event).front());
        m.changes.back().mergeEvent = *event;
    }
    return {entry.sequence, EntryState::Sent, {}, 0};
}

// Field by field: unchanged since the base, or still what the desk had seen: applied. The same value: nothing to do.
// Anything else is a conflict, and the centre's value stays until a person decides.
EntryOutcome ReferenceCentre::applyPerson(const OutboxEntry &entry, const QJsonObject &payload, sync::PushReply &reply)
{
    const domain::PersonId id(entry.aggregate);
    Row &row = m.people[entry.aggregate];
    if (row.removed)
        return {entry.sequence, EntryState::Quarantined, u"erased"_s, 0};
    if (entry.kind == store::EntryKind::PersonCreated) {
        row.fields = payload.value(u"fields"_s).toObject();
        ++row.revision;
        noteChange(id);
        return {entry.sequence, EntryState::Sent, {}, row.revision};
    }

    const QJsonObject set = payload.value(u"set"_s).toObject();
    const QJsonObject was = payload.value(u"was"_s).toObject();
    EntryOutcome outcome{entry.sequence, EntryState::Sent, {}, 0};
    const qint64 next = row.revision + 1;
    bool isChanged = false;
    for (auto field = set.constBegin(); field != set.constEnd(); ++field) {
        const QJsonValue current = row.fields.value(field.key());
        const auto changed = row.changedAt.find(field.key());
        const bool isUntouched = changed == row.changedAt.end() || changed->second <= entry.baseRevision;
        if (current == field.value())
            continue;
        if (!isUntouched && current != was.value(field.key())) {
            store::FieldConflict conflict;
            conflict.id = domain::ConflictId(nextId());
            conflict.person = id;
            conflict.field = field.key();
            conflict.ours = field.value();
            conflict.theirs = current;
            conflict.raisedAt = now;
            reply.conflicts.push_back(conflict);
            noteChange(id, conflict);
            outcome.state = EntryState::Conflict;
            continue;
        }
        row.fields.insert(field.key(), field.value());
        row.changedAt[field.key()] = next;
        isChanged = true;
    }
    if (isChanged) {
        row.revision = next;
        noteChange(id);
    }
    outcome.revision = row.revision;
    return outcome;
}

} // namespace reeve::test
