// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/import_target.h"
#include "app/reevectl/interrupt.h"
#include "app/reevectl/people_file.h"
#include "app/reevectl/rejected_file.h"
#include "app/reevectl/secrets.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr std::size_t rowsPerTransaction = 1000;
constexpr qint64 progressEvery = 1000; // milliseconds

// One run over one file.
class PeopleImport
{
public:
    PeopleImport(PeopleFile &file, ImportTarget &target, RejectedFile &rejected, Terminal &terminal)
        : m_file(file),
          m_target(target),
          m_rejected(rejected),
          m_terminal(terminal)
    {
        m_sinceProgress.start();
    }

    [[nodiscard]] Result<> run()
    {
        while (auto row = m_file.next()) {
            auto cells = decoded(*row);
            if (cells) {
                m_cells.push_back(std::move(*cells));
                m_rows.push_back(std::move(*row));
            } else {
                m_refused.emplace_back(std::move(*row), cells.error());
            }
            if (m_rows.size() + m_refused.size() < rowsPerTransaction)
                continue;
            if (const auto stored = storeBatch(); !stored)
                return stored;
            if (isInterrupted())
                return fail(ErrorCode::Cancelled,
                            u"%1 people are stored; import again for the rest"_s.arg(m_all.accepted()));
        }
        if (const auto stored = storeBatch(); !stored)
            return stored;
        return m_rejected.finish() ? Result<>() : fail(ErrorCode::Io, u"writing "_s + m_rejected.name());
    }

    [[nodiscard]] const Stored &counts() const { return m_all; }

private:
    [[nodiscard]] Result<> storeBatch()
    {
        if (!m_rows.empty()) {
            const auto stored = m_target.store(m_file.columns(), m_cells);
            if (!stored)
                return fail(stored);
            m_all.imported += stored->imported;
            m_all.updated += stored->updated;
            m_all.unchanged += stored->unchanged;
            for (const auto &[place, error] : stored->rejected)
                m_refused.emplace_back(std::move(m_rows[place]), error);
        }
        if (const auto noted = noteRefused(); !noted)
            return noted;
        m_rows.clear();
        m_cells.clear();
        if (m_sinceProgress.elapsed() > progressEvery) {
            m_terminal.message(u"%1 people, %2 %"_s.arg(m_all.accepted()).arg(m_file.percentRead()));
            m_sinceProgress.restart();
        }
        return {};
    }

    // In the order of the file.
    [[nodiscard]] Result<> noteRefused()
    {
        std::sort(m_refused.begin(), m_refused.end(),
                  [](const auto &a, const auto &b) { return a.first.line < b.first.line; });
        for (const auto &[row, error] : m_refused) {
            const QString reason = error.code == ErrorCode::InvalidInput ? error.detail : wordsFor(error);
            if (!m_rejected.add(row, reason))
                return fail(ErrorCode::Io, u"writing "_s + m_rejected.name());
        }
        m_refused.clear();
        return {};
    }

    PeopleFile &m_file;
    ImportTarget &m_target;
    RejectedFile &m_rejected;
    Terminal &m_terminal;
    std::vector<CsvRow> m_rows;
    std::vector<QStringList> m_cells;
    std::vector<std::pair<CsvRow, Error>> m_refused;
    Stored m_all;
    QElapsedTimer m_sinceProgress;
};

int importPeople(const Arguments &arguments, Terminal &terminal)
{
    const int targets = static_cast<int>(arguments.has(u"--store"_s)) + static_cast<int>(arguments.has(u"--central"_s));
    if (targets > 1 || (targets == 0 && !arguments.has(u"--dry-run"_s)))
        return terminal.wrongUsage(u"Say where to: --store DIR or --central URI."_s);

    const QString name = arguments.positional().first();
    const auto file = PeopleFile::open(name);
    if (!file)
        return terminal.failed(file.error());
    const QStringList &unknown = (*file)->columns().unknown();
    if (!unknown.isEmpty() && !arguments.has(u"--ignore-unknown"_s))
        return terminal.failed({ErrorCode::InvalidInput,
                                u"unknown columns: %1; --ignore-unknown leaves them out"_s.arg(unknown.join(u", "_s))});
    const auto target = importTarget(arguments);
    if (!target)
        return target.error().code == ErrorCode::InvalidInput ? terminal.wrongUsage(target.error().detail + u'.')
                                                              : terminal.failed(target.error());

    RejectedFile rejected(name, (*file)->header());
    PeopleImport import(**file, **target, rejected, terminal);
    const auto done = import.run();
    QJsonObject summary{{u"imported"_s, import.counts().imported},
                        {u"updated"_s, import.counts().updated},
                        {u"unchanged"_s, import.counts().unchanged},
                        {u"rejected"_s, rejected.count()}};
    if (rejected.count() > 0)
        summary.insert(u"rejected_file"_s, rejected.name());
    if (arguments.has(u"--dry-run"_s))
        summary.insert(u"dry_run"_s, true);
    terminal.print(summary);
    if (!done)
        return terminal.failed(done.error());
    if (rejected.count() > 0)
        terminal.message(u"%1 rows were not accepted; they are in %2, which holds personal data."_s.arg(
            QString::number(rejected.count()), rejected.name()));
    return Done;
}

} // namespace

std::vector<Command> importCommands()
{
    return {
        {u"import people"_s,
         u"FILE.csv (--store DIR | --central URI) [--dry-run] [--ignore-unknown]"_s,
         u"Brings people in from a CSV file"_s,
         u"The header row names the fields: id (the council's own reference), title, given_name, middle_name,\n"
         u"family_name, known_as, former_name, date_of_birth, date_of_death, phone, mobile, email, address, postcode,\n"
         u"uprn, marital_status, preferred_language, communication_needs, contact_preference, nhs_number, ni_number,\n"
         u"roles. Usual other names are known. Dates: ISO, YYYYMMDD or British. A row whose id is known already\n"
         u"changes what it says differently. Rows that are not accepted go to FILE.rejected.csv with line and reason\n"
         u"and do not stop the rest."_s,
         {.leastPositional = 1,
          .mostPositional = 1,
          .flags = {u"--dry-run"_s, u"--ignore-unknown"_s},
          .options = deskOptions() << u"--central"_s << centralPasswordFile},
         importPeople}};
}

} // namespace reeve::ctl
