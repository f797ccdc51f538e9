// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage.h"

#include "core/matching/linkage/clusters.h"
#include "core/matching/linkage/parallel.h"
#include "core/matching/linkage/repeats.h"
#include "core/matching/linkage/training.h"

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

constexpr double leastKept = -10;      // weights below it stay below whatever the prior turns out to be
constexpr double assumedRecall = 0.97; // of the blocking
constexpr std::size_t blocksAtOnce = 512;
constexpr double sureWeight = 6;      // of who is there again and again and born on one day: 0.985
constexpr double potentialWeight = 3; // of one whose date of birth is not known: 0.89

bool isCancelled(const LinkageOptions &options)
{
    return options.isCancelled != nullptr && options.isCancelled->load(std::memory_order_relaxed);
}

void say(const LinkageOptions &options, int percent)
{
    if (options.progress)
        options.progress(percent);
}

void scoreBlock(const RecordSet &set, const Blocking &blocking, const LinkageModel &model, const Blocking::Block &block,
                std::vector<LinkedPair> &pairs)
{
    for (std::size_t i = 0; i < block.size; ++i) {
        for (std::size_t j = i + 1; j < block.size; ++j) {
            const auto [left, right] = std::minmax(block.records[i], block.records[j]);
            if (left == right || (set.lefts > 0 && (left >= set.lefts || right < set.lefts)))
                continue;
            if (blocking.isKnown(left, right))
                continue;
            const LinkageRecord &l = set.records[left];
            const LinkageRecord &r = set.records[right];
            const Evidence evidence = compare(set, l, r);
            const double weight = weigh(model, evidence).weight;
            if (weight > leastKept)
                pairs.push_back(
                    {left, right, weight, 0, cautionOf(model, set, l, r, evidence), isLeftToDecide(evidence)});
        }
    }
}

// All pairs that share a block of one rule, scored by all threads together.
void scoreRule(const RecordSet &set, const Blocking &blocking, const LinkageModel &model, const LinkageOptions &options,
               std::vector<std::vector<LinkedPair>> &found)
{
    std::atomic<std::size_t> next{0};
    const auto threads = static_cast<unsigned>(found.size());
    inParallel(threads, threads, [&](unsigned part, std::size_t, std::size_t) {
        while (!isCancelled(options)) {
            const std::size_t begin = next.fetch_add(blocksAtOnce);
            if (begin >= blocking.blockCount())
                return;
            const std::size_t end = std::min(begin + blocksAtOnce, blocking.blockCount());
            for (std::size_t i = begin; i < end; ++i)
                scoreBlock(set, blocking, model, blocking.block(i), found[part]);
        }
    });
}

bool isBefore(const LinkedPair &a, const LinkedPair &b)
{
    return a.left != b.left ? a.left < b.left : a.right < b.right;
}

std::vector<LinkedPair> onlyOnce(std::vector<std::vector<LinkedPair>> &found)
{
    std::vector<LinkedPair> pairs;
    for (auto &part : found) {
        pairs.insert(pairs.end(), part.begin(), part.end());
        std::vector<LinkedPair>().swap(part);
    }
    std::sort(pairs.begin(), pairs.end(), isBefore);
    pairs.erase(
        std::unique(pairs.begin(), pairs.end(),
                    [](const LinkedPair &a, const LinkedPair &b) { return a.left == b.left && a.right == b.right; }),
        pairs.end());
    return pairs;
}

// What is said again and again is common for that alone: how common it is tells nothing. The first of January is no
// date of birth.
LinkedPair repeated(const RecordSet &set, const LinkageModel &model, double shift, const Repeats::Pair &repeat)
{
    const LinkageRecord &first = set.records[repeat.first];
    const LinkageRecord &again = set.records[repeat.again];
    const Evidence evidence = compare(set, first, again);
    const bool isBornOnADay = first.born % 100 != 0 && first.born % 10'000 != 101;
    LinkedPair pair{repeat.first,
                    repeat.again,
                    weigh(model, evidence).weight + shift,
                    0,
                    cautionOf(model, set, first, again, evidence),
                    isLeftToDecide(evidence)};
    pair.weight = std::max(pair.weight, isBornOnADay ? sureWeight : potentialWeight);
    pair.probability = probabilityOf(judged(pair.weight, pair.caution, pair.isLeftToDecide));
    return pair;
}

