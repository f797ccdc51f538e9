// SPDX-License-Identifier: MIT
// The contract of the centre, call by call.
#include "tests/sync/reference/reference_centre.h"

#include <QJsonDocument>

#include <algorithm>
#include <limits>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;

Result<sync::SignInReply> ReferenceCentre::signIn(const QString &agent, const QString &password,
                                                  domain::DeviceId device)
{
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m.passwords.find(agent);
        if (known == m.passwords.end() || known->second != password)
            return fail(ErrorCode::SignInNeeded);
    }
    sync::SignInReply reply;
    reply.token = givenSession(agent, device);
    reply.expiresAt = now + std::chrono::hours(12);
    reply.roles = {domain::Role::Handler};
    reply.displayName = agent;
    return reply;
}

Result<sync::EnrolReply> ReferenceCentre::enrol(const QString &agent, const QString &password)
{
    Result<sync::SignInReply> session = signIn(agent, password);
    if (!session)
        return fail(session);
    const auto [device, incarnation] = givenDevice();
    return sync::EnrolReply{device, incarnation, u"reeve_desk"_s, u"pool password"_s, QByteArray(), *session};
}

Result<> ReferenceCentre::check(const QString &token, domain::DeviceId device, bool reads, sync::Cursor after)
{
    if (!m.sessions.contains(token))
        return fail(ErrorCode::SignInNeeded);
    const auto desk = m.devices.find(device.uuid());
    if (desk == m.devices.end())
        return fail(ErrorCode::SignInNeeded);
    const QString &status = desk->second.status;
    if (status == u"revoked" || (reads && status == u"wipe"))
        return fail(ErrorCode::DeviceRevoked);
    if (reads && status != u"active")
        return fail(ErrorCode::Denied);
    if (reads && isTooNewToRead)
        return fail(ErrorCode::CentralTooNew);
    if (reads && m.isUnconfirmed)
        return fail(ErrorCode::CentralBusy);
    if (!isOurs(after) && mutant != Mutant::NoEpoch)
        return fail(ErrorCode::StaleIncarnation);
    if (reads)
        desk->second.previous = QUuid();
    if (reads && onRead)
        onRead(desk->second);
    return {};
}

Result<sync::HelloReply> ReferenceCentre::hello(const sync::HelloRequest &request)
{
    const std::lock_guard lock(m_mutex);
    ++m_hellos;
    if (!m.sessions.contains(request.token))
        return fail(ErrorCode::SignInNeeded);
    const auto asked = m.devices.find(request.device.uuid());
    if (asked == m.devices.end())
        return fail(ErrorCode::SignInNeeded); // enrolled after the backup this centre was restored from
    const Device desk = asked->second;
    const quint64 transaction = ++m.transaction;
    sync::HelloReply reply;
    reply.deviceStatus = desk.status;
    reply.device = request.device;
    reply.incarnation = desk.incarnation;
    reply.hasEntriesTo = desk.lastSequence;
    reply.deliveries = desk.deliveries;
    if (desk.status == u"active" || desk.status == u"push_only") {
        Device greeted = desk;
        const bool isExpected = request.incarnation == desk.incarnation;
        const bool isKnown = isExpected || request.incarnation == desk.previous;
        if (isExpected)
            greeted.previous = request.incarnation;
        if (!isKnown)
            greetStranger(request, greeted, reply);
        greeted.incarnation = sealedNonce(reply.device.uuid(), m.epoch, transaction);
        m.devices[reply.device.uuid()] = greeted;
        reply.incarnation = greeted.incarnation;
        reply.news = newsFor(reply.device.uuid(), request.newsSeen);
    }
    reply.epoch = m.epoch;
    reply.highestTransaction =
        mutant == Mutant::NoEpoch ? std::max(transaction, request.highestTransaction) : transaction;
    if (mutant == Mutant::NoEpoch) {
        reply.hasEntriesTo.reset();
        reply.deliveries = std::numeric_limits<qint64>::max();
    }
    reply.settledHorizon = m.settledHorizon;
    reply.centralTime = now;
    reply.herdSpreadMs = herdSpreadMs;
    reply.pollMs = pollMs;
    reply.sessionExpiresAt = now + std::chrono::hours(12);
    reply.roles = rolesOf(request.token);
    return reply;
}

// It shows a nonce that we do not expect. A later one than we remember proves that we went back in time; else it is a
// copy, or rolled back: a desk of its own from now on.
void ReferenceCentre::greetStranger(const sync::HelloRequest &request, Device &greeted, sync::HelloReply &reply)
{
    const QUuid device = request.device.uuid();
    const auto shown = originOf(request.incarnation, device, request.epoch);
    const auto remembered = originOf(greeted.incarnation, device, {});
    const bool isProof = shown && (!remembered || shown->place > remembered->place);
    if (mutant == Mutant::AcceptsCopies || (isProof && mutant == Mutant::NoEpoch)) {
        greeted.previous = request.incarnation;
        return;
    }
    if (!isProof) {
        reply.device = domain::DeviceId(nextId());
        reply.deliveries = greeted.deliveries = 0; // it has delivered nothing under that name
        for (auto &[person, desks] : m.followedBy) {
            if (desks.contains(device))
                desks.insert(reply.device.uuid());
        }
        greeted.previous = QUuid();
        return;
    }
    greeted.previous = request.incarnation;
    const bool isLost = !m.epochs.contains(shown->epoch);
    if (isLost || shown->epoch == m.epoch)
        beginEpoch(isLost ? shown->epoch : QUuid());
}

