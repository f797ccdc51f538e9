// SPDX-License-Identifier: MIT
// Batches on their way out, and what the centre says of them.
#include "core/central/json_records.h"
#include "core/central/replies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

// Only what a push can come to: that an entry is safe is never said of it alone, but by the settled horizon.
std::optional<store::EntryState> stateFrom(int code)
{
    for (const auto state : {store::EntryState::Sent, store::EntryState::Conflict, store::EntryState::Parked,
                             store::EntryState::Quarantined}) {
        if (code == static_cast<int>(state))
            return state;
    }
    return std::nullopt;
}

} // namespace

Parameters pushParameters(const sync::PushBatch &batch)
{
    const auto count = static_cast<qsizetype>(batch.entries.size());
    qsizetype payloadBytes = 0;
    for (const store::OutboxEntry &entry : batch.entries)
        payloadBytes += entry.payload.size();

    ArrayParameter sequences(type::int8, count, 8 * count);
    ArrayParameter ids(type::uuid, count, 16 * count);
    ArrayParameter kinds(type::text, count, 20 * count);
    ArrayParameter bases(type::int8, count, 8 * count);
    ArrayParameter payloads(type::bytea, count, payloadBytes);
    ArrayParameter agents(type::text, count, 20 * count);
    ArrayParameter times(type::int8, count, 8 * count);
    ArrayParameter monotonic(type::int8, count, 8 * count);
    ArrayParameter skews(type::int8, count, 8 * count);
    for (const store::OutboxEntry &entry : batch.entries) {
        sequences.append(entry.sequence);
        ids.append(entry.id.uuid());
        kinds.append(QByteArrayView(kindCode(entry.kind)));
        bases.append(entry.baseRevision);
        payloads.append(QByteArrayView(entry.payload));
        agents.append(QByteArrayView(entry.agent.toUtf8()));
        times.append(toMilliseconds(entry.deviceTime));
        monotonic.append(entry.monotonic);
        skews.append(entry.skew);
    }
    Parameters parameters;
    parameters.text(batch.token).uuid(batch.device.uuid()).uuid(batch.incarnation);
    parameters.array(type::int8Array, sequences).array(type::uuidArray, ids).array(type::textArray, kinds);
    parameters.array(type::int8Array, bases).array(type::byteaArray, payloads).array(type::textArray, agents);
    parameters.array(type::int8Array, times).array(type::int8Array, monotonic).array(type::int8Array, skews);
    return parameters;
}

Result<sync::PushReply> pushReply(const Rows &rows, const std::vector<qint64> &sequences)
{
    const QJsonObject json = QJsonDocument::fromJson(rows.bytes(0, 0)).object();
    sync::PushReply reply;
    reply.transaction = json.value(u"x"_s).toString().toULongLong();
    if (reply.transaction == 0)
        return fail(ErrorCode::Internal, u"an answer to a push that cannot be read"_s);
    reply.outcomes.reserve(sequences.size());
    for (const qint64 sequence : sequences)
        reply.outcomes.push_back({sequence, store::EntryState::Sent, {}, 0});
    const QJsonArray named = json.value(u"o"_s).toArray();
    for (const QJsonValue &value : named) {
        const auto at = static_cast<std::size_t>(value[0].toInteger(-1));
        if (at >= sequences.size())
            return fail(ErrorCode::Internal, u"an answer about an entry that was not pushed"_s);
        const std::optional<store::EntryState> state = stateFrom(value[1].toInt());
        if (!state)
            return fail(ErrorCode::Internal, u"an outcome that there is not"_s);
        store::EntryOutcome &outcome = reply.outcomes[at];
        outcome.state = *state;
        outcome.code = value[2].toString();
        outcome.revision = value[3].toInteger();
    }
    const QJsonArray conflicts = json.value(u"c"_s).toArray();
    for (const QJsonValue &value : conflicts) {
        if (auto conflict = conflictFrom(value.toObject()))
            reply.conflicts.push_back(std::move(*conflict));
    }
    return reply;
}

} // namespace reeve::central
