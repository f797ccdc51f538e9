// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/import_target.h"
#include "app/reevectl/people_file.h"
#include "app/reevectl/rejected_file.h"
#include "app/reevectl/terminal.h"

#include <QElapsedTimer>

#include <map>

namespace reeve::ctl {

// One run over one file of people: reads a batch while the one before is stored, writes down what was refused and who
// may be known already, and knows how far it has come.
class PeopleImport final
{
public:
    struct Start
    {
        QString file;
        bool goesOn = false;   // after the rows of `run`
        domain::ImportRun run; // digest; and how far an earlier run has come
    };
    // All of them must outlive it.
    PeopleImport(PeopleFile &file, ImportTarget &target, Terminal &terminal, const Start &start);

    // Cancelled when it was interrupted; what was stored until then stays, and another run goes on there.
    [[nodiscard]] Result<> run();

    [[nodiscard]] const domain::ImportRun &counts() const noexcept { return m_run; }
    // Rows done, from the first of the file, in which a spreadsheet has rounded the id or a telephone number, accepted
    // or not.
    struct Rounded
    {
        qint64 ids = 0;
        qint64 phones = 0;

        void add(const services::PersonColumns::Rounded &row)
        {
            ids += row.hasId ? 1 : 0;
            phones += row.hasPhone ? 1 : 0;
        }
    };
    [[nodiscard]] const Rounded &rounded() const noexcept { return m_rounded; }
    [[nodiscard]] const QString &rejectedFile() const noexcept { return m_rejected.name(); }
    [[nodiscard]] const QString &duplicatesFile() const noexcept { return m_duplicates.name(); }

private:
    struct Batch
    {
        std::vector<CsvRow> rows;                                        // as they came, for what is refused
        std::vector<std::pair<CsvRow, Error>> refused;                   // that are no rows of cells
        std::map<std::size_t, services::PersonColumns::Rounded> rounded; // by places in `rows`
        qint64 bytes = 0;
    };
    // Rows that can be read, and `batch` filled with them; none at the end.
    [[nodiscard]] std::vector<QStringList> readBatch(Batch &batch);
    [[nodiscard]] Result<> passOver(qint64 rows);
    [[nodiscard]] Result<> takePending();
    [[nodiscard]] Result<> noteRefused(Batch &batch, const Stored &stored);
    [[nodiscard]] Result<domain::ImportRun> note(Batch &batch, const Stored &stored);
    void showProgress();

    PeopleFile &m_file;
    ImportTarget &m_target;
    Terminal &m_terminal;
    RejectedFile m_rejected;
    PrivateFile m_duplicates;
    domain::ImportRun m_run;          // what is stored
    domain::ImportRun m_next;         // with the batch that is under way
    qint64 m_before = 0;              // rows of an earlier run
    Rounded m_rounded;                // among the rows done
    std::unique_ptr<Batch> m_pending; // posted, and not yet taken
    QElapsedTimer m_sinceStart;
    QElapsedTimer m_sinceProgress;
};

} // namespace reeve::ctl
