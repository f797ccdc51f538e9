// SPDX-License-Identifier: MIT
#include "core/central/people_import.h"

#include "core/central/administrator.h"
#include "core/central/people_parameters.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

constexpr qint32 peoplePerPage = 20'000;
constexpr std::size_t peoplePerCall = 2'000;
constexpr std::size_t leastToHalve = 2;

QString hexOf(const QByteArray &digest)
{
    return QString::fromLatin1(digest.toHex());
}

std::vector<PeopleImport::Record> recordsIn(const Rows &rows)
{
    std::vector<PeopleImport::Record> records;
    records.reserve(static_cast<std::size_t>(rows.count()));
    for (int row = 0; row < rows.count(); ++row)
        records.push_back({domain::PersonId(rows.uuid(row, 0)), rows.bytes(row, 1)});
    return records;
}

} // namespace

PeopleImport::PeopleImport(std::unique_ptr<Administrator> administrator) : m_administrator(std::move(administrator)) {}

PeopleImport::~PeopleImport() = default;

Result<std::unique_ptr<PeopleImport>> PeopleImport::connect(const QString &uri, const crypto::Secret &password)
{
    auto administrator = Administrator::connect(uri, password);
    if (!administrator)
        return fail(administrator);
    return std::unique_ptr<PeopleImport>(new PeopleImport(std::move(*administrator)));
}

void PeopleImport::setFile(const QByteArray &digest)
{
    m_file = hexOf(digest);
}

Result<std::optional<domain::ImportRun>> PeopleImport::run(const QByteArray &digest)
{
    const auto rows = m_administrator->call("SELECT * FROM reeve_api.import_run($1)", Parameters().text(hexOf(digest)));
    if (!rows)
        return fail(rows);
    m_rows = -1;
    if (rows->count() == 0)
        return std::nullopt;
    domain::ImportRun run{digest,
                          rows->integer(0, 0),
                          rows->integer(0, 1),
                          rows->integer(0, 2),
                          rows->integer(0, 3),
                          rows->integer(0, 4),
                          rows->integer(0, 5),
                          rows->integer(0, 6),
                          rows->integer(0, 7),
                          {}};
    if (!rows->isNull(0, 8))
        run.finishedAt = fromMilliseconds(rows->integer(0, 8));
    m_rows = run.rows;
    return run;
}

Result<std::vector<PeopleImport::Record>> PeopleImport::peopleAfter(domain::PersonId last)
{
    const auto rows = m_administrator->call("SELECT * FROM reeve_api.import_compared($1, $2, $3)",
                                            Parameters().uuidOrZero(last.uuid()).small(peoplePerPage).text(m_file));
    if (!rows)
        return fail(rows);
    return recordsIn(*rows);
}

Result<std::vector<PeopleImport::Record>> PeopleImport::people(const std::vector<domain::PersonId> &ids)
{
    if (ids.empty())
        return std::vector<Record>();
    ArrayParameter wanted(type::uuid, static_cast<qsizetype>(ids.size()));
    for (const domain::PersonId &id : ids)
        wanted.append(id.uuid());
    const auto rows = m_administrator->call("SELECT * FROM reeve_api.import_others($1, $2)",
                                            Parameters().array(type::uuidArray, wanted).text(m_file));
    if (!rows)
        return fail(rows);
    return recordsIn(*rows);
}

Result<> PeopleImport::begin()
{
    return m_administrator->execute("BEGIN");
}

Result<std::vector<PeopleImport::Known>> PeopleImport::known(const QStringList &references)
{
    ArrayParameter wanted(type::text, references.size());
    for (const QString &reference : references)
        wanted.append(QByteArrayView(reference.toUtf8()));
    const auto rows = m_administrator->call("SELECT * FROM reeve_api.import_known($1, $2)",
                                            Parameters().array(type::textArray, wanted).text(m_file));
    if (!rows)
        return fail(rows);
    std::vector<Known> known;
    known.reserve(static_cast<std::size_t>(rows->count()));
    for (int row = 0; row < rows->count(); ++row)
        known.push_back(
            {rows->text(row, 0), domain::PersonId(rows->uuid(row, 1)), rows->integer(row, 2), rows->bytes(row, 3)});
    return known;
}

Result<std::vector<std::size_t>> PeopleImport::put(const std::vector<Record> &people)
{
    std::vector<std::size_t> refused;
    for (std::size_t at = 0; at < people.size(); at += peoplePerCall) {
        if (const auto stored = putSome(people, at, std::min(at + peoplePerCall, people.size()), refused); !stored)
            return fail(stored);
    }
    return refused;
}

// Where one of them is not taken, the halves are tried, until it is alone.
Result<> PeopleImport::putSome(const std::vector<Record> &people, std::size_t from, std::size_t to,
                               std::vector<std::size_t> &refused)
{
    if (const auto marked = m_administrator->execute("SAVEPOINT people"); !marked)
        return marked;
    const auto done =
        m_administrator->call("SELECT * FROM reeve_api.import_people($1, $2)", peopleParameters(people, from, to));
    if (done)
        return m_administrator->execute("RELEASE people");
    if (done.error().code != ErrorCode::InvalidInput)
        return fail(done);
    if (const auto undone = m_administrator->execute("ROLLBACK TO people"); !undone)
        return undone;
    if (to - from < leastToHalve) {
        refused.push_back(from);
        return {};
    }
    const std::size_t middle = from + (to - from) / 2;
    if (const auto stored = putSome(people, from, middle, refused); !stored)
        return stored;
    return putSome(people, middle, to, refused);
}

Result<> PeopleImport::putRun(const domain::ImportRun &run)
{
    ArrayParameter counts(type::int8, 8);
    for (const qint64 count : {run.rows, run.imported, run.updated, run.unchanged, run.rejected, run.rejectedBytes,
                               run.duplicates, run.duplicateBytes})
        counts.append(count);
    const auto answer = m_administrator->call("SELECT reeve_api.put_import_run($1, $2, $3, $4 = 1)",
                                              Parameters()
                                                  .text(hexOf(run.digest))
                                                  .integer(m_rows)
                                                  .array(type::int8Array, counts)
                                                  .small(run.finishedAt ? 1 : 0));
    if (!answer)
        return fail(answer);
    if (answer->count() != 1 || answer->integer(0, 0) != 1)
        return fail(ErrorCode::Conflict, u"another import of this file is under way"_s);
    m_rows = run.rows;
    return {};
}

Result<> PeopleImport::commit()
{
    return m_administrator->execute("COMMIT");
}

} // namespace reeve::central
