// SPDX-License-Identifier: MIT
#include "core/store/salvaged_work.h"

#include "core/store/row_values.h"

#include <algorithm>
#include <map>

namespace reeve::store {

namespace {

using Value = SalvagedRow::Value;

constexpr std::size_t outboxColumns = 18;
constexpr std::size_t deskColumns = 20;
constexpr std::size_t draftColumns = 7;
constexpr std::size_t auditColumns = 4;
constexpr qsizetype hashSize = 32;
constexpr qsizetype idSize = 16;

// The columns of one row, by place and kind.
class Columns final
{
public:
    explicit Columns(const SalvagedRow &row) : m_values(row.values) {}

    [[nodiscard]] bool isNull(std::size_t i) const { return std::holds_alternative<std::monostate>(m_values[i]); }
    [[nodiscard]] bool isInteger(std::size_t i) const { return std::holds_alternative<qint64>(m_values[i]); }
    [[nodiscard]] bool isText(std::size_t i) const { return std::holds_alternative<QString>(m_values[i]); }
    [[nodiscard]] bool isBytes(std::size_t i) const { return std::holds_alternative<QByteArray>(m_values[i]); }
    [[nodiscard]] bool isId(std::size_t i) const { return isBytes(i) && bytes(i).size() == idSize; }

    [[nodiscard]] qint64 integer(std::size_t i) const { return isInteger(i) ? std::get<qint64>(m_values[i]) : 0; }
    [[nodiscard]] QString text(std::size_t i) const { return isText(i) ? std::get<QString>(m_values[i]) : QString(); }
    [[nodiscard]] QByteArray bytes(std::size_t i) const
    {
        return isBytes(i) ? std::get<QByteArray>(m_values[i]) : QByteArray();
    }
    [[nodiscard]] QUuid uuid(std::size_t i) const { return isId(i) ? QUuid::fromRfc4122(bytes(i)) : QUuid(); }

