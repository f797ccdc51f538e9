// SPDX-License-Identifier: MIT
#include "core/store/person_loader.h"

#include "core/store/row_values.h"

namespace reeve::store {

Result<PersonLoader> PersonLoader::begin(Connection &connection, const OutboxEntry &stamp)
{
    auto person = connection.prepare(u"person_load");
    if (!person)
        return fail(person);
    auto entry = connection.prepare(u"outbox_load");
    if (!entry)
        return fail(entry);
    // What is bound stays from one run to the next.
    entry->bind(u":kind", toCode(EntryKind::PersonCreated));
    entry->bind(u":agent", stamp.agent);
    entry->bind(u":device_time", toMilliseconds(stamp.deviceTime));
    entry->bind(u":monotonic", stamp.monotonic);
    entry->bind(u":skew", stamp.skew);
    return PersonLoader(connection, std::move(*person), std::move(*entry));
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

Result<qint64> PersonLoader::add(domain::PersonId id, const QString &externalId, const QByteArray &fields)
{
    if (!m_isCurrent) {
        if (const Result<> looked = look(); !looked)
            return fail(looked);
    }
    const QByteArray idBytes = id.uuid().toRfc4122();
    m_person.bind(u":number", m_number);
    m_person.bind(u":id", idBytes);
    if (externalId.isEmpty())
        m_person.bindNull(u":external_id");
    else
        m_person.bind(u":external_id", externalId);
    m_person.bind(u":fields", fields);
    if (const Result<> added = runOnly(m_person); !added)
        return fail(added);

    // As Job::queue() writes it: the members sorted.
    m_payload.resize(0);
    m_payload += "{\"fields\":";
    m_payload += fields;
    m_payload += ",\"id\":\"";
    m_payload += id.uuid().toByteArray(QUuid::WithoutBraces);
    m_payload += "\"}";
    m_entry.bind(u":sequence", m_sequence);
    m_entry.bind(u":id", idBytes);
    m_entry.bind(u":payload", m_payload);
    if (const Result<> added = runOnly(m_entry); !added)
        return fail(added);
    ++m_sequence;
    return m_number++;
}

} // namespace reeve::store
