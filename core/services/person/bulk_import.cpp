// SPDX-License-Identifier: MIT
#include "core/services/person/bulk_import.h"

#include "core/domain/person_from_json.h"
#include "core/domain/person_to_json.h"
#include "core/services/person/import_audit.h"
#include "core/services/person/import_row.h"
#include "core/services/person/known_references.h"
#include "core/services/session/leased_job.h"
#include "core/store/desk_repository.h"
#include "core/store/import_runs.h"
#include "core/store/note_index.h"
#include "core/store/packed_json.h"
#include "core/store/person_index.h"
#include "core/store/person_loader.h"
#include "core/store/store.h"

#include <algorithm>

namespace reeve::services {

namespace {

// People in one segment of the index while it grows; about 100 MB.
constexpr std::size_t mostInSegment = 300'000;

store::OutboxEntry stampOf(const Job &job, qint64 skew)
{
    store::OutboxEntry stamp;
    stamp.agent = job.desk().agentName();
    stamp.deviceTime = job.now();
    stamp.monotonic = job.desk().clock().monotonic().count();
    stamp.skew = skew;
    return stamp;
}

} // namespace

// A row as far as it can be made ready without the store.
struct BulkImport::Ready
{
    QStringList row;
    QString externalId;
    domain::PersonId person; // a new one; null where there is a fault
    Error fault = {};
    QByteArray fields; // packed
    matching::SearchCard card;
    std::vector<quint32> same; // with the same keys: who was here before, then also who came before
};

struct BulkImport::Batch
{
    std::vector<Ready> rows;
};

struct BulkImport::Work
{
    explicit Work(std::shared_ptr<store::PersonIndex> personIndex, store::PersonIndex::Snapshot known)
        : index(std::move(personIndex)),
          keys(std::move(known))
    {}

    // The new people in hand become part of the index.
    void handOver()
    {
        if (builder.size() > 0)
            index->append(builder.build(), after, last);
        builder = matching::SegmentBuilder();
    }

    // Once, with the first rows.
    [[nodiscard]] Result<> noteStart(const Job &job, const domain::ImportRun &run)
    {
        if (startedAt)
            return {};
        startedAt = job.now();
        return noteImportStarted(job, run);
    }

    [[nodiscard]] Result<ImportedRow> storeRow(const Job &job, store::PersonLoader &loader, Ready &ready,
                                               const PersonColumns &columns);
    [[nodiscard]] Result<ImportedRow> storeNew(store::PersonLoader &loader, Ready &ready);
    // Once the rows are stored: which of those that came in are somebody who was known already.
    [[nodiscard]] Result<> compare(const Job &job, const Batch &batch, std::vector<ImportedRow> &outcomes);

