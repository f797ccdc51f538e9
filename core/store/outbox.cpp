// SPDX-License-Identifier: MIT
#include "core/store/outbox.h"

#include "core/store/row_values.h"

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// Of outbox_waiting, outbox_by_sequence, outbox_by_id, outbox_needing_attention and outbox_pending_for.
Result<OutboxEntry> readEntry(const Statement &row)
{
    const Result<EntryKind> kind = parseEntryKind(row.text(2));
    if (!kind)
        return fail(kind);

    OutboxEntry entry;
    entry.sequence = row.integer(0);
    entry.id = readId<domain::EntryId>(row, 1);
    entry.kind = *kind;
    entry.aggregate = readUuid(row, 3);
    if (!row.isNull(4))
        entry.person = readUuid(row, 4);
    entry.baseRevision = row.integer(5);
    entry.agent = row.text(6);
    entry.deviceTime = fromMilliseconds(row.integer(7));
    entry.monotonic = row.integer(8);
    entry.skew = row.integer(9);
    entry.state = static_cast<EntryState>(row.integer(10)); // the table's CHECK keeps it within the enum
    entry.code = row.text(11);
    entry.sentTransaction = static_cast<quint64>(row.integer(12));
    entry.payload = readJson(row, 13);
    entry.contentHash = row.bytes(14);
    return entry;
}

// Of outbox_counts.
OutboxCounts readCounts(const Statement &row)
{
    OutboxCounts counts;
    counts.waiting = row.integer(0);
    counts.sent = row.integer(1);
    counts.safe = row.integer(3) - counts.waiting - counts.sent - row.integer(2);
    counts.lastSequence = row.integer(4);
    counts.needsAttention = row.integer(5);
    counts.oldestWaiting = readInstant(row, 6);
    return counts;
}

} // namespace

Result<qint64> Outbox::append(const OutboxEntry &entry) const
{
    auto next = m_connection.prepare(u"outbox_next_sequence");
    if (!next)
        return fail(next);
    const auto number = readOptional(*next, [](const Statement &row) { return row.integer(0); });
    if (!number)
        return fail(number);
    if (!*number)
        return fail(ErrorCode::Internal, u"the outbox has no end"_s);
    const qint64 sequence = **number;

    auto statement = m_connection.prepare(u"outbox_append");
    if (!statement)
        return fail(statement);
    statement->bind(u":sequence", sequence);
    bindId(*statement, u":id", entry.id);
    statement->bind(u":kind", toCode(entry.kind));
    bindUuid(*statement, u":aggregate", entry.aggregate);
    bindUuid(*statement, u":person", entry.person.value_or(QUuid()));
    statement->bind(u":base_revision", entry.baseRevision);
    statement->bind(u":agent", entry.agent);
    statement->bind(u":device_time", toMilliseconds(entry.deviceTime));
    statement->bind(u":monotonic", entry.monotonic);
    statement->bind(u":skew", entry.skew);
    statement->bind(u":has_restricted", qint64{hasRestrictedContent(entry) ? 1 : 0});
    statement->bind(u":content_hash", entry.contentHash.isNull() ? QByteArray("") : entry.contentHash);
    statement->bind(u":payload", entry.payload);
    const Result<qint64> added = statement->run();
    if (!added)
        return fail(added);
    if (*added == 0)
        return fail(ErrorCode::Conflict, u"outbox entry "_s + entry.id.toString() + u" is there already"_s);
    return sequence;
}

Result<std::vector<OutboxEntry>> Outbox::waiting(qint64 afterSequence, int maxEntries, qint64 maxBytes) const
{
    auto statement = m_connection.prepare(u"outbox_waiting");
    if (!statement)
        return fail(statement);
    statement->bind(u":after", afterSequence);
    statement->bind(u":limit", static_cast<qint64>(std::max(maxEntries, 0)));

    std::vector<OutboxEntry> entries;
    qint64 bytes = 0;
    for (;;) {
        auto entry = readOptional(*statement, readEntry);
        if (!entry)
            return fail(entry);
        if (!*entry)
            return entries;
        bytes += (*entry)->payload.size();
        if (!entries.empty() && bytes > maxBytes)
            return entries;
        entries.push_back(std::move(**entry));
    }
}

Result<std::optional<OutboxEntry>> Outbox::find(qint64 sequence) const
{
    auto statement = m_connection.prepare(u"outbox_by_sequence");
    if (!statement)
        return fail(statement);
    statement->bind(u":sequence", sequence);
    return readOptional(*statement, readEntry);
}

Result<std::optional<OutboxEntry>> Outbox::findById(domain::EntryId id) const
{
    auto statement = m_connection.prepare(u"outbox_by_id");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", id);
    return readOptional(*statement, readEntry);
}

