// SPDX-License-Identifier: MIT
#include "tests/sync/reference/reference_centre.h"

#include <algorithm>
#include <utility>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;

ReferenceCentre::ReferenceCentre()
{
    m.epoch = nextId();
    m.epochs[m.epoch] = 1;
}

void ReferenceCentre::beginEpoch(QUuid lost)
{
    if (!lost.isNull())
        m.epochs.emplace(lost, qint64(m.epochs.size()) + 1);
    m.epoch = nextId();
    m.epochs[m.epoch] = qint64(m.epochs.size()) + 1;
    m.isUnconfirmed = asksToConfirm;
}

void ReferenceCentre::confirm()
{
    const std::lock_guard lock(m_mutex);
    m.isUnconfirmed = false;
}

QUuid ReferenceCentre::nextId()
{
    // Shaped like a UUIDv7, and in order.
    const quint64 n = m.ids++;
    return QUuid(uint(0xC0000000), ushort(n >> 16), ushort(0x7000), uchar(0x80), 0, uchar(n >> 32), uchar(n >> 24),
                 uchar(n >> 16), uchar(n >> 8), uchar(n), 1);
}

QString ReferenceCentre::givenSession(const QString &agent, domain::DeviceId device)
{
    const std::lock_guard lock(m_mutex);
    if (!device.isNull() && !m.devices.contains(device.uuid())) {
        m.devices[device.uuid()].incarnation = nextId(); // not the desk's: at hello it becomes a new one
        m.devices[device.uuid()].origin = device.uuid();
    }
    const QString token = u"token "_s + nextId().toString(QUuid::WithoutBraces);
    m.sessions[token] = agent;
    return token;
}

void ReferenceCentre::givenAgent(const QString &agent, const QString &password)
{
    const std::lock_guard lock(m_mutex);
    m.passwords[agent] = password;
}

void ReferenceCentre::givenRoles(const QString &agent, const domain::Roles &roles)
{
    const std::lock_guard lock(m_mutex);
    m.roles[agent] = roles;
}

domain::Roles ReferenceCentre::rolesOf(const QString &token) const
{
    const auto session = m.sessions.find(token);
    if (session == m.sessions.end())
        return {};
    const auto roles = m.roles.find(session->second);
    return roles == m.roles.end() ? domain::Roles{domain::Role::Handler} : roles->second;
}

std::pair<domain::DeviceId, QUuid> ReferenceCentre::givenDevice()
{
    const std::lock_guard lock(m_mutex);
    const QUuid id = nextId();
    m.devices[id].incarnation = nextId();
    m.devices[id].origin = id;
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
    if (row.removed)
        return;
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
    forgetMergedFields(id);
}

void ReferenceCentre::givenInteraction(const domain::Interaction &interaction, const QString &agent)
{
    const std::lock_guard lock(m_mutex);
    m.interactions[interaction.id.uuid()] = {interaction, agent};
}

void ReferenceCentre::setDeviceStatus(domain::DeviceId device, const QString &status)
{
    const std::lock_guard lock(m_mutex);
    if (const auto known = m.devices.find(device.uuid()); known != m.devices.end())
        known->second.status = status;
}

void ReferenceCentre::endSessions()
{
    const std::lock_guard lock(m_mutex);
    m.sessions.clear();
}

void ReferenceCentre::endSession(const QString &token)
{
    const std::lock_guard lock(m_mutex);
    m.sessions.erase(token);
}

void ReferenceCentre::settle()
{
    const std::lock_guard lock(m_mutex);
    m.settledHorizon = m.transaction + 1;
}

void ReferenceCentre::settleUpTo(quint64 horizon)
{
    const std::lock_guard lock(m_mutex);
    m.settledHorizon = horizon;
}

ReferenceCentre::State ReferenceCentre::backup()
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
    m.unfinished.clear();
    if (announce)
        beginEpoch();
}