// Into one file, whoever is there again; of two, what is said of the first of them in a file, of each that says the
// same.
void addRepeats(const RecordSet &set, const LinkageModel &model, double shift, const Repeats &repeats,
                std::vector<LinkedPair> &pairs)
{
    if (set.lefts == 0) {
        for (const Repeats::Pair &repeat : repeats.pairs)
            pairs.push_back(repeated(set, model, shift, repeat));
        return;
    }
    std::erase_if(pairs, [&repeats](const LinkedPair &pair) {
        return std::binary_search(repeats.across.begin(), repeats.across.end(), Repeats::Pair{pair.left, pair.right});
    });
    for (const Repeats::Pair &repeat : repeats.across)
        pairs.push_back(repeated(set, model, shift, repeat));
    const std::size_t firsts = pairs.size();
    for (std::size_t i = 0; i < firsts; ++i) {
        for (std::uint32_t LinkedPair::*const side : {&LinkedPair::left, &LinkedPair::right}) {
            LinkedPair pair = pairs[i];
            const std::uint32_t first = pair.*side;
            for (auto it = std::lower_bound(repeats.pairs.begin(), repeats.pairs.end(), Repeats::Pair{first, 0});
                 it != repeats.pairs.end() && it->first == first; ++it) {
                pair.*side = it->again;
                pairs.push_back(pair);
            }
        }
    }
}

// The prior that agrees with its own outcome: the odds at which as many pairs come out as one person as it says.
double settledShift(const RecordSet &set, double prior, const std::vector<LinkedPair> &pairs)
{
    const double lefts = static_cast<double>(set.lefts == 0 ? set.records.size() : set.lefts);
    const double rights = static_cast<double>(set.records.size()) - (set.lefts == 0 ? 0 : lefts);
    const double all = set.lefts == 0 ? lefts * (lefts - 1) / 2 : lefts * rights;
    double shift = 0;
    for (int round = 0; round < 20; ++round) {
        double ones = 1;
        for (const LinkedPair &pair : pairs)
            ones += probabilityOf(pair.weight + shift);
        shift = std::clamp(std::log2(ones / assumedRecall / all) - prior, -8.0, 8.0);
    }
    return shift;
}

} // namespace

Result<std::vector<LinkedPair>> findLinks(const RecordSet &set, const LinkageOptions &options)
{
    const unsigned threads = threadCount(options.threads);
    const Repeats repeats = findRepeats(set);
    Blocking blocking(set, repeats.isAgain);
    say(options, 5);
    const LinkageModel model = Training(set, blocking, threads).learn();
    say(options, 25);

    std::vector<std::vector<LinkedPair>> found(threads);
    for (std::size_t rule = 0; rule < blocking.ruleCount(); ++rule) {
        if (isCancelled(options))
            return fail(ErrorCode::Cancelled, u"linkage"_s);
        blocking.prepare(rule, threads);
        scoreRule(set, blocking, model, options, found);
        say(options, 25 + static_cast<int>(60 * (rule + 1) / blocking.ruleCount()));
    }

    std::vector<LinkedPair> pairs = onlyOnce(found);
    const double shift = settledShift(set, model.prior, pairs);
    for (LinkedPair &pair : pairs) {
        pair.weight += shift;
        pair.probability = probabilityOf(judged(pair.weight, pair.caution, pair.isLeftToDecide));
    }
    say(options, 90);
    decideTogether(set, model, shift, pairs);
    addRepeats(set, model, shift, repeats, pairs);
    std::erase_if(pairs, [&](const LinkedPair &pair) { return pair.probability < options.leastProbability; });
    std::sort(pairs.begin(), pairs.end(), [](const LinkedPair &a, const LinkedPair &b) {
        return a.probability != b.probability ? a.probability > b.probability
               : a.weight != b.weight         ? a.weight > b.weight
                                              : isBefore(a, b);
    });
    say(options, 100);
    return pairs;
}

} // namespace reeve::matching
