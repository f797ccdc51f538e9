// SPDX-License-Identifier: MIT
#include "app/reevectl/command.h"
#include "app/reevectl/output_file.h"
#include "app/reevectl/people_file.h"
#include "core/matching/candidate_pairs.h"
#include "core/services/person/tidy_person.h"

#include <QSaveFile>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

constexpr double leastProbability = 0.01; // below it a pair is noise

struct Table
{
    QStringList ids;
    std::vector<matching::Comparable> records;
};

struct Pair
{
    std::size_t left = 0;
    std::size_t right = 0;
    double weight = 0;
};

// `--map our=theirs,…` as column of the file -> our name.
Result<QHash<QString, QString>> renamings(const QString &map)
{
    QHash<QString, QString> result;
    const auto parts = map.split(u',', Qt::SkipEmptyParts);
    for (const QString &part : parts) {
        const QString ours = part.section(u'=', 0, 0).trimmed();
        const QString theirs = part.section(u'=', 1).trimmed();
        if (ours.isEmpty() || theirs.isEmpty())
            return fail(ErrorCode::InvalidInput, u"--map needs our=theirs,…"_s);
        result.insert(theirs, ours);
    }
    return result;
}

// A renaming may name a column that only the other file has.
Result<Table> readTable(const QString &name, const QHash<QString, QString> &renamed, Terminal &terminal)
{
    const auto file = PeopleFile::open(name, renamed);
    if (!file)
        return fail(file);
    const QStringList &unknown = (*file)->columns().unknown();
    if (!unknown.isEmpty())
        terminal.message(u"%1: not compared: %2"_s.arg(name, unknown.join(u", "_s)));

    const SystemClock clock;
    IdSource ids(clock);
    const QDate today = QDate::currentDate();
    Table table;
    qint64 unread = 0;
    while (const auto row = (*file)->next()) {
        const auto cells = decoded(*row);
        const auto person = cells ? (*file)->columns().applyLeniently(*cells, domain::Person(), today) : fail(cells);
        const QString id = cells ? (*file)->columns().id(*cells) : QString();
        if (!person || id.isEmpty()) {
            ++unread;
            continue;
        }
        table.ids << id;
        table.records.push_back(matching::comparable(services::tidyPerson(*person, ids)));
    }
    if (unread > 0)
        terminal.message(
            u"%1: %2 rows could not be read, or have no id, and were passed over"_s.arg(name, QString::number(unread)));
    if (table.records.empty())
        return fail(ErrorCode::InvalidInput, u"no row of %1 can be read; is there an id column?"_s.arg(name));
    return table;
}

std::vector<Pair> scored(const Table &left, const Table *right)
{
    matching::NameFrequencies frequencies;
    for (const auto &record : left.records)
        frequencies.add(record);
    if (right) {
        for (const auto &record : right->records)
            frequencies.add(record);
    }
    // One record in five has its like: among so many pairs that is this rare.
    const double lefts = static_cast<double>(left.records.size());
    const double rights = right ? static_cast<double>(right->records.size()) : lefts / 2;
    const double prior = std::log2(std::max(std::min(lefts, rights) / 5, 1.0) / std::max(lefts * rights, 2.0));

    const matching::PairScore scorer(prior, &frequencies);
    const std::vector<matching::Comparable> &others = right ? right->records : left.records;
    std::vector<Pair> pairs;
    const matching::PairSink sink = [&](std::size_t l, std::size_t r) {
        const double weight = scorer.weight(left.records[l], others[r]);
        if (matching::PairScore::probability(weight) >= leastProbability)
            pairs.push_back({l, r, weight});
    };
    if (right)
        matching::candidatePairs(left.records, right->records, sink);
    else
        matching::candidatePairs(left.records, sink);
    std::sort(pairs.begin(), pairs.end(), [](const Pair &a, const Pair &b) {
        if (a.weight != b.weight)
            return a.weight > b.weight;
        return a.left != b.left ? a.left < b.left : a.right < b.right;
    });
    return pairs;
}

QByteArray csvCell(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    if (bytes.contains('"') || bytes.contains(',') || bytes.contains('\n') || bytes.contains('\r')) {
        bytes.replace('"', "\"\"");
        bytes = '"' + bytes + '"';
    }
    return bytes;
}

Result<> writePairs(const QString &name, const std::vector<Pair> &pairs, const QStringList &left,
                    const QStringList &right)
{
    if (const auto replaceable = checkReplaceable(name); !replaceable)
        return replaceable;
    QSaveFile file(name);
    if (!file.open(QIODevice::WriteOnly))
        return fail(ErrorCode::Io, u"the file %1 cannot be written"_s.arg(name));
    file.write("left,right,weight,probability\n");
    for (const Pair &pair : pairs) {
        file.write(csvCell(left.at(static_cast<qsizetype>(pair.left))) + ',' +
                   csvCell(right.at(static_cast<qsizetype>(pair.right))) + ',' +
                   QByteArray::number(pair.weight, 'f', 3) + ',' +
                   QByteArray::number(matching::PairScore::probability(pair.weight), 'f', 6) + '\n');
    }
    if (!file.commit())
        return fail(ErrorCode::Io, u"the file %1 cannot be written"_s.arg(name));
    return {};
}

int match(const Arguments &arguments, Terminal &terminal)
{
    const QString out = arguments.value(u"--out"_s);
    if (out.isEmpty())
        return terminal.wrongUsage(u"--out PAIRS.csv says where the pairs go."_s);
    const auto renamed = renamings(arguments.value(u"--map"_s));
    if (!renamed)
        return terminal.wrongUsage(renamed.error().detail + u'.');

    const auto left = readTable(arguments.positional().first(), *renamed, terminal);
    if (!left)
        return terminal.failed(left.error());
    std::optional<Table> right;
    if (arguments.positional().size() > 1) {
        auto table = readTable(arguments.positional().at(1), *renamed, terminal);
        if (!table)
            return terminal.failed(table.error());
        right = std::move(*table);
    }

    const auto pairs = scored(*left, right ? &*right : nullptr);
    if (const auto written = writePairs(out, pairs, left->ids, right ? right->ids : left->ids); !written)
        return terminal.failed(written.error());
    const auto likely = std::count_if(pairs.cbegin(), pairs.cend(), [](const Pair &pair) { return pair.weight > 0; });
    terminal.print({{u"records"_s, left->ids.size() + (right ? right->ids.size() : 0)},
                    {u"pairs"_s, static_cast<qint64>(pairs.size())},
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
         u"Header rows as for 'import people'; --map names other columns. PAIRS.csv: left,right,weight,probability,\n"
         u"likeliest first, where left and right are the values of the id column. A person decides; nothing is\n"
         u"merged."_s,
         {.leastPositional = 1, .mostPositional = 2, .options = {u"--out"_s, u"--map"_s}},
         match}};
}

} // namespace reeve::ctl
