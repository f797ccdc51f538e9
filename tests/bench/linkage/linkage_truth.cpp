// SPDX-License-Identifier: MIT
#include "tests/bench/linkage/linkage_truth.h"

#include "core/matching/linkage/csv_scan.h"

#include <algorithm>
#include <cstdlib>
#include <string>
#include <unordered_map>

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

namespace {

using matching::LinkageRecord;

constexpr int leastGeneration = 16; // years

// The cells of one column, of rows that have all their cells.
std::vector<std::string> columnOf(std::string_view table, const std::string &name)
{
    std::vector<std::string_view> cells;
    std::vector<std::string> values;
    matching::CsvScan scan(table);
    if (!scan.next(cells))
        return values;
    const auto found = std::find(cells.begin(), cells.end(), name);
    if (found == cells.end())
        return values;
    const auto column = static_cast<std::size_t>(found - cells.begin());
    const std::size_t count = cells.size();
    while (scan.next(cells)) {
        if (cells.size() == count)
            values.emplace_back(cells[column]);
    }
    return values;
}

std::string personInId(std::string_view id, const QString &rule)
{
    if (rule == u"id/10"_s)
        return std::to_string(std::strtoll(std::string(id).c_str(), nullptr, 10) / 10);
    const std::size_t first = id.find('-');
    return std::string(id.substr(0, first == std::string_view::npos ? first : id.find('-', first + 1)));
}

bool areOfOneHome(const LinkageRecord &a, const LinkageRecord &b)
{
    return (a.uprn != 0 && a.uprn == b.uprn) ||
           (a.street != 0 && a.street == b.street && a.number == b.number && a.postcode == b.postcode);
}

} // namespace

std::optional<LinkageTruth> LinkageTruth::read(const std::vector<std::string_view> &tables,
                                               const matching::LinkageTables &records, const QString &rule)
{
    const std::size_t count = records.records.records.size();
    std::vector<std::string> names;
    if (rule.startsWith(u"id"_s) && rule.size() > 2 && !rule[2].isLetter()) {
        for (std::size_t i = 0; i < count; ++i)
            names.push_back(personInId(records.id(i), rule));
    } else {
        for (const std::string_view table : tables) {
            const std::vector<std::string> values = columnOf(table, rule.toStdString());
            names.insert(names.end(), values.begin(), values.end());
        }
    }
    if (names.size() != count)
        return {};

    LinkageTruth truth;
    std::unordered_map<std::string_view, std::uint32_t> numbers;
    std::vector<std::int64_t> lefts;
    std::vector<std::int64_t> rights;
    const std::size_t firstRight = records.records.lefts;
    for (std::size_t i = 0; i < count; ++i) {
        const auto [found, isNew] = numbers.try_emplace(names[i], static_cast<std::uint32_t>(numbers.size()));
        if (isNew) {
            truth.m_first.push_back(static_cast<std::uint32_t>(i));
            lefts.push_back(0);
            rights.push_back(0);
        }
        truth.m_person.push_back(found->second);
        ++(i < firstRight ? lefts : rights)[found->second];
    }
    for (std::size_t person = 0; person < lefts.size(); ++person)
        truth.m_wanted += firstRight > 0 ? lefts[person] * rights[person] : rights[person] * (rights[person] - 1) / 2;
    return truth;
}

LinkageTruth::Score LinkageTruth::score(const std::vector<matching::LinkedPair> &pairs,
                                        const matching::RecordSet &set) const
{
    Score score;
    score.wanted = m_wanted;
    std::int64_t right = 0;
    std::int64_t rightLikely = 0;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        const matching::LinkedPair &pair = pairs[i];
        const std::uint32_t left = m_person[pair.left];
        const std::uint32_t other = m_person[pair.right];
        right += left == other;
        const bool isLikely = pair.probability >= matching::matchProbability;
        rightLikely += isLikely && left == other;
        if (isLikely && left != other) {
            const LinkageRecord &a = set.records[m_first[left]];
            const LinkageRecord &b = set.records[m_first[other]];
            const bool isHome = areOfOneHome(a, b) && a.born != 0 && b.born != 0;
            ++score.wrong;
            score.twins += isHome && a.born == b.born && a.given != b.given;
            score.namesakes += isHome && a.born == b.born && a.given == b.given;
            score.juniors += isHome && a.given == b.given && std::abs(a.born - b.born) / 10'000 >= leastGeneration;
        }
        if (i + 1 == pairs.size() || pairs[i + 1].probability < pair.probability)
            score.best = std::max(score.best, 2.0 * static_cast<double>(right) /
                                                  static_cast<double>(i + 1 + static_cast<std::size_t>(m_wanted)));
    }
    score.precision =
        static_cast<double>(rightLikely) / static_cast<double>(std::max<std::int64_t>(rightLikely + score.wrong, 1));
    score.recall = static_cast<double>(rightLikely) / static_cast<double>(std::max<std::int64_t>(m_wanted, 1));
    return score;
}

std::vector<LinkageTruth::Band> LinkageTruth::reliability(const std::vector<matching::LinkedPair> &pairs) const
{
    std::vector<Band> bands;
    for (const double least : {0.0, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95, 0.99, 0.999}) {
        Band &band = bands.emplace_back();
        band.least = least;
    }
    for (const matching::LinkedPair &pair : pairs) {
        const auto above = std::find_if(bands.begin() + 1, bands.end(),
                                        [&pair](const Band &band) { return pair.probability < band.least; });
        Band &band = *(above - 1);
        ++band.pairs;
        band.said += pair.probability;
        band.right += m_person[pair.left] == m_person[pair.right] ? 1 : 0;
    }
    for (Band &band : bands) {
        const auto count = static_cast<double>(std::max<std::int64_t>(band.pairs, 1));
        band.said /= count;
        band.right /= count;
    }
    return bands;
}

} // namespace reeve::bench
