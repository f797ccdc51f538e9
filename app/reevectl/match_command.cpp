// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/interrupt.h"
#include "app/reevectl/linkage_file.h"
#include "app/reevectl/output_file.h"
#include "app/reevectl/renamed_columns.h"
#include "core/matching/linkage/linkage.h"

#include <QElapsedTimer>
#include <QSaveFile>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

using matching::LinkedPair;

constexpr qint64 quietMilliseconds = 1000; // before progress is worth a line
constexpr qsizetype writtenAtOnce = 1 << 20;

void addCell(QByteArray &line, std::string_view text)
{
    if (text.find_first_of("\",\n\r") == std::string_view::npos) {
        line.append(text.data(), static_cast<qsizetype>(text.size()));
        return;
    }
    line += '"';
    for (const char c : text)
        line.append(c == '"' ? 2 : 1, c);
    line += '"';
}

Result<> writePairs(const QString &name, const std::vector<LinkedPair> &pairs, const matching::LinkageTables &files)
{
    if (const auto replaceable = checkReplaceable(name); !replaceable)
        return replaceable;
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Io, u"the file %1 cannot be written"_s.arg(name));
    QByteArray lines = "left,right,weight,probability\n";
    for (const LinkedPair &pair : pairs) {
        addCell(lines, files.id(pair.left));
        lines += ',';
        addCell(lines, files.id(pair.right));
        lines +=
            ',' + QByteArray::number(pair.weight, 'f', 3) + ',' + QByteArray::number(pair.probability, 'f', 6) + '\n';
        if (lines.size() > writtenAtOnce) {
            file.write(lines);
            lines.clear();
        }
    }
    file.write(lines);
    if (!file.commit())
        return fail(ErrorCode::Io, u"the file %1 cannot be written"_s.arg(name));
    return {};
}

// Says how far it is, once it takes long enough to ask; ends the work when asked to.
class Watch final
{
public:
    explicit Watch(Terminal &terminal) : m_terminal(terminal)
    {
        m_since.start();
        watchSignals();
    }

    [[nodiscard]] matching::LinkageOptions options()
    {
        matching::LinkageOptions options;
        options.isCancelled = &m_isCancelled;
        options.progress = [this](int percent) { onProgress(percent); };
        return options;
    }

private:
    void onProgress(int percent)
    {
        m_isCancelled = isInterrupted();
        if (m_since.elapsed() < quietMilliseconds || percent < m_said + 10)
            return;
        m_said = percent;
        m_terminal.message(u"%1 %"_s.arg(percent));
    }

    Terminal &m_terminal;
    QElapsedTimer m_since;
    int m_said = 0;
    std::atomic<bool> m_isCancelled{false};
};

int match(const Arguments &arguments, Terminal &terminal)
{
    const QString out = arguments.value(u"--out"_s);
    const auto renamed = renamedColumns(arguments.value(u"--map"_s));
    if (!renamed)
        return terminal.wrongUsage(renamed.error().detail + u'.');

    if (const QString input = sameFileAmong(arguments.positional(), out); !input.isEmpty())
        return terminal.wrongUsage(u"--out names %1, which is read: it would be lost. Name another file."_s.arg(input));

    Watch watch(terminal);
    const matching::LinkageOptions options = watch.options();
    const auto files = readLinkageFiles(arguments.positional(), *renamed, options.threads, terminal);
    if (!files)
        return terminal.failed(files.error());
    if (isInterrupted()) // and perhaps not read to their end
        return terminal.failed({ErrorCode::Cancelled, {}});
    const auto pairs = matching::findLinks(files->records, options);
    if (!pairs)
        return terminal.failed(pairs.error());
    if (const auto written = writePairs(out, *pairs, *files); !written)
        return terminal.failed(written.error());

    const auto likely = std::count_if(pairs->cbegin(), pairs->cend(), [](const LinkedPair &pair) {
        return pair.probability >= matching::matchProbability;
    });
    terminal.print({{u"records"_s, static_cast<qint64>(files->records.records.size())},
                    {u"pairs"_s, static_cast<qint64>(pairs->size())},
                    {u"likely"_s, static_cast<qint64>(likely)}});
    return Done;
}

} // namespace

std::vector<Command> matchCommands()
{
    return {
        {u"match"_s,
         u"FILE.csv [FILE2.csv] --out PAIRS.csv [--map our=theirs,…]"_s,
         u"Finds people who are in one file twice, or in both of two files"_s,
         u"Usual column names are known (given_name, surname, date_of_birth or by, bm, bd, postcode, …); --map names\n"
         u"others, and what is unknown is compared as text. PAIRS.csv: left,right,weight,probability, likeliest "
         u"first,\n"
         u"where left and right are the values of the id column; rows without one, or whose id a spreadsheet\n"
         u"has rounded (1.2E+11), are passed over. Files are UTF-8, their cells parted by commas, semicolons,\n"
         u"tabs or bars. A person decides; nothing is merged."_s,
         {.leastPositional = 1, .mostPositional = 2, .options = {u"--out"_s, u"--map"_s}, .needed = {u"--out"_s}},
         match}};
}

} // namespace reeve::ctl
