// SPDX-License-Identifier: MIT
#include "core/store/person_loader.h"

#include "core/store/row_values.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// As Job::queue() writes it: the members sorted.
QByteArray payloadOf(domain::PersonId id, const QByteArray &fields)
{
    QByteArray payload;
    payload.reserve(fields.size() + 64);
    payload += "{\"fields\":";
    payload += fields;
    payload += ",\"id\":\"";
    payload += id.uuid().toByteArray(QUuid::WithoutBraces);
    payload += "\"}";
    return payload;
}

Result<> run(Statement &person, Statement &entry)
{
    if (const Result<> added = runOnly(person); !added)
        return added;
    return runOnly(entry);
}

} // namespace

PersonLoader::Names::Names(const QString &suffix)
    : number(u":number"_s + suffix),
      id(u":id"_s + suffix),
      externalId(u":external_id"_s + suffix),
      fields(u":fields"_s + suffix),
      sequence(u":sequence"_s + suffix),
      payload(u":payload"_s + suffix)
{}

PersonLoader::PersonLoader(Connection &connection, Queries one, Queries ten)
    : m_connection(connection),
      m_one(std::move(one)),
      m_ten(std::move(ten))
{
    for (std::size_t row = 0; row < together; ++row)
        m_tenNames.emplace_back(QString::number(row));
    m_waiting.reserve(together);
}

Result<PersonLoader::Queries> PersonLoader::prepare(Connection &connection, QStringView person, QStringView entry,
                                                    const OutboxEntry &stamp)
{
    auto people = connection.prepare(person);
    if (!people)
        return fail(people);
    auto entries = connection.prepare(entry);
    if (!entries)
        return fail(entries);
    // What is bound stays from one run to the next.
    entries->bind(u":kind", toCode(EntryKind::PersonCreated));
    entries->bind(u":agent", stamp.agent);
    entries->bind(u":device_time", toMilliseconds(stamp.deviceTime));
    entries->bind(u":monotonic", stamp.monotonic);
    entries->bind(u":skew", stamp.skew);
    return Queries{std::move(*people), std::move(*entries)};
}

Result<PersonLoader> PersonLoader::begin(Connection &connection, const OutboxEntry &stamp)
{
    auto one = prepare(connection, u"person_load", u"outbox_load", stamp);
    if (!one)
        return fail(one);
    auto ten = prepare(connection, u"person_load_ten", u"outbox_load_ten", stamp);
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

void PersonLoader::bind(Queries &queries, const Names &names, const Row &row)
{
    queries.person.bind(names.number, row.number);
    queries.person.bind(names.id, row.id);
    if (row.externalId.isEmpty())
        queries.person.bindNull(names.externalId);
    else
        queries.person.bind(names.externalId, row.externalId);
    queries.person.bind(names.fields, row.fields);
    queries.entry.bind(names.sequence, row.sequence);
    queries.entry.bind(names.id, row.id);
    queries.entry.bind(names.payload, row.payload);
}

Result<> PersonLoader::flush()
{
    if (m_waiting.size() == together) {
        for (std::size_t row = 0; row < together; ++row)
            bind(m_ten, m_tenNames[row], m_waiting[row]);
        if (const Result<> added = run(m_ten.person, m_ten.entry); !added)
            return added;
    } else {
        for (const Row &row : m_waiting) {
            bind(m_one, m_names, row);
            if (const Result<> added = run(m_one.person, m_one.entry); !added)
                return added;
        }
    }
    m_waiting.clear();
    return {};
}

bool PersonLoader::hasWaiting(const QString &externalId) const
{
    return std::any_of(m_waiting.cbegin(), m_waiting.cend(),
                       [&externalId](const Row &row) { return row.externalId == externalId; });
}

Result<qint64> PersonLoader::add(domain::PersonId id, const QString &externalId, const QByteArray &fields)
{
    if (!m_isCurrent) {
        if (const Result<> looked = look(); !looked)
            return fail(looked);
    }
    const qint64 number = m_number++;
    m_waiting.push_back({number, m_sequence++, id.uuid().toRfc4122(), externalId, fields, payloadOf(id, fields)});
    if (m_waiting.size() == together) {
        if (const Result<> stored = flush(); !stored)
            return fail(stored);
    }
    return number;
}

} // namespace reeve::store
