// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/desk_session.h"
#include "app/reevectl/gazetteer_file.h"
#include "app/reevectl/interrupt.h"
#include "app/reevectl/rejected_file.h"
#include "core/domain/gazetteer_delivery.h"
#include "core/services/address/address_service.h"
#include "core/services/address/gazetteer_import.h"

#include <QElapsedTimer>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr std::size_t rowsPerTransaction = 5000;
constexpr qint64 progressEvery = 1000; // milliseconds

using OlderList = services::GazetteerImport::OlderList;

// Nothing while the volumes of each delivery are all among the files, as far as these were read.
Result<> checkVolumes(const std::vector<GazetteerFile *> &files)
{
    std::vector<domain::GazetteerVolume> volumes;
    for (const GazetteerFile *file : files)
        volumes.push_back({file->header(), file->trailer()});
    const auto missing = domain::missingVolume(volumes);
    if (!missing)
        return {};
    return fail(ErrorCode::InvalidInput,
                u"volume %1 of the full list of %2 is not among the files; the list in use is kept. "
                "Name all volumes in one command"_s.arg(QString::number(missing->volume),
                                                        missing->writtenOn.toString(Qt::ISODate)));
}

// Loads files one after the other and counts.
class GazetteerLoad
{
public:
    GazetteerLoad(services::GazetteerImport &import, OlderList older, Terminal &terminal)
        : m_import(import),
          m_older(older),
          m_terminal(terminal)
    {
        m_sinceProgress.start();
    }

    // All of them belong to one load: the tiles of a full delivery, or one change-only file.
    [[nodiscard]] Result<> load(const std::vector<GazetteerFile *> &files)
    {
        const domain::GazetteerHeader &newest = files.back()->header();
        if (const auto begun = await(m_import.begin(newest, m_older)); !begun) {
            const bool isOlder = newest.isFull && begun.error().code == ErrorCode::InvalidInput;
            return isOlder ? fail(begun.error().code, begun.error().detail + u". Where it is meant, add --replace"_s)
                           : begun;
        }
        for (GazetteerFile *file : files) {
            if (const auto done = read(*file); !done)
                return done;
        }
        if (const auto complete = checkFull(files); !complete)
            return complete;
        return finish();
    }

    [[nodiscard]] qint64 rows() const noexcept { return m_rows; }
    [[nodiscard]] qint64 rejected() const noexcept { return m_rejected; }
    [[nodiscard]] const QStringList &rejectedFiles() const noexcept { return m_rejectedFiles; }

private:
    // Now that each was read to its end.
    [[nodiscard]] Result<> checkFull(const std::vector<GazetteerFile *> &files)
    {
        if (!files.front()->header().isFull)
            return {};
        for (const GazetteerFile *file : files) {
            if (file->trailer())
                continue;
            if (m_older == OlderList::Refused) {
                return fail(ErrorCode::InvalidInput,
                            u"%1 has no last row (99), so that it may have been cut short; the list in use is kept. "
                            "Where the file is whole, add --replace"_s.arg(file->name()));
            }
            m_terminal.message(u"%1 has no last row (99): if it was cut short, so is the list."_s.arg(file->name()));
        }
        return checkVolumes(files);
    }

    [[nodiscard]] Result<> read(GazetteerFile &file)
    {
        RejectedFile refused(file.name(), {});
        std::vector<CsvRow> raw;
        std::vector<QStringList> cells;
        bool isMore = true;
        while (isMore) {
            auto row = file.next();
            isMore = row.has_value();
            if (row && !row->raw.fault.isEmpty()) {
                if (!refused.add(row->raw, row->raw.fault))
                    return fail(ErrorCode::Io, u"writing "_s + refused.name());
            } else if (row) {
                raw.push_back(std::move(row->raw));
                cells.push_back(std::move(row->cells));
            }
            if (isMore && cells.size() < rowsPerTransaction)
                continue;
            if (isInterrupted())
                return fail(ErrorCode::Cancelled, u"the list that was in use still is"_s);
            if (const auto stored = store(cells, raw, refused); !stored)
                return stored;
            cells.clear();
            raw.clear();
            tell(u"%1: %2 rows, %3 %"_s.arg(file.name()).arg(m_rows).arg(file.percentRead()));
        }
        if (!refused.finish())
            return fail(ErrorCode::Io, u"writing "_s + refused.name());
        m_rejected += refused.count();
        if (refused.count() > 0)
            m_rejectedFiles.append(refused.name());
        return {};
    }

    [[nodiscard]] Result<> store(const std::vector<QStringList> &cells, const std::vector<CsvRow> &raw,
                                 RejectedFile &refused)
    {
        if (cells.empty())
            return {};
        const auto answers = await(m_import.store(cells));
        if (!answers)
            return fail(answers);
        for (std::size_t n = 0; n < answers->size(); ++n) {
            if ((*answers)[n])
                ++m_rows;
            else if (!refused.add(raw[n], (*answers)[n].error().detail))
                return fail(ErrorCode::Io, u"writing "_s + refused.name());
        }
        return {};
    }

