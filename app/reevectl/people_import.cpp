// SPDX-License-Identifier: MIT
#include "app/reevectl/people_import.h"

#include "app/reevectl/desk_session.h"
#include "app/reevectl/interrupt.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// Large: pages that many rows share are sealed and written once for all of them.
constexpr std::size_t rowsPerTransaction = 10'000;
constexpr qint64 bytesPerTransaction = 32 << 20;
constexpr qint64 progressEvery = 1000; // milliseconds

QByteArray duplicateLine(qint64 line, const Stored::Duplicate &duplicate)
{
    const bool isMatch = duplicate.other.outcome == matching::MatchOutcome::Match;
    return QByteArray::number(line) + ',' + (isMatch ? "match" : "potential") + ',' +
           QByteArray::number(duplicate.other.probability, 'f', 4) + ',' + duplicate.person.toString().toUtf8() + ',' +
           duplicate.other.person.toString().toUtf8() + ',' + csvCell(duplicate.other.externalId);
}

QString reasonOf(const Error &error)
{
    return error.code == ErrorCode::InvalidInput ? error.detail : wordsFor(error, false);
}

} // namespace

PeopleImport::PeopleImport(PeopleFile &file, ImportTarget &target, Terminal &terminal, const Start &start)
    : m_file(file),
      m_target(target),
      m_terminal(terminal),
      m_rejected(start.file, file.header(), file.separator(), start.goesOn ? start.run.rejected : 0,
                 start.goesOn ? start.run.rejectedBytes : 0),
      m_duplicates(start.file, u"duplicates"_s, "line,outcome,probability,person,other,other_external_id"),
      m_run(start.run)
{
    if (!start.goesOn) {
        m_run = {};
        m_run.digest = start.run.digest;
    }
    m_before = m_run.rows;
    m_sinceStart.start();
    m_sinceProgress.start();
}

Result<> PeopleImport::run()
{
    if (const auto opened = m_duplicates.goOnAfter(m_run.duplicateBytes); !opened)
        return opened;
    if (const auto passed = passOver(m_run.rows); !passed)
        return passed;
    for (;;) {
        auto batch = std::make_unique<Batch>();
        std::vector<QStringList> rows = readBatch(*batch);
        const bool isEnd = batch->rows.empty() && batch->refused.empty();
        if (!isEnd)
            m_target.prepare(std::move(rows));
        if (const auto taken = takePending(); !taken)
            return taken;
        if (isEnd && !isInterrupted()) // interrupted, a file seems to end that does not
            break;
        if (isInterrupted())
            return fail(ErrorCode::Cancelled,
                        u"%1 rows are done; the same command goes on after them"_s.arg(m_run.rows));
        m_pending = std::move(batch);
        m_target.post([this](const Stored &stored) { return note(*m_pending, stored); });
    }
    m_run.finishedAt = systemClock().now();
    return m_target.finish(m_run);
}

// An earlier run has done them. They are read again, since a row may have many lines, and what was rounded in them is
// counted with the rest.
Result<> PeopleImport::passOver(qint64 rows)
{
    for (qint64 row = 0; row < rows; ++row) {
        const auto done = m_file.next();
        if (!done)
            return isInterrupted() ? fail(ErrorCode::Cancelled, u"nothing new was done"_s)
                                   : fail(ErrorCode::InvalidInput, u"the file has fewer rows than were done"_s);
        const auto cells = decoded(*done);
        if (cells)
            m_rounded.add(m_file.columns().rounded(*cells));
    }
    return {};
}

std::vector<QStringList> PeopleImport::readBatch(Batch &batch)
{
    std::vector<QStringList> cells;
    while (batch.rows.size() + batch.refused.size() < rowsPerTransaction && batch.bytes < bytesPerTransaction) {
        auto row = m_file.next();
        if (!row)
            break;
        batch.bytes += row->raw.size();
        auto read = decoded(*row);
        row->cells = {};
        if (read) {
            if (auto rounded = m_file.columns().rounded(*read); !rounded.fields.isEmpty())
                batch.rounded.emplace(batch.rows.size(), std::move(rounded));
            cells.push_back(std::move(*read));
            batch.rows.push_back(std::move(*row));
        } else {
            batch.refused.emplace_back(std::move(*row), read.error());
        }
    }
    return cells;
}

Result<> PeopleImport::takePending()
{
    if (!m_pending)
        return {};
    const auto taken = m_target.take();
    const auto batch = std::exchange(m_pending, nullptr);
    if (!taken)
        return taken;
    for (const auto &[place, rounded] : batch->rounded)
        m_rounded.add(rounded);
    m_run = m_next;
    showProgress();
    return {};
}

// Whole rows that were refused, and rows without an id or a number that was rounded, in the order of the file.
Result<> PeopleImport::noteRefused(Batch &batch, const Stored &stored)
{
    struct Line
    {
        const CsvRow *row;
        QString reason;
        bool isAccepted;
    };
    std::vector<Line> lines;
    auto leftOut = batch.rounded;
    for (const auto &[row, error] : batch.refused)
        lines.push_back({&row, reasonOf(error), false});
    for (const auto &[place, error] : stored.rejected) {
        QStringList reasons{reasonOf(error)};
        if (const auto rounded = leftOut.extract(place))
            reasons << rounded.mapped().fields;
        lines.push_back({&batch.rows[place], reasons.join(u"; "_s), false});
    }
    for (const auto &[place, rounded] : leftOut)
        lines.push_back(
            {&batch.rows[place], rounded.fields.join(u"; "_s) + u"; the row was accepted without it"_s, true});
    std::sort(lines.begin(), lines.end(), [](const Line &a, const Line &b) { return a.row->line < b.row->line; });
    for (const Line &line : lines) {
        if (!(line.isAccepted ? m_rejected.addAccepted(*line.row, line.reason)
                              : m_rejected.add(*line.row, line.reason)))
            return fail(ErrorCode::Io, u"writing "_s + m_rejected.name());
    }
    return {};
}

// What was refused and who may be known already; then how far it has come.
Result<domain::ImportRun> PeopleImport::note(Batch &batch, const Stored &stored)
{
    if (const auto noted = noteRefused(batch, stored); !noted)
        return fail(noted);
    for (const Stored::Duplicate &duplicate : stored.duplicates) {
        if (const auto written = m_duplicates.write(duplicateLine(batch.rows[duplicate.place].line, duplicate));
            !written)
            return fail(written);
    }
    if (!m_rejected.finish())
        return fail(ErrorCode::Io, u"writing "_s + m_rejected.name());
    if (const auto flushed = m_duplicates.flush(); !flushed)
        return fail(flushed);

    m_next = m_run;
    m_next.rows += static_cast<qint64>(batch.rows.size() + batch.refused.size());
    m_next.imported += stored.imported;
    m_next.updated += stored.updated;
    m_next.unchanged += stored.unchanged;
    m_next.rejected = m_rejected.count();
    m_next.rejectedBytes = m_rejected.size();
    m_next.duplicates += static_cast<qint64>(stored.duplicates.size());
    m_next.duplicateBytes = m_duplicates.size();
    return m_next;
}

void PeopleImport::showProgress()
{
    if (m_sinceProgress.elapsed() < progressEvery)
        return;
    m_sinceProgress.restart();
    const qint64 perSecond = (m_run.rows - m_before) * 1000 / std::max<qint64>(1, m_sinceStart.elapsed());
    m_terminal.message(u"%1 rows, %2 %, %3 rows/s"_s.arg(m_run.rows).arg(m_file.percentRead()).arg(perSecond));
}

} // namespace reeve::ctl