void ReferenceCentre::openEpoch()
{
    const std::lock_guard lock(m_mutex);
    m.unfinished.clear();
    beginEpoch();
    m.isUnconfirmed = false;
}

quint64 ReferenceCentre::beginEdit(domain::PersonId id, const QJsonObject &set)
{
    const std::lock_guard lock(m_mutex);
    const quint64 transaction = ++m.transaction;
    m.unfinished[transaction] = {id, set, nextChangeNumber(), toMilliseconds(now)};
    return transaction;
}

void ReferenceCentre::finishEdits()
{
    const std::lock_guard lock(m_mutex);
    for (const auto &[transaction, edit] : std::exchange(m.unfinished, {})) {
        Row &row = m.people[edit.person.uuid()];
        if (row.removed)
            continue;
        ++row.revision;
        for (auto field = edit.set.constBegin(); field != edit.set.constEnd(); ++field) {
            row.fields.insert(field.key(), field.value());
            row.changedAt[field.key()] = row.revision;
        }
        Change change{{transaction, edit.number}, edit.person, {}, {}, {}};
        if (mutant == Mutant::TimestampCursor)
            change.at = {quint64(edit.begunAt), 0};
        m.changes.insert(std::ranges::upper_bound(m.changes, change.at, {}, &Change::at), std::move(change));
    }
}

std::optional<sync::Cursor> ReferenceCentre::firstToAppear() const
{
    const std::lock_guard lock(m_mutex);
    if (m.unfinished.empty())
        return std::nullopt;
    const auto &[transaction, edit] = *m.unfinished.begin();
    return mutant == Mutant::TimestampCursor ? sync::Cursor{quint64(edit.begunAt), 0}
                                             : sync::Cursor{transaction, edit.number};
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
    const auto first = m.quarantine.lower_bound({id.uuid(), QByteArray()});
    return first != m.quarantine.end() && first->first.first == id.uuid();
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

std::vector<store::FieldConflict> ReferenceCentre::openConflicts() const
{
    const std::lock_guard lock(m_mutex);
    std::vector<store::FieldConflict> open;
    for (const OpenConflict &one : m.conflicts) {
        const auto about = m.people.find(one.conflict.person.uuid());
        if (!one.conflict.decidedAt && about != m.people.end() && !about->second.removed)
            open.push_back(one.conflict);
    }
    return open;
}

void ReferenceCentre::decideConflicts(Instant raisedBefore)
{
    const std::lock_guard lock(m_mutex);
    for (OpenConflict &open : m.conflicts) {
        if (open.conflict.decidedAt || open.conflict.raisedAt >= raisedBefore)
            continue;
        open.conflict.decidedAt = now;
        ++m.transaction;
        noteChange(open.conflict.person, open.conflict);
    }
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

void ReferenceCentre::noteChange(domain::PersonId person, std::optional<store::FieldConflict> conflict,
                                 QUuid mergeEvent, QUuid interaction)
{
    putChange({{m.transaction, nextChangeNumber()}, person, std::move(conflict), mergeEvent, interaction});
}

void ReferenceCentre::putChange(Change change)
{
    if (mutant == Mutant::TimestampCursor)
        change.at = {quint64(toMilliseconds(now)), 0};
    m.changes.insert(std::ranges::upper_bound(m.changes, change.at, {}, &Change::at), std::move(change));
}

// In the order of their making, and none that was there in a time that was lost: random in the real centre.
qint64 ReferenceCentre::nextChangeNumber()
{
    return (++m.changeNumber << 20) | qint64(m_changes++ & 0xFFFFF);
}

bool ReferenceCentre::isOurs(sync::Cursor position) const
{
    const auto change = std::ranges::lower_bound(m.changes, position, {}, &Change::at);
    return position == sync::Cursor{} || (change != m.changes.end() && change->at == position);
}

quint64 ReferenceCentre::oldestUnfinished() const
{
    return m.unfinished.empty() ? m.transaction + 1 : m.unfinished.begin()->first;
}

} // namespace reeve::test