QUuid ReferenceCentre::sealedNonce(QUuid device, QUuid epoch, quint64 transaction)
{
    const auto mixed = [transaction](QUuid id, quint64 seal) {
        seal = (seal ^ id.data1) * 0x100000001B3ULL;
        seal = (seal ^ (quint64(id.data2) << 16) ^ id.data3) * 0x100000001B3ULL;
        for (const uchar byte : id.data4)
            seal = (seal ^ byte) * 0x100000001B3ULL;
        return (seal ^ transaction) * 0x9E3779B97F4A7C15ULL;
    };
    const quint64 seal = mixed(epoch, mixed(device, 0xCBF29CE484222325ULL));
    return QUuid(uint(transaction >> 32), ushort(transaction >> 16), ushort(transaction), uchar(seal >> 56),
                 uchar(seal >> 48), uchar(seal >> 40), uchar(seal >> 32), uchar(seal >> 24), uchar(seal >> 16),
                 uchar(seal >> 8), uchar(seal));
}

std::optional<ReferenceCentre::NonceOrigin> ReferenceCentre::originOf(QUuid nonce, QUuid device, QUuid named) const
{
    const quint64 transaction = (quint64(nonce.data1) << 32) | (quint64(nonce.data2) << 16) | nonce.data3;
    std::optional<NonceOrigin> origin;
    for (const auto &[epoch, number] : m.epochs) {
        if (sealedNonce(device, epoch, transaction) == nonce)
            origin = NonceOrigin{epoch, {number, transaction}};
    }
    const bool isLost = !named.isNull() && !m.epochs.contains(named);
    if (!origin && isLost && sealedNonce(device, named, transaction) == nonce)
        origin = NonceOrigin{named, {qint64(1) << 32, transaction}};
    return origin;
}

Result<sync::PushReply> ReferenceCentre::push(const sync::PushBatch &batch)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<> isKnown = check(batch.token, batch.device, false); !isKnown)
        return fail(isKnown);
    Device &device = m.devices[batch.device.uuid()];
    const bool isExpected = batch.incarnation == device.incarnation;
    if (!isExpected && batch.incarnation != device.previous && mutant != Mutant::AcceptsCopies)
        return fail(ErrorCode::StaleIncarnation);
    if (batch.deliveries > device.deliveries && mutant != Mutant::NoEpoch && mutant != Mutant::IgnoresDeliveries)
        return fail(ErrorCode::StaleIncarnation); // we were put back
    if (isExpected)
        device.previous = QUuid();
    if (std::ranges::any_of(batch.entries, [](const auto &entry) { return entry.payload.contains(unspeakable); }))
        return fail(ErrorCode::InvalidInput);

    if (!batch.entries.empty())
        device.lastSequence = std::max(device.lastSequence, batch.entries.back().sequence);
    sync::PushReply reply;
    reply.transaction = ++m.transaction;
    reply.deliveries = ++device.deliveries;
    if (refusesToAnswerFor)
        return reply;
    for (const store::OutboxEntry &entry : batch.entries) {
        deliver(entry, batch.device, reply);
        const bool isRefused = reply.outcomes.back().state == store::EntryState::Quarantined;
        if (isRefused && mutant == Mutant::BlocksOnPoison) {
            reply.outcomes.pop_back();
            break;
        }
    }
    releaseParked();
    return reply;
}

std::optional<ReferenceCentre::Record> ReferenceCentre::known(const store::OutboxEntry &entry) const
{
    const auto first = m.ledger.find(entry.id.uuid());
    if (first == m.ledger.end())
        return std::nullopt;
    const auto applied = m.records.find(entry.id.uuid());
    Record record;
    if (applied != m.records.end())
        record = applied->second;
    if (first->second != qHash(entry.payload) && mutant != Mutant::IgnoresContent) {
        record.entry = entry;
        record.timesApplied = 0;
        record.state = store::EntryState::Quarantined;
        record.code = u"id_reuse"_s;
        return record;
    }
    if (applied == m.records.end())
        return std::nullopt; // what was put aside is tried again
    if (mutant == Mutant::NoDeviceLock && now - record.at < std::chrono::milliseconds(100))
        return std::nullopt; // the other transaction is still going on
    if (record.state == store::EntryState::Sent)
        record.code = u"duplicate"_s;
    return record;
}

