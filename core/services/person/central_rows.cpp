// SPDX-License-Identifier: MIT
#include "core/services/person/central_rows.h"

#include "core/domain/person_fields.h"
#include "core/domain/person_from_json.h"
#include "core/domain/person_to_json.h"
#include "core/services/person/import_row.h"
#include "core/services/person/past_values.h"
#include "core/services/person/tidy_person.h"

#include <QJsonDocument>
#include <QSet>

#include <algorithm>

namespace reeve::services {

namespace {

constexpr std::size_t mostInSegment = 300'000; // as BulkImport

// Somebody whom rows of a batch are about, as they stand after the rows so far.
struct Standing
{
    domain::Person person;
    std::size_t write = 0; // the place in Decided::writes; none while nothing changed
    bool isWritten = false;
    bool isNew = false;
    QJsonObject set;
};

} // namespace

// A row as far as it can be made ready without the centre.
struct CentralRows::Ready
{
    QStringList row;
    QString externalId;
    Result<domain::Person> person; // a new one, with an id
    matching::SearchCard card;
    std::vector<quint32> known; // who was there before with the same keys
};

struct CentralRows::Batch
{
    std::vector<Ready> rows;
    std::vector<std::vector<domain::PersonId>> others; // of each row: whom to compare it with
};

CentralRows::CentralRows(PersonColumns columns, IdSource &ids, QDate today)
    : m_columns(std::move(columns)),
      m_ids(ids),
      m_today(today)
{}

CentralRows::~CentralRows() = default;

void CentralRows::addHere(const Record &record)
{
    if (const auto person = domain::personFromJson(record.id, record.revision, record.fields))
        addHere(*person);
}

void CentralRows::addHere(const domain::Person &person)
{
    m_builder.add(static_cast<quint32>(m_people.size()), matching::searchCard(person));
    m_people.push_back(person.id);
    if (m_builder.size() >= mostInSegment)
        m_parts.push_back({m_builder.build(), nullptr, 0});
}

void CentralRows::hereIsAll()
{
    if (m_builder.size() > 0)
        m_parts.push_back({m_builder.build(), nullptr, 0});
    m_builder = matching::SegmentBuilder();
    m_keys = std::make_unique<SameKeys>(std::make_shared<const matching::SearchIndex>(std::move(m_parts)));
}

CentralRows::Ready CentralRows::makeReady(QStringList row) const
{
    Ready ready{{}, m_columns.id(row), newPerson(m_columns, row, m_ids, m_today), {}, {}};
    if (!ready.externalId.isEmpty())
        ready.row = std::move(row); // may be of somebody who is there
    if (!ready.person)
        return ready;
    ready.person->id = m_ids.next<domain::PersonTag>();
    ready.card = matching::searchCard(*ready.person);
    ready.known = m_keys->known(ready.card);
    return ready;
}

std::shared_ptr<CentralRows::Batch> CentralRows::makeReady(std::vector<QStringList> rows) const
{
    auto batch = std::make_shared<Batch>();
    batch->rows.reserve(rows.size());
    for (QStringList &row : rows)
        batch->rows.push_back(makeReady(std::move(row)));
    return batch;
}

QStringList CentralRows::referencesIn(const Batch &batch)
{
    QSet<QString> references;
    for (const Ready &ready : batch.rows) {
        if (!ready.externalId.isEmpty())
            references.insert(ready.externalId);
    }
    return references.values();
}

CentralRows::Decided CentralRows::decide(Batch &batch, QHash<QString, Record> known)
{
    Decided decided;
    for (const Ready &ready : batch.rows) {
        if (const auto id = m_wouldBeCalled.constFind(ready.externalId); id != m_wouldBeCalled.cend())
            known.insert(ready.externalId, {*id, 0, m_wouldBe.value(id->uuid())});
    }
    QHash<QString, Standing> standing; // by reference
    for (auto it = known.cbegin(); it != known.cend(); ++it) {
        // What cannot be read is left to the row: it fails, and says so.
        if (auto person = domain::personFromJson(it->id, it->revision, it->fields))
            standing.insert(it.key(), {std::move(*person), 0, false, false, {}});
    }
    const auto write = [&](Standing &who, std::size_t row) {
        if (!std::exchange(who.isWritten, true)) {
            who.write = decided.writes.size();
            decided.writes.push_back({{who.person.id, 0, {}}, {}});
        }
        Decided::Write &one = decided.writes[who.write];
        one.rows.push_back(row);
        one.record.fields =
            who.isNew ? domain::personToJson(who.person) : QJsonDocument(who.set).toJson(QJsonDocument::Compact);
        if (m_isDryRun) {
            m_wouldBe.insert(who.person.id.uuid(), domain::personToJson(who.person));
            if (!who.person.externalId.isEmpty())
                m_wouldBeCalled.insert(who.person.externalId, who.person.id);
        }
    };
    // One row of somebody who is there, or came earlier in the batch.
    const auto change = [&](Standing &who, const QStringList &cells, std::size_t row) -> Result<ImportOutcome> {
        auto after = m_columns.apply(cells, who.person, m_today);
        if (!after)
            return fail(after);
        after = withPastKept(who.person, tidyPerson(std::move(*after), m_ids));
        const auto changes = domain::changesBetween(domain::toFields(who.person), domain::toFields(*after));
        if (changes.isEmpty())
            return ImportOutcome::Unchanged;
        if (const auto valid = domain::validate(*after); !valid)
            return fail(valid);
        who.person = std::move(*after);
        for (auto it = changes.set.constBegin(); it != changes.set.constEnd(); ++it)
            who.set.insert(it.key(), it.value());
        write(who, row);
        return ImportOutcome::Updated;
    };

    for (std::size_t row = 0; row < batch.rows.size(); ++row) {
        Ready &ready = batch.rows[row];
        const auto who = ready.externalId.isEmpty() ? standing.end() : standing.find(ready.externalId);
        if (who != standing.end()) {
            auto outcome = change(*who, ready.row, row);
            const domain::PersonId id = outcome ? who->person.id : domain::PersonId();
            decided.rows.push_back({std::move(outcome), id, {}});
        } else if (known.contains(ready.externalId) && !ready.externalId.isEmpty()) {
            decided.rows.push_back(
                {fail(ErrorCode::InvalidInput, QStringLiteral("the record at the centre cannot be read")), {}, {}});
        } else if (!ready.person) {
            decided.rows.push_back({fail(ready.person), {}, {}});
        } else {
            decided.rows.push_back({ImportOutcome::Imported, ready.person->id, {}});
            Standing added{*ready.person, 0, false, true, {}};
            write(added, row);
            if (!ready.externalId.isEmpty())
                standing.insert(ready.externalId, std::move(added));
        }
    }
    return decided;
}

std::vector<domain::PersonId> CentralRows::lookFor(Batch &batch, const Decided &decided)
{
    std::vector<domain::PersonId> wanted;
    QSet<QUuid> seen;
    for (const Ready &ready : batch.rows) {
        if (ready.person)
            seen.insert(ready.person->id.uuid());
    }
    batch.others.resize(batch.rows.size());
    for (std::size_t row = 0; row < batch.rows.size(); ++row) {
        const ImportedRow &answer = decided.rows[row];
        if (!answer.outcome || *answer.outcome != ImportOutcome::Imported)
            continue;
        const Ready &ready = batch.rows[row];
        const auto number = static_cast<quint32>(m_people.size());
        m_people.push_back(answer.person);
        std::vector<quint32> same = ready.known;
        for (const quint32 earlier : m_keys->add(number, ready.card))
            same.push_back(earlier);
        for (const quint32 other : same) {
            const domain::PersonId id = m_people[other];
            batch.others[row].push_back(id);
            if (!seen.contains(id.uuid())) {
                seen.insert(id.uuid());
                wanted.push_back(id);
            }
        }
    }
    return wanted;
}

void CentralRows::compare(const Batch &batch, const std::vector<Record> &others, Decided &decided) const
{
    QHash<QUuid, domain::Person> known;
    const auto read = [&known](domain::PersonId id, const QByteArray &fields) {
        if (auto person = domain::personFromJson(id, 0, fields))
            known.insert(id.uuid(), std::move(*person));
    };
    for (const Record &other : others)
        read(other.id, other.fields);
    // What the centre did not take is nobody.
    const auto isBrought = [&](std::size_t row) {
        const auto &outcome = decided.rows[row].outcome;
        return outcome && *outcome == ImportOutcome::Imported;
    };
    QHash<QUuid, std::size_t> rowOf;
    for (std::size_t row = 0; row < batch.others.size(); ++row) {
        if (isBrought(row))
            rowOf.insert(decided.rows[row].person.uuid(), row);
    }
    for (std::size_t row = 0; row < batch.others.size(); ++row) {
        if (!isBrought(row))
            continue;
        const domain::Person &person = *batch.rows[row].person;
        for (const domain::PersonId &id : batch.others[row]) {
            if (const auto inBatch = rowOf.constFind(id.uuid()); inBatch != rowOf.cend()) {
                considerLikely(person, *batch.rows[*inBatch].person, decided.rows[row].duplicate);
                continue;
            }
            if (!known.contains(id.uuid()) && m_wouldBe.contains(id.uuid()))
                read(id, m_wouldBe.value(id.uuid()));
            if (const auto other = known.constFind(id.uuid()); other != known.cend())
                considerLikely(person, *other, decided.rows[row].duplicate);
        }
    }
}

} // namespace reeve::services