Result<std::vector<OutboxEntry>> Outbox::needingAttention(int limit) const
{
    auto statement = m_connection.prepare(u"outbox_needing_attention");
    if (!statement)
        return fail(statement);
    statement->bind(u":limit", static_cast<qint64>(std::max(limit, 0)));
    return readAll(*statement, readEntry);
}

Result<std::vector<OutboxEntry>> Outbox::pendingFor(QUuid aggregate) const
{
    auto statement = m_connection.prepare(u"outbox_pending_for");
    if (!statement)
        return fail(statement);
    bindUuid(*statement, u":aggregate", aggregate);
    return readAll(*statement, readEntry);
}

Result<> Outbox::record(const std::vector<EntryOutcome> &outcomes, quint64 transaction) const
{
    auto statement = m_connection.prepare(u"outbox_record");
    if (!statement)
        return fail(statement);
    for (const EntryOutcome &outcome : outcomes) {
        if (outcome.state == EntryState::Waiting)
            continue; // no answer
        statement->bind(u":sequence", outcome.sequence);
        statement->bind(u":state", static_cast<qint64>(outcome.state));
        statement->bind(u":code", outcome.code);
        statement->bind(u":revision", outcome.revision);
        statement->bind(u":transaction", static_cast<qint64>(transaction));
        if (const Result<> recorded = runOnly(*statement); !recorded)
            return recorded;
    }
    return {};
}

Result<qint64> Outbox::settle(quint64 horizon) const
{
    qint64 settled = 0;
    for (const QStringView query : {u"outbox_settle", u"outbox_settle_dismissed"}) {
        auto statement = m_connection.prepare(query);
        if (!statement)
            return fail(statement);
        statement->bind(u":horizon", static_cast<qint64>(horizon));
        const Result<qint64> changed = statement->run();
        if (!changed)
            return changed;
        settled += *changed;
    }
    return settled;
}

Result<qint64> Outbox::sendAgain() const
{
    auto statement = m_connection.prepare(u"outbox_send_all_again");
    if (!statement)
        return fail(statement);
    return statement->run();
}

Result<> Outbox::forgetAnswers() const
{
    auto statement = m_connection.prepare(u"outbox_forget_answers");
    if (!statement)
        return fail(statement);
    return runOnly(*statement);
}

Result<qint64> Outbox::answeredTo() const
{
    return readNumber(m_connection, u"outbox_answered_to");
}

Result<qint64> Outbox::takeBackSafe(qint64 sequence) const
{
    qint64 taken = 0;
    for (const QStringView query : {u"outbox_take_back_safe", u"outbox_mark_lost"}) {
        auto statement = m_connection.prepare(query);
        if (!statement)
            return fail(statement);
        statement->bind(u":after", sequence);
        const Result<qint64> changed = statement->run();
        if (!changed)
            return changed;
        taken += *changed;
    }
    return taken;
}

Result<> Outbox::sendAgain(qint64 sequence) const
{
    auto statement = m_connection.prepare(u"outbox_send_again");
    if (!statement)
        return fail(statement);
    statement->bind(u":sequence", sequence);
    const Result<qint64> changed = statement->run();
    if (!changed)
        return fail(changed);
    if (*changed == 0)
        return fail(ErrorCode::NotFound, u"no such entry needs attention"_s);
    return {};
}

Result<> Outbox::dismiss(qint64 sequence, Instant now) const
{
    auto statement = m_connection.prepare(u"outbox_dismiss");
    if (!statement)
        return fail(statement);
    statement->bind(u":sequence", sequence);
    statement->bind(u":now", toMilliseconds(now));
    const Result<qint64> changed = statement->run();
    if (!changed)
        return fail(changed);
    if (*changed == 0)
        return fail(ErrorCode::NotFound, u"no such entry needs attention"_s);
    return {};
}

Result<> Outbox::takeUpAgain(qint64 sequence) const
{
    auto statement = m_connection.prepare(u"outbox_take_up_again");
    if (!statement)
        return fail(statement);
    statement->bind(u":sequence", sequence);
    const Result<qint64> changed = statement->run();
    if (!changed)
        return fail(changed);
    if (*changed == 0)
        return fail(ErrorCode::NotFound, u"no such entry needs attention"_s);
    return {};
}

Result<qint64> Outbox::purgeSafe(Instant before) const
{
    auto statement = m_connection.prepare(u"outbox_purge_safe");
    if (!statement)
        return fail(statement);
    statement->bind(u":before", toMilliseconds(before));
    return statement->run();
}

Result<OutboxCounts> Outbox::counts() const
{
    auto statement = m_connection.prepare(u"outbox_counts");
    if (!statement)
        return fail(statement);
    auto counts = readOptional(*statement, readCounts);
    if (!counts)
        return fail(counts);
    if (!*counts)
        return fail(ErrorCode::Internal, u"the outbox has no end"_s);
    return **counts;
}

} // namespace reeve::store
