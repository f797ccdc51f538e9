// SPDX-License-Identifier: MIT
// Batches on their way out, and what the centre says of them.
#include "core/central/json_records.h"
#include "core/central/payload_phrases.h"
#include "core/central/replies.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <optional>
#include <type_traits>

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

// What `of` says of each entry; said once when it is the same of all. `bytes`: about as long is one.
template <typename Of>
ArrayParameter ofEach(const std::vector<store::OutboxEntry> &entries, unsigned element, qsizetype bytes, Of of)
{
    static_assert(!std::is_same_v<std::invoke_result_t<Of &, const store::OutboxEntry &>, QByteArrayView>,
                  "two are compared: a view of what is gone by then would look like any other");
    const bool isSame =
        std::ranges::all_of(entries, [&](const auto &entry) { return of(entry) == of(entries.front()); });
    const std::size_t count = isSame ? 1 : entries.size();
    ArrayParameter array(element, static_cast<qsizetype>(count), static_cast<qsizetype>(count) * bytes);
    for (std::size_t n = 0; n < count; ++n)
        array.append(of(entries[n]));
    return array;
}

// The numbers of the entries; without a gap among them the first one says it all.
ArrayParameter sequencesOf(const std::vector<store::OutboxEntry> &entries)
{
    const auto count = static_cast<qint64>(entries.size());
    const qint64 first = entries.front().sequence;
    bool isRow = true;
    for (qint64 n = 0; n < count; ++n)
        isRow = isRow && entries[static_cast<std::size_t>(n)].sequence == first + n;
    ArrayParameter array(type::int8, isRow ? 1 : count, 8 * count);
    for (const store::OutboxEntry &entry : entries) {
        array.append(entry.sequence);
        if (isRow)
            break;
    }
    return array;
}

// The payloads, and the phrases that are said once of them: none where that would save nothing.
std::pair<ArrayParameter, ArrayParameter> payloadsOf(const std::vector<QByteArrayView> &said)
{
    const auto arrayOf = [](const auto &all) {
        qsizetype bytes = 0;
        for (const auto &one : all)
            bytes += one.size();
        ArrayParameter array(type::bytea, static_cast<qsizetype>(all.size()), bytes);
        for (const auto &one : all)
            array.append(QByteArrayView(one));
        return array;
    };
    if (const auto made = shortened(said))
        return {arrayOf(QList{made->joined}), arrayOf(made->phrases)};
    return {arrayOf(said), arrayOf(QList<QByteArray>())};
}

} // namespace

Parameters pushParameters(const sync::PushBatch &batch)
{
    using store::OutboxEntry;
    const auto count = static_cast<qsizetype>(batch.entries.size());
    std::vector<QByteArrayView> said;
    ArrayParameter ids(type::uuid, count, 16 * count);
    ArrayParameter times(type::int8, count, 8 * count);
    ArrayParameter monotonic(type::int8, count, 8 * count);
    for (const OutboxEntry &entry : batch.entries) {
        ids.append(entry.id.uuid());
        said.emplace_back(entry.payload);
        times.append(toMilliseconds(entry.deviceTime));
        monotonic.append(entry.monotonic);
    }
    const auto kinds =
        ofEach(batch.entries, type::text, 20, [](const OutboxEntry &entry) { return store::toCode(entry.kind); });
    const auto bases =
        ofEach(batch.entries, type::int8, 8, [](const OutboxEntry &entry) { return entry.baseRevision; });
    const auto agents = ofEach(batch.entries, type::text, 20, [](const OutboxEntry &entry) { return entry.agent; });
    const auto skews = ofEach(batch.entries, type::int8, 8, [](const OutboxEntry &entry) { return entry.skew; });
    const auto [payloads, phrases] = payloadsOf(said);
    Parameters parameters;
    parameters.text(batch.token).uuid(batch.device.uuid()).uuid(batch.incarnation).integer(batch.deliveries);
    parameters.array(type::int8Array, sequencesOf(batch.entries)).array(type::uuidArray, ids);
    parameters.array(type::textArray, kinds).array(type::int8Array, bases).array(type::byteaArray, payloads);
    parameters.array(type::textArray, agents).array(type::int8Array, times).array(type::int8Array, monotonic);
    parameters.array(type::int8Array, skews).array(type::byteaArray, phrases);
    return parameters;
}

Result<sync::PushReply> pushReply(const Rows &rows, const std::vector<qint64> &sequences)
{
    const QJsonObject json = QJsonDocument::fromJson(rows.bytes(0, 0)).object();
    sync::PushReply reply;
    reply.transaction = json.value(u"x"_s).toString().toULongLong();
    if (reply.transaction == 0)
        return fail(ErrorCode::Internal, u"an answer to a push that cannot be read"_s);
    reply.deliveries = json.value(u"d"_s).toInteger();
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