void ReferenceCentre::deliver(const store::OutboxEntry &entry, domain::DeviceId device, sync::PushReply &reply)
{
    const std::optional<Record> before = known(entry);
    m.ledger.emplace(entry.id.uuid(), qHash(entry.payload));
    Record record = before ? *before : apply(entry, device);
    record.device = device;
    if (!before || record.state == store::EntryState::Quarantined)
        keep(record);
    if (before && record.state == store::EntryState::Sent && mutant == Mutant::AckFromReturning)
        record.state = store::EntryState::Waiting;
    reply.outcomes.push_back({entry.sequence, record.state, record.code, record.revision});
    const auto about = m.people.find(entry.aggregate);
    if (record.state != store::EntryState::Conflict || about == m.people.end() || about->second.removed)
        return;
    const QJsonObject set = QJsonDocument::fromJson(entry.payload).object().value(u"set"_s).toObject();
    for (const OpenConflict &open : m.conflicts) {
        if (open.conflict.person.uuid() == entry.aggregate && open.device == device.uuid() &&
            set.contains(open.conflict.field))
            reply.conflicts.push_back(open.conflict);
    }
}

Result<sync::Cursor> ReferenceCentre::changeLogStart(const QString &token, domain::DeviceId device)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<> isKnown = check(token, device, true); !isKnown)
        return fail(isKnown);
    const quint64 end = mutant == Mutant::SequenceCursor ? ~0ULL : oldestUnfinished();
    for (auto change = m.changes.crbegin(); change != m.changes.crend(); ++change) {
        if (change->at.transaction < end || mutant == Mutant::TimestampCursor)
            return change->at;
    }
    return sync::Cursor{};
}

Result<sync::FirstLoadPage> ReferenceCentre::firstLoad(const QString &token, domain::DeviceId device, QUuid after,
                                                       int limit)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<> isKnown = check(token, device, true); !isKnown)
        return fail(isKnown);
    sync::FirstLoadPage page;
    auto row = after.isNull() ? m.people.begin() : m.people.upper_bound(after);
    for (; row != m.people.end() && int(page.people.size()) < limit; ++row) {
        page.lastId = row->first;
        if (!row->second.removed)
            page.people.push_back({domain::PersonId(row->first), row->second.revision,
                                   QJsonDocument(row->second.fields).toJson(QJsonDocument::Compact), false});
    }
    page.isLast = row == m.people.end();
    const InOrder isBefore;
    for (const OpenConflict &open : m.conflicts) {
        const QUuid person = open.conflict.person.uuid();
        const auto about = m.people.find(person);
        if (!open.conflict.decidedAt && about != m.people.end() && !about->second.removed &&
            (after.isNull() || isBefore(after, person)) && (page.isLast || !isBefore(page.lastId, person)))
            page.conflicts.push_back(open.conflict);
    }
    for (const auto &[id, event] : m.mergeEvents) {
        const QUuid record = domain::recordsOf(event).front().uuid();
        if ((after.isNull() || isBefore(after, record)) && (page.isLast || !isBefore(page.lastId, record)) &&
            mutant != Mutant::LoadsNoMerges)
            page.mergeEvents.push_back(event);
    }
    return page;
}

Result<sync::PullPage> ReferenceCentre::pull(const QString &token, domain::DeviceId device, sync::Cursor after,
                                             int limit)
{
    const std::lock_guard lock(m_mutex);
    if (const Result<> isKnown = check(token, device, true, after); !isKnown)
        return fail(isKnown);
    sync::PullPage page;
    page.next = after;
    int count = 0;
    auto change = std::ranges::upper_bound(m.changes, after, {}, &Change::at);
    const bool isBounded = mutant != Mutant::SequenceCursor && mutant != Mutant::TimestampCursor;
    const quint64 end = isBounded ? oldestUnfinished() : ~0ULL;
    for (; change != m.changes.end() && change->at.transaction < end && count < limit; ++change, ++count) {
        page.next = change->at;
        if (change->conflict) {
            if (!m.people.at(change->person.uuid()).removed)
                page.conflicts.push_back(conflictNow(*change->conflict));
            continue;
        }
        if (!change->mergeEvent.isNull()) {
            page.mergeEvents.push_back(m.mergeEvents.at(change->mergeEvent));
            continue;
        }
        if (!change->interaction.isNull()) {
            const auto followers = m.followedBy.find(change->person.uuid());
            if (followers != m.followedBy.end() && followers->second.contains(device.uuid()))
                page.interactions.push_back(handOut(m.talks.at(change->interaction), token));
            continue;
        }
        const Row &row = m.people.at(change->person.uuid());
        page.people.push_back(
            {change->person, row.revision, QJsonDocument(row.fields).toJson(QJsonDocument::Compact), row.removed});
    }
    page.isLast = change == m.changes.end() || change->at.transaction >= end;
    return page;
}

} // namespace reeve::test
