// SPDX-License-Identifier: MIT
#pragma once

#include "core/matching/search/segment_builder.h"
#include "core/services/person/bulk_import.h"

#include <QHash>

#include <memory>
#include <vector>

namespace reeve::services {

// Rows of an import that goes to the centre, whose people are not in a store of this machine, or of a dry run, which
// stores nothing anywhere: what each row makes or changes there, and who may be known already, in the words of
// BulkImport. Does no input or output; who calls it asks the centre (core/central/people_import.h) or the store.
//
// Used in this order: addHere() for everybody, hereIsAll(), then for each batch makeReady(), decide(), lookFor() and
// compare(). makeReady() may run on another thread than the rest.
class CentralRows final
{
public:
    // A record as the centre has it: fields as in domain/person_fields.h, JSON.
    struct Record
    {
        domain::PersonId id;
        qint64 revision = 0;
        QByteArray fields;
    };

    CentralRows(PersonColumns columns, IdSource &ids, QDate today);
    CentralRows(const CentralRows &) = delete;
    CentralRows &operator=(const CentralRows &) = delete;
    ~CentralRows();

    // Somebody who is at the centre before the first row. What cannot be read is passed over.
    void addHere(const Record &record);
    void addHere(const domain::Person &person);
    void hereIsAll();

    struct Batch;
    [[nodiscard]] std::shared_ptr<Batch> makeReady(std::vector<QStringList> rows) const;
    [[nodiscard]] static QStringList referencesIn(const Batch &batch);

    // What the batch does: an answer for each row, in order, and the records that carry it to the centre. `known`: who
    // is there, by reference. Of a person who is there, a record says only what changes.
    struct Decided
    {
        std::vector<ImportedRow> rows;
        struct Write
        {
            Record record;
            std::vector<std::size_t> rows; // whose answer it is
        };
        std::vector<Write> writes;
    };
    [[nodiscard]] Decided decide(Batch &batch, QHash<QString, Record> known);
    // Nothing is written: what the rows so far would have made is remembered for those that follow.
    void setDryRun(bool isDryRun) noexcept { m_isDryRun = isDryRun; }

    // Whom the new people of the batch must be compared with; nobody twice, and nobody of the batch itself.
    [[nodiscard]] std::vector<domain::PersonId> lookFor(Batch &batch, const Decided &decided);
    // Names the likeliest of them in the answers of the rows. `others`: as they were found at the centre.
    void compare(const Batch &batch, const std::vector<Record> &others, Decided &decided) const;

private:
    struct Ready;
    [[nodiscard]] Ready makeReady(QStringList row) const;

    const PersonColumns m_columns;
    IdSource &m_ids;
    const QDate m_today;
    bool m_isDryRun = false;
    QHash<QUuid, QByteArray> m_wouldBe;               // of a dry run: fields by id
    QHash<QString, domain::PersonId> m_wouldBeCalled; // and who has a reference

    std::vector<domain::PersonId> m_people{{}}; // by the number that they have in the keys
    matching::SegmentBuilder m_builder;
    std::vector<matching::SearchIndex::Part> m_parts;
    std::unique_ptr<SameKeys> m_keys;
};

} // namespace reeve::services