    std::shared_ptr<store::PersonIndex> index;
    SameKeys keys;
    KnownReferences references;
    matching::SegmentBuilder builder;
    qint64 after = 0; // the number before the first in `builder`
    qint64 last = 0;
    std::optional<Instant> startedAt;
};

Result<ImportedRow> BulkImport::Work::storeNew(store::PersonLoader &loader, Ready &ready)
{
    const auto added = loader.add(ready.person, ready.externalId, ready.fields);
    if (!added)
        return fail(added);
    if (builder.size() == 0)
        after = *added - 1;
    last = *added;
    references.add(ready.externalId);
    const auto number = static_cast<quint32>(*added);
    builder.add(number, ready.card);

    for (const quint32 earlier : keys.add(number, ready.card))
        ready.same.push_back(earlier);
    return ImportedRow{ImportOutcome::Imported, ready.person, {}};
}

Result<> BulkImport::Work::compare(const Job &job, const Batch &batch, std::vector<ImportedRow> &outcomes)
{
    for (std::size_t row = 0; row < outcomes.size(); ++row) {
        const Ready &ready = batch.rows[row];
        const auto &outcome = outcomes[row].outcome;
        if (!outcome || *outcome != ImportOutcome::Imported || ready.same.empty())
            continue;
        const auto person = domain::personFromJson(ready.person, 0, store::unpackJson(ready.fields));
        if (!person)
            return fail(person);
        auto likely = noteKnownAlready(job.connection(), *person, ready.same);
        if (!likely)
            return fail(likely);
        outcomes[row].duplicate = std::move(*likely);
    }
    return {};
}

Result<ImportedRow> BulkImport::Work::storeRow(const Job &job, store::PersonLoader &loader, Ready &ready,
                                               const PersonColumns &columns)
{
    Result<std::optional<domain::Person>> before = std::nullopt;
    if (!ready.externalId.isEmpty() && references.mayHave(ready.externalId)) {
        if (const Result<> stored = loader.flush(); !stored) // they may be of those who wait
            return fail(stored);
        before = personWithReference(job, ready.externalId);
    }
    if (!before)
        return fail(before);
    if (!*before) {
        if (ready.person.isNull())
            return ImportedRow{tl::unexpected(ready.fault), {}, {}};
        return storeNew(loader, ready);
    }
    auto changed = columns.apply(ready.row, **before, job.today());
    if (!changed)
        return ImportedRow{fail(changed), {}, {}};
    if (const Result<> stored = loader.flush(); !stored) // the entry of the change comes behind theirs
        return fail(stored);
    auto outcome = storeImported(job, *before, std::move(*changed));
    loader.lookAgain();
    if (!outcome && !isOfTheRow(outcome.error().code))
        return fail(outcome);
    const domain::PersonId id = outcome ? (*before)->id : domain::PersonId();
    return ImportedRow{std::move(outcome), id, {}};
}

Result<std::unique_ptr<BulkImport>> BulkImport::begin(Desk &desk, const PersonColumns &columns)
{
    if (const Result<> ready = desk.store().awaitIndex(); !ready)
        return fail(ready);
    auto work = leasedRead(desk, [](const Job &job) -> Result<std::shared_ptr<Work>> {
                    const auto index = job.connection().personIndex();
                    auto known = index->current(job.connection());
                    if (!known)
                        return fail(known);
                    return std::make_shared<Work>(index, std::move(*known));
                }).takeResult();
    if (!work)
        return fail(work);
    (*work)->index->setHeld(true);
    return std::unique_ptr<BulkImport>(new BulkImport(desk, columns, std::move(*work)));
}

BulkImport::~BulkImport()
{
    m_work->index->setHeld(false);
}

Result<std::optional<domain::ImportRun>> BulkImport::earlier(const QByteArray &digest) const
{
    return m_desk.store()
        .read([digest](store::Connection &connection) { return store::ImportRuns(connection).find(digest); })
        .takeResult();
}

BulkImport::Ready BulkImport::makeReady(QStringList row, QDate today) const
{
    Ready ready;
    ready.externalId = m_columns.id(row);
    const auto person = newPerson(m_columns, row, m_desk.ids(), today);
    if (!ready.externalId.isEmpty())
        ready.row = std::move(row); // may be of somebody who is here
    if (!person) {
        ready.fault = person.error();
        return ready;
    }
    ready.person = m_desk.ids().next<domain::PersonTag>();
    ready.fields = store::packJson(domain::personToJson(*person));
    ready.card = matching::searchCard(*person);
    ready.same = m_work->keys.known(ready.card);
    return ready;
}

std::shared_ptr<BulkImport::Batch> BulkImport::makeReady(std::vector<QStringList> rows) const
{
    const QDate today = dayOf(m_desk.clock().now());
    auto batch = std::make_shared<Batch>();
    batch->rows.reserve(rows.size());
    for (QStringList &row : rows)
        batch->rows.push_back(makeReady(std::move(row), today));
    return batch;
}

QFuture<Result<std::vector<ImportedRow>>> BulkImport::store(const std::shared_ptr<Batch> &batch,
                                                            const BeforeCommit &beforeCommit)
{
    using Rows = std::vector<ImportedRow>;
    return m_desk.store().write([&desk = m_desk, work = m_work, columns = m_columns, posted = batch,
                                 beforeCommit](store::Connection &connection) mutable -> Result<Rows> {
        const std::shared_ptr<Batch> taken = std::move(posted); // given up before the answer: the caller is the last
        if (work->builder.size() >= mostInSegment)
            work->handOver(); // all of them are committed
        const Job job(desk, connection);
        if (const Result<> lease = job.checkLease(); !lease)
            return fail(lease);
        const auto skew = store::DeskRepository(connection).skew();
        if (!skew)
            return fail(skew);
        const store::NoteIndex notes(connection);
        const auto isSeen = notes.hasSeenOutbox();
        if (!isSeen)
            return fail(isSeen);
        auto loader = store::PersonLoader::begin(connection, stampOf(job, *skew));
        if (!loader)
            return fail(loader);
        if (const Result<> known = work->references.reached(connection); !known)
            return fail(known);
        Rows outcomes;
        outcomes.reserve(taken->rows.size());
        for (Ready &one : taken->rows) {
            auto outcome = work->storeRow(job, *loader, one, columns);
            if (!outcome)
                return fail(outcome);
            outcomes.push_back(std::move(*outcome));
        }
        if (const Result<> flushed = loader->flush(); !flushed)
            return fail(flushed);
        if (const Result<> compared = work->compare(job, *taken, outcomes); !compared)
            return fail(compared);
        if (const Result<> left = work->references.left(connection); !left)
            return fail(left);
        if (*isSeen) {
            if (const Result<> passed = notes.passOverOutbox(); !passed)
                return fail(passed);
        }
        if (beforeCommit) {
            const auto run = beforeCommit(outcomes);
            if (!run)
                return fail(run);
            if (const Result<> put = store::ImportRuns(connection).put(*run); !put)
                return fail(put);
            if (const Result<> noted = work->noteStart(job, *run); !noted)
                return fail(noted);
        }
        return outcomes;
    });
}

Result<> BulkImport::finish(const std::optional<domain::ImportRun> &run)
{
    auto finished = m_desk.store()
                        .write([&desk = m_desk, work = m_work, run](store::Connection &connection) -> Result<> {
                            work->handOver();
                            if (!run)
                                return {};
                            if (const Result<> put = store::ImportRuns(connection).put(*run); !put)
                                return put;
                            const Job job(desk, connection);
                            if (const Result<> noted = work->noteStart(job, *run); !noted)
                                return noted;
                            return noteImportEnded(job, *run, *work->startedAt);
                        })
                        .takeResult();
    m_work->index->setHeld(false);
    return finished;
}

} // namespace reeve::services
