// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/import_target.h"
#include "app/reevectl/input_file.h"
#include "app/reevectl/people_file.h"
#include "app/reevectl/people_import.h"
#include "app/reevectl/renamed_columns.h"
#include "app/reevectl/secrets.h"

#include <QCryptographicHash>

#include <cerrno>
#include <malloc.h>
#include <sys/file.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

// The file, and how it is read: the same again is the same import.
Result<QByteArray> digestOf(const QString &name, const QString &map)
{
    QFile file(name);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    hash.addData(map.toUtf8() + '\0');
    if (const auto opened = openOrdinary(file); !opened)
        return fail(opened);
    if (!hash.addData(&file))
        return fail(ErrorCode::NotFound, u"the file %1 cannot be read"_s.arg(name));
    return hash.result();
}

// One import of a file at a time: both would write the same files of rejected rows and of possible duplicates. Held as
// long as the file is open.
Result<> hold(QFile &file)
{
    if (const auto opened = openOrdinary(file); !opened)
        return opened;
    if (::flock(file.handle(), LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
        return fail(ErrorCode::Conflict, u"another import of this file is under way"_s);
    return {};
}

// Batches come and go: what one gives back, the next one takes. Otherwise a third of the time goes into pages that are
// returned to the system and asked for again.
void keepMemory()
{
    mallopt(M_MMAP_THRESHOLD, 32 << 20); // the most glibc takes
    mallopt(M_TRIM_THRESHOLD, 512 << 20);
    mallopt(M_TOP_PAD, 16 << 20);
}

QJsonObject countsOf(const domain::ImportRun &run)
{
    return {{u"imported"_s, run.imported},
            {u"updated"_s, run.updated},
            {u"unchanged"_s, run.unchanged},
            {u"rejected"_s, run.rejected},
            {u"duplicates"_s, run.duplicates}};
}

QJsonObject summaryOf(const PeopleImport &import, const PeopleImport::Start &start, bool isDryRun)
{
    const domain::ImportRun &run = import.counts();
    QJsonObject summary = countsOf(run);
    const auto &[roundedIds, roundedPhones] = import.rounded();
    if (roundedIds > 0)
        summary.insert(u"rounded_ids"_s, roundedIds);
    if (roundedPhones > 0)
        summary.insert(u"rounded_phones"_s, roundedPhones);
    if (run.rejected > 0 || roundedIds > 0 || roundedPhones > 0)
        summary.insert(u"rejected_file"_s, import.rejectedFile());
    if (run.duplicates > 0)
        summary.insert(u"duplicates_file"_s, import.duplicatesFile());
    if (start.goesOn)
        summary.insert(u"went_on_after"_s, start.run.rows);
    if (isDryRun)
        summary.insert(u"dry_run"_s, true);
    return summary;
}

void sayRounded(const QString &what, qint64 rows, const PeopleImport &import, Terminal &terminal)
{
    if (rows > 0)
        terminal.message(u"In %1 rows a spreadsheet has rounded %2 was left out; they are in %3, "
                         u"which holds personal data."_s.arg(QString::number(rows), what, import.rejectedFile()));
}

// people.csv -> people.dry-run.csv: beside which a dry run writes what it would reject.
QString dryRunName(const QString &name)
{
    const bool isCsv = name.endsWith(u".csv"_s, Qt::CaseInsensitive);
    return (isCsv ? name.chopped(4) : name) + u".dry-run"_s + (isCsv ? u".csv"_s : QString());
}

// Where this file stands: new, cut off before its end, or done.
Result<PeopleImport::Start> startOf(const QString &name, const Arguments &arguments, ImportTarget &target)
{
    PeopleImport::Start start;
    // What a real import of this file wrote there stays.
    start.file = arguments.has(u"--dry-run"_s) ? dryRunName(name) : name;
    auto digest = digestOf(name, arguments.value(u"--map"_s));
    if (!digest)
        return fail(digest);
    const auto earlier = target.earlier(*digest);
    if (!earlier)
        return fail(earlier);
    if (*earlier && !arguments.has(u"--again"_s)) {
        start.run = **earlier;
        start.goesOn = !start.run.finishedAt;
    }
    start.run.digest = *digest;
    return start;
}

// What was done then is said again: whoever lost the terminal at the end has it here.
int refuseAgain(const domain::ImportRun &done, Terminal &terminal)
{
    QJsonObject summary = countsOf(done);
    summary.insert(u"imported_at"_s, toRfc3339(*done.finishedAt));
    terminal.print(summary);
    return terminal.failed(
        {ErrorCode::InvalidInput,
         u"this file was imported already, and no column says who is who; --again imports it once more"_s});
}

int importPeople(const Arguments &arguments, Terminal &terminal)
{
    const int targets = static_cast<int>(arguments.has(u"--store"_s)) + static_cast<int>(arguments.has(u"--central"_s));
    if (targets > 1 || (targets == 0 && !arguments.has(u"--dry-run"_s)))
        return terminal.wrongUsage(u"Say where to: --store DIR or --central URI."_s);
    const auto renamed = renamedColumns(arguments.value(u"--map"_s));
    if (!renamed)
        return terminal.wrongUsage(renamed.error().detail + u'.');

    keepMemory();
    const QString name = arguments.positional().first();
    const auto file = PeopleFile::open(name, *renamed);
    if (!file)
        return terminal.failed(file.error());
    const QStringList &unknown = (*file)->columns().unknown();
    if (!unknown.isEmpty() && !arguments.has(u"--ignore-unknown"_s))
        return terminal.failed({ErrorCode::InvalidInput,
                                u"unknown columns: %1; --ignore-unknown leaves them out"_s.arg(unknown.join(u", "_s))});
    QFile held(name);
    if (const auto isOurs = hold(held); !isOurs)
        return terminal.failed(isOurs.error());
    const auto target = importTarget(arguments, (*file)->columns());
    if (!target)
        return target.error().code == ErrorCode::InvalidInput ? terminal.wrongUsage(target.error().detail + u'.')
                                                              : terminal.failed(target.error());
    const auto start = startOf(name, arguments, **target);
    if (!start)
        return terminal.failed(start.error());
    if (start->run.finishedAt && !(*file)->columns().hasId())
        return refuseAgain(start->run, terminal);
    if (start->goesOn)
        terminal.message(u"Going on after row %1, where an earlier import of this file ended."_s.arg(start->run.rows));
    if (const auto begun = (*target)->begin(terminal); !begun)
        return terminal.failed(begun.error());

    PeopleImport import(**file, **target, terminal, *start);
    const auto done = import.run();
    terminal.print(summaryOf(import, *start, arguments.has(u"--dry-run"_s)));
    if (!done)
        return terminal.failed(done.error());
    if (import.counts().rejected > 0)
        terminal.message(u"%1 rows were not accepted; they are in %2, which holds personal data."_s.arg(
            QString::number(import.counts().rejected), import.rejectedFile()));
    sayRounded(u"the id, which names others too and"_s, import.rounded().ids, import, terminal);
    sayRounded(u"a telephone number, which"_s, import.rounded().phones, import, terminal);
    if (import.counts().duplicates > 0)
        terminal.message(u"%1 people may be known already; they are in %2. Nothing was merged."_s.arg(
            QString::number(import.counts().duplicates), import.duplicatesFile()));
    return Done;
}

} // namespace

std::vector<Command> importCommands()
{
    return {
        {u"import people"_s,
         u"FILE.csv (--store DIR | --central URI) [--map our=theirs,…] [--dry-run] [--ignore-unknown] [--again]"_s,
         u"Brings people in from a CSV file"_s,
         u"The header row names the fields: id (the council's own reference), title, given_name, middle_name,\n"
         u"family_name, known_as, former_name, date_of_birth, date_of_death, phone, mobile, email, address, postcode,\n"
         u"uprn, marital_status, preferred_language, communication_needs, contact_preference, nhs_number, ni_number,\n"
         u"roles. Usual other names are known. UTF-8; commas, semicolons, tabs or bars between the cells. Dates: ISO,\n"
         u"YYYYMMDD or British, with midnight behind them or not. Several telephone numbers in one\n"
         u"cell (/ ; , or) are each kept; a cell that says there is none (ex-directory, n/a, 0) is passed over, and\n"
         u"what cannot be dialled is kept as it was told. Telephone numbers and e-mail addresses may have several\n"
         u"columns (home phone, work phone, phone 2, work email). A number or an id that a spreadsheet has rounded\n"
         u"(7.7E+09) is left out, and its row named beside the rejected ones. A row whose id is known already changes\n"
         u"what it says differently; who moves leaves the UPRN behind. Rows that are not accepted go to "
         u"FILE.rejected.csv with\n"
         u"line and reason and do not stop the rest; who may be known already, or comes twice in the file, is brought\n"
         u"in all the same\n"
         u"and named in FILE.duplicates.csv, and waits in the review of duplicates: of this desk, or with --central "
         u"of\n"
         u"each desk that hears of them. --map names columns. Cut off anywhere, the same command goes on where it "
         u"was;\n"
         u"--again begins anew. --dry-run stores nothing and answers what the import would, of --store, --central or "
         u"the\n"
         u"file alone; it writes FILE.dry-run.rejected.csv and FILE.dry-run.duplicates.csv."_s,
         {.leastPositional = 1,
          .mostPositional = 1,
          .flags = {u"--dry-run"_s, u"--ignore-unknown"_s, u"--again"_s},
          .options = deskOptions() << u"--central"_s << u"--map"_s << centralPasswordFile},
         importPeople}};
}

} // namespace reeve::ctl
