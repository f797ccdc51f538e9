// SPDX-License-Identifier: MIT
#include "core/store/person_loader.h"

#include "core/store/row_values.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// From so many on it pays to compile the queries anew without triggers, and with them afterwards.
constexpr std::size_t many = 1000;

} // namespace

PersonLoader::PersonLoader(Connection &connection, Queries one, Queries ten)
    : m_connection(connection),
      m_one(std::move(one)),
      m_ten(std::move(ten))
{}

Result<PersonLoader::Queries> PersonLoader::prepare(Connection &connection, const QString &suffix, std::size_t rows,
                                                    const OutboxEntry &stamp)
{
    auto person = connection.prepare(u"person_load"_s + suffix);
    if (!person)
        return fail(person);
    auto entry = connection.prepare(u"outbox_load"_s + suffix);
    if (!entry)
        return fail(entry);
    // What is bound stays from one run to the next.
    entry->bind(u":kind", toCode(EntryKind::PersonCreated));
    entry->bind(u":agent", stamp.agent);
    entry->bind(u":device_time", toMilliseconds(stamp.deviceTime));
    entry->bind(u":monotonic", stamp.monotonic);
    entry->bind(u":skew", stamp.skew);

    std::vector<Places> places;
    for (std::size_t row = 0; row < rows; ++row) {
        const QString number = rows == 1 ? QString() : QString::number(row);
        places.push_back({person->place(u":number"_s + number), person->place(u":id"_s + number),
                          person->place(u":external_id"_s + number), person->place(u":fields"_s + number),
                          entry->place(u":sequence"_s + number), entry->place(u":id"_s + number),
                          entry->place(u":payload"_s + number)});
    }
    return Queries{std::move(*person), std::move(*entry), std::move(places)};
}

Result<PersonLoader> PersonLoader::begin(Connection &connection, const OutboxEntry &stamp)
{
    auto one = prepare(connection, {}, 1, stamp);
    if (!one)
        return fail(one);
    auto ten = prepare(connection, u"_ten"_s, together, stamp);
    if (!ten)
        return fail(ten);
    return PersonLoader(connection, std::move(*one), std::move(*ten));
}

Result<> PersonLoader::look()
{
    const Result<qint64> number = readNumber(m_connection, u"person_next_number");
    if (!number)
        return fail(number);
    const Result<qint64> sequence = readNumber(m_connection, u"outbox_next_sequence");
    if (!sequence)
        return fail(sequence);
    m_number = *number;
    m_sequence = *sequence;
    m_isCurrent = true;
    return {};
}

QByteArrayView PersonLoader::bytes(std::size_t from, std::size_t to) const
{
    return {m_bytes.data() + from, static_cast<qsizetype>(to - from)};
}

// Those who wait, from that one on, as many as the queries take.
Result<> PersonLoader::store(Queries &queries, std::size_t from)
{
    for (std::size_t i = 0; i < queries.rows.size(); ++i) {
        const Places &places = queries.rows[i];
        const Row &row = m_waiting[from + i];
        const auto ahead = static_cast<qint64>(from + i);
        queries.person.bindAt(places.number, m_number + ahead);
        const QByteArrayView id = bytes(row.id, row.externalId);
        queries.person.bindBytesAt(places.id, id);
        const QByteArrayView externalId = bytes(row.externalId, row.fields);
        queries.person.bindTextAt(places.externalId, externalId.isEmpty() ? QByteArrayView() : externalId);
        queries.person.bindBytesAt(places.fields, bytes(row.fields, row.payload));
        queries.entry.bindAt(places.sequence, m_sequence + ahead);
        queries.entry.bindBytesAt(places.entryId, id);
        queries.entry.bindBytesAt(places.payload, bytes(row.payload, row.end));
    }
    if (const Result<> added = runOnly(queries.person); !added)
        return added;
    return runOnly(queries.entry);
}

Result<> PersonLoader::storeWaiting()
{
    std::size_t next = 0;
    for (; next + together <= m_waiting.size(); next += together) {
        if (const Result<> stored = store(m_ten, next); !stored)
            return stored;
    }
    for (; next < m_waiting.size(); ++next) {
        if (const Result<> stored = store(m_one, next); !stored)
            return stored;
    }
    return {};
}

// The only trigger that these queries set off looks at each entry whether its number follows the last one. It takes
// a third of the time: here it is looked at once for all of them.
Result<> PersonLoader::storeWithoutTriggers()
{
    m_connection.setTriggers(false);
    const Result<> stored = storeWaiting();
    m_connection.setTriggers(true);
    if (!stored)
        return stored;
    const Result<qint64> next = readNumber(m_connection, u"outbox_next_sequence");
    if (!next)
        return fail(next);
    if (*next != m_sequence + static_cast<qint64>(m_waiting.size()))
        return fail(ErrorCode::Internal, u"the entries of an import do not follow the last one"_s);
    return {};
}

Result<> PersonLoader::flush()
{
    const Result<> stored = m_waiting.size() < many ? storeWaiting() : storeWithoutTriggers();
    m_number += static_cast<qint64>(m_waiting.size());
    m_sequence += static_cast<qint64>(m_waiting.size());
    m_waiting.clear();
    m_bytes.clear(); // and keeps its memory
    return stored;
}

Result<qint64> PersonLoader::add(domain::PersonId id, const QString &externalId, const QByteArray &packedFields)
{
    if (!m_isCurrent) {
        if (const Result<> looked = look(); !looked)
            return fail(looked);
    }
    const qint64 number = m_number + static_cast<qint64>(m_waiting.size());
    Row row{};
    row.id = m_bytes.size();
    const auto rawId = id.uuid().toRfc4122();
    m_bytes.append(rawId.data(), static_cast<std::size_t>(rawId.size()));
    row.externalId = m_bytes.size();
    m_bytes += externalId.toStdString();
    row.fields = m_bytes.size();
    m_bytes.append(packedFields.data(), static_cast<std::size_t>(packedFields.size()));
    row.payload = m_bytes.size();
    // As Job::queue() writes it: the members sorted.
    JsonPacker payload(m_bytes);
    payload.add("{\"fields\":");
    payload.addPacked(bytes(row.fields, row.payload));
    payload.add(",\"id\":\"");
    payload.add(id.uuid());
    payload.add("\"}");
    row.end = m_bytes.size();
    m_waiting.push_back(row);
    return number;
}

} // namespace reeve::store