    template <typename Test>
    [[nodiscard]] bool are(std::initializer_list<std::size_t> places, Test test) const
    {
        return std::all_of(places.begin(), places.end(), [&](std::size_t i) { return (this->*test)(i); });
    }

private:
    const std::vector<Value> &m_values;
};

std::optional<OutboxEntry> asEntry(const SalvagedRow &row)
{
    if (row.values.size() < outboxColumns)
        return std::nullopt;
    const Columns columns(row);
    if (!columns.isNull(0) || !columns.isId(1) || !columns.isId(3) || !(columns.isNull(4) || columns.isId(4)) ||
        !columns.are({2, 6, 11}, &Columns::isText) || !columns.are({5, 7, 8, 9, 10, 13, 15}, &Columns::isInteger) ||
        !columns.are({16, 17}, &Columns::isBytes) || columns.integer(10) < 0 || columns.integer(10) > 5)
        return std::nullopt;
    const auto kind = parseEntryKind(columns.text(2));
    if (!kind)
        return std::nullopt;

    OutboxEntry entry;
    entry.sequence = row.rowid;
    entry.id = domain::EntryId(columns.uuid(1));
    entry.kind = *kind;
    entry.aggregate = columns.uuid(3);
    if (columns.isId(4))
        entry.person = columns.uuid(4);
    entry.baseRevision = columns.integer(5);
    entry.agent = columns.text(6);
    entry.deviceTime = fromMilliseconds(columns.integer(7));
    entry.monotonic = columns.integer(8);
    entry.skew = columns.integer(9);
    entry.state = static_cast<EntryState>(columns.integer(10));
    entry.code = columns.text(11);
    entry.sentTransaction = static_cast<quint64>(columns.integer(13));
    entry.contentHash = columns.bytes(16);
    entry.payload = unpackJson(columns.bytes(17));
    return entry;
}

std::optional<DeskState> asDesk(const SalvagedRow &row)
{
    if (row.rowid != 1 || row.values.size() < deskColumns)
        return std::nullopt;
    const Columns columns(row);
    if (!columns.isNull(0) || !columns.isId(1) || !columns.are({2, 3, 4, 5, 19}, &Columns::isText))
        return std::nullopt;
    DeskState desk;
    desk.device = domain::DeviceId(columns.uuid(1));
    desk.deskName = columns.text(2);
    desk.centralUri = columns.text(3);
    desk.poolUser = columns.text(4);
    desk.poolPassword = columns.text(5);
    desk.councilPublicKey = columns.bytes(6);
    desk.incarnation = columns.uuid(7);
    desk.herdSpreadMs = columns.integer(17);
    desk.deviceStatus = columns.text(19);
    return desk;
}

std::optional<SalvagedWork::Draft> asDraft(const SalvagedRow &row)
{
    if (row.values.size() < draftColumns)
        return std::nullopt;
    const Columns columns(row);
    if (!columns.isId(0) || !columns.are({1, 5}, &Columns::isText) || !columns.are({2, 3}, &Columns::isInteger) ||
        !(columns.isNull(4) || columns.isInteger(4)) || !columns.isBytes(6))
        return std::nullopt;
    SalvagedWork::Draft draft{columns.bytes(0), columns.text(1), columns.integer(2), columns.integer(3), {},
                              columns.text(5),  columns.bytes(6)};
    if (columns.isInteger(4))
        draft.discardedAt = columns.integer(4);
    return draft;
}

std::optional<AuditRecord> asAudit(const SalvagedRow &row)
{
    if (row.values.size() != auditColumns)
        return std::nullopt;
    const Columns columns(row);
    if (!columns.isNull(0) || !columns.are({1, 2, 3}, &Columns::isBytes) || columns.bytes(2).size() != hashSize ||
        auditHash(columns.bytes(1), columns.bytes(3)) != columns.bytes(2))
        return std::nullopt;
    return AuditRecord{row.rowid, columns.bytes(1), columns.bytes(2), columns.bytes(3)};
}

// Of two states of one entry the one that is sent again: the centre knows it by its id, and nothing is lost.
bool isBetter(const OutboxEntry &one, const OutboxEntry &other)
{
    if (one.payload.isEmpty() != other.payload.isEmpty())
        return !one.payload.isEmpty();
    return one.state < other.state;
}

Result<> putDraft(Connection &connection, const SalvagedWork::Draft &draft)
{
    auto statement = connection.prepare(u"draft_save");
    if (!statement)
        return fail(statement);
    statement->bind(u":id", draft.id);
    statement->bind(u":agent", draft.agent);
    statement->bind(u":started_at", draft.startedAt);
    statement->bind(u":saved_at", draft.savedAt);
    if (draft.discardedAt)
        statement->bind(u":discarded_at", *draft.discardedAt);
    else
        statement->bindNull(u":discarded_at");
    statement->bind(u":note_text", draft.noteText);
    statement->bind(u":document", draft.document);
    return runOnly(*statement);
}

Result<> putAudit(Connection &connection, const std::vector<AuditRecord> &audit)
{
    QByteArray last = "";
    qint64 number = 0;
    for (const AuditRecord &record : audit) {
        if (record.number != number + 1 || record.previous != last)
            return {}; // the rest hangs on a link that is gone
        auto statement = connection.prepare(u"audit_append");
        if (!statement)
            return fail(statement);
        statement->bind(u":number", record.number);
        statement->bind(u":previous", record.previous.isNull() ? QByteArray("") : record.previous);
        statement->bind(u":hash", record.hash);
        statement->bind(u":record", record.record);
        if (const Result<> put = runOnly(*statement); !put)
            return put;
        number = record.number;
        last = record.hash;
    }
    return {};
}

} // namespace

SalvagedWork salvageWork(const std::vector<SalvagedRow> &rows)
{
    SalvagedWork work;
    std::map<qint64, OutboxEntry> entries;
    std::map<qint64, AuditRecord> audit;
    for (const SalvagedRow &row : rows) {
        if (auto entry = asEntry(row)) {
            const auto known = entries.find(entry->sequence);
            if (known == entries.end() || isBetter(*entry, known->second))
                entries.insert_or_assign(row.rowid, std::move(*entry));
        } else if (auto desk = asDesk(row)) {
            work.desk = std::move(*desk);
        } else if (auto draft = asDraft(row)) {
            work.drafts.push_back(std::move(*draft));
        } else if (auto record = asAudit(row)) {
            audit.insert_or_assign(row.rowid, std::move(*record));
        }
    }
    for (auto &[number, record] : audit)
        work.audit.push_back(std::move(record));
    for (auto &[sequence, entry] : entries)
        work.entries.push_back(std::move(entry));
    return work;
}

Result<> putBack(Connection &connection, const SalvagedWork &work)
{
    if (work.desk) {
        if (const Result<> set = DeskRepository(connection).setState(*work.desk); !set)
            return set;
    }
    for (const SalvagedWork::Draft &draft : work.drafts) {
        if (const Result<> put = putDraft(connection, draft); !put)
            return put;
    }
    if (const Result<> put = putAudit(connection, work.audit); !put)
        return put;
    const Outbox outbox(connection);
    for (const OutboxEntry &entry : work.entries) {
        const Result<qint64> sequence = outbox.append(entry);
        if (!sequence && sequence.error().code == ErrorCode::Conflict)
            continue; // under another number already
        if (!sequence)
            return fail(sequence);
        if (entry.state != EntryState::Safe)
            continue;
        if (const Result<> safe = outbox.record({{*sequence, EntryState::Safe, {}, 0}}, entry.sentTransaction); !safe)
            return safe;
    }
    return {};
}

} // namespace reeve::store