    [[nodiscard]] Result<> finish()
    {
        for (;;) {
            const auto isMore = await(m_import.finishStep());
            if (!isMore)
                return fail(isMore);
            if (!*isMore)
                return {};
            tell(u"Making the addresses ready to be found …"_s);
        }
    }

    void tell(const QString &text)
    {
        if (m_sinceProgress.elapsed() > progressEvery) {
            m_terminal.message(text);
            m_sinceProgress.restart();
        }
    }

    services::GazetteerImport &m_import;
    OlderList m_older;
    Terminal &m_terminal;
    QElapsedTimer m_sinceProgress;
    qint64 m_rows = 0;
    qint64 m_rejected = 0;
    QStringList m_rejectedFiles;
};

Result<> loadAll(GazetteerLoad &load, const std::vector<std::unique_ptr<GazetteerFile>> &files)
{
    std::vector<GazetteerFile *> full;
    for (const auto &file : files) {
        if (file->header().isFull)
            full.push_back(file.get());
    }
    if (!full.empty()) {
        if (const auto complete = checkVolumes(full); !complete)
            return complete;
        if (const auto done = load.load(full); !done)
            return done;
    }
    for (const auto &file : files) {
        if (file->header().isFull)
            continue;
        if (const auto done = load.load({file.get()}); !done)
            return fail(done.error().code, file->name() + u": "_s + done.error().detail);
    }
    return {};
}

int importGazetteer(const Arguments &arguments, Terminal &terminal)
{
    const auto files = openInOrder(arguments.positional());
    if (!files)
        return terminal.failed(files.error());
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());

    services::GazetteerImport import(**desk);
    GazetteerLoad load(import, arguments.has(u"--replace"_s) ? OlderList::Accepted : OlderList::Refused, terminal);
    const auto done = loadAll(load, *files);
    const auto loaded = await(services::AddressService(**desk).loaded());
    if (!loaded)
        return terminal.failed(loaded.error());
    QJsonObject summary{{u"rows"_s, load.rows()},
                        {u"rejected"_s, load.rejected()},
                        {u"addresses"_s, loaded->addresses},
                        {u"properties"_s, loaded->properties}};
    if (!load.rejectedFiles().isEmpty())
        summary.insert(u"rejected_file"_s, load.rejectedFiles().join(u", "_s));
    terminal.print(summary);
    return done ? Done : terminal.failed(done.error());
}

int findAddress(const Arguments &arguments, Terminal &terminal)
{
    const auto limit = arguments.integer(u"--limit"_s, 10, 1, 200);
    if (!limit)
        return terminal.wrongUsage(limit.error().detail);
    const auto desk = openDesk(arguments);
    if (!desk)
        return terminal.failed(desk.error());
    const auto hits =
        await(services::AddressService(**desk).find(arguments.positional().join(u' '), static_cast<int>(*limit)));
    if (!hits)
        return terminal.failed(hits.error());
    for (const services::AddressHit &hit : *hits) {
        QJsonObject line{{u"uprn"_s, hit.uprn}, {u"address"_s, hit.text}, {u"postcode"_s, hit.postcode}};
        if (!hit.textOtherTongue.isEmpty())
            line.insert(u"address_other_language"_s, hit.textOtherTongue);
        if (hit.isHistorical)
            line.insert(u"historical"_s, true);
        if (hit.isProvisional)
            line.insert(u"provisional"_s, true);
        terminal.print(line);
    }
    return Done;
}

} // namespace

std::vector<Command> gazetteerCommands()
{
    return {
        {u"import gazetteer"_s,
         u"FILE… --store DIR [--replace]"_s,
         u"Brings the council's list of addresses in"_s,
         u"AddressBase Premium or DTF 7.3 CSV, full or change-only; several files are loaded in the order the council\n"
         u"wrote them. A full load takes the place of the list in use when it is complete: all its volumes stand in\n"
         u"one command, each to its last row (99), and it holds addresses. One without that row, which may have been\n"
         u"cut short, or older than the list in use takes its place with --replace alone. Rows that are not accepted\n"
         u"go to FILE.rejected.csv with line and reason and do not stop the rest."_s,
         {.leastPositional = 1,
          .mostPositional = 10000,
          .flags = {u"--replace"_s},
          .options = deskOptions(),
          .opensStore = true},
         importGazetteer},
        {u"address"_s,
         u"WORDS… --store DIR [--limit N]"_s,
         u"Finds addresses by UPRN, postcode or part"_s,
         {},
         {.leastPositional = 1, .mostPositional = 50, .options = deskOptions() << u"--limit"_s, .opensStore = true},
         findAddress},
    };
}

} // namespace reeve::ctl
