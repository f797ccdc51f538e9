// SPDX-License-Identifier: MIT
#include "core/matching/linkage/clusters.h"

#include <algorithm>
#include <numeric>
#include <unordered_map>

namespace reeve::matching {

namespace {

constexpr double sure = matchProbability;
constexpr double refused = 0.93;     // potential: for a person to decide
constexpr double tooCloseToCall = 3; // bits
constexpr double mostOfOnePair = 12; // bits either way, so that no single pair decides for a group
constexpr std::size_t mostCompared = 300;

class People final
{
public:
    People(const RecordSet &set, const LinkageModel &model, double shift) : m_set(set), m_model(model), m_shift(shift)
    {}

    // The number of the group `record` is in.
    std::uint32_t groupOf(std::uint32_t record)
    {
        const auto [found, isNew] = m_groupOf.try_emplace(record, static_cast<std::uint32_t>(m_members.size()));
        if (isNew) {
            m_members.push_back({record});
            m_sureness.push_back(1);
        }
        return found->second;
    }

    enum class Joined { Yes, Disagree, Relatives };

    // Puts the groups of a pair together, unless their records disagree on the whole, or two of them look like twins or
    // like parent and child.
    Joined join(const LinkedPair &pair)
    {
        std::uint32_t a = groupOf(pair.left);
        std::uint32_t b = groupOf(pair.right);
        if (a == b)
            return Joined::Yes;
        if (m_members[a].size() + m_members[b].size() > 2) {
            if (const Joined joined = agreement(m_members[a], m_members[b]); joined != Joined::Yes)
                return joined;
        }
        if (m_members[a].size() < m_members[b].size())
            std::swap(a, b);
        for (const std::uint32_t record : m_members[b])
            m_groupOf[record] = a;
        m_members[a].insert(m_members[a].end(), m_members[b].begin(), m_members[b].end());
        m_sureness[a] = std::min({m_sureness[a], m_sureness[b], pair.probability});
        m_members[b].clear();
        return Joined::Yes;
    }

    [[nodiscard]] bool isOne(std::uint32_t a, std::uint32_t b) { return groupOf(a) == groupOf(b); }
    [[nodiscard]] double sureness(std::uint32_t record) { return m_sureness[groupOf(record)]; }
    [[nodiscard]] const std::vector<std::vector<std::uint32_t>> &groups() const { return m_members; }

    [[nodiscard]] LinkedPair scored(std::uint32_t a, std::uint32_t b) const
    {
        const auto [left, right] = std::minmax(a, b);
        const LinkageRecord &l = m_set.records[left];
        const LinkageRecord &r = m_set.records[right];
        const Evidence evidence = compare(m_set, l, r);
        LinkedPair pair{left,
                        right,
                        weigh(m_model, evidence).weight + m_shift,
                        0,
                        cautionOf(m_model, m_set, l, r, evidence),
                        isLeftToDecide(evidence)};
        pair.probability = probabilityOf(judged(pair.weight, pair.caution, pair.isLeftToDecide));
        return pair;
    }

private:
    [[nodiscard]] Joined agreement(const std::vector<std::uint32_t> &a, const std::vector<std::uint32_t> &b) const
    {
        double sum = 0;
        std::size_t count = 0;
        const std::size_t step = a.size() * b.size() / mostCompared + 1;
        for (std::size_t i = 0; i < a.size() * b.size(); i += step) {
            const LinkedPair pair = scored(a[i / b.size()], b[i % b.size()]);
            if (pair.caution != MatchCaution::None && pair.caution != MatchCaution::UnknownBirth)
                return Joined::Relatives;
            sum += std::clamp(pair.weight, -mostOfOnePair, mostOfOnePair);
            ++count;
        }
        return sum / static_cast<double>(count) > 0 ? Joined::Yes : Joined::Disagree;
    }

    const RecordSet &m_set;
    const LinkageModel &m_model;
    double m_shift;
    std::unordered_map<std::uint32_t, std::uint32_t> m_groupOf;
    std::vector<std::vector<std::uint32_t>> m_members;
    std::vector<double> m_sureness; // of the weakest pair that joined the group
};

std::uint64_t keyOf(std::uint32_t left, std::uint32_t right)
{
    return std::uint64_t{left} << 32 | right;
}

std::vector<std::size_t> surePairs(const std::vector<LinkedPair> &pairs)
{
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < pairs.size(); ++i) {
        if (pairs[i].probability >= sure)
            order.push_back(i);
    }
    std::sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        return pairs[a].weight != pairs[b].weight ? pairs[a].weight > pairs[b].weight : a < b;
    });
    return order;
}

void decideOneFile(const RecordSet &set, const LinkageModel &model, double shift, std::vector<LinkedPair> &pairs)
{
    People people(set, model, shift);
    std::unordered_map<std::uint32_t, double> refusedAt; // of a record: the weight of the likeliest such pair
    for (const std::size_t index : surePairs(pairs)) {
        LinkedPair &pair = pairs[index];
        const People::Joined joined = people.join(pair);
        if (joined == People::Joined::Yes)
            continue;
        pair.probability = std::min(pair.probability, refused);
        if (joined == People::Joined::Disagree)
            continue;
        for (const std::uint32_t record : {pair.left, pair.right}) {
            double &weight = refusedAt.try_emplace(record, pair.weight).first->second;
            weight = std::max(weight, pair.weight);
        }
    }
    const std::size_t known = pairs.size();
    const auto find = [&pairs, known](std::uint32_t left, std::uint32_t right) {
        const auto end = pairs.begin() + static_cast<std::ptrdiff_t>(known);
        const auto found =
            std::lower_bound(pairs.begin(), end, keyOf(left, right), [](const LinkedPair &pair, std::uint64_t key) {
                return keyOf(pair.left, pair.right) < key;
            });
        return found != end && found->left == left && found->right == right ? &*found : nullptr;
    };
    for (const auto &group : people.groups()) {
        for (std::size_t i = 0; i < group.size(); ++i) {
            for (std::size_t j = i + 1; j < group.size(); ++j) {
                const auto [left, right] = std::minmax(group[i], group[j]);
                LinkedPair *const found = find(left, right);
                if (found == nullptr)
                    pairs.push_back(people.scored(left, right));
                LinkedPair &pair = found == nullptr ? pairs.back() : *found;
                // In a household a third record may fit two people; what speaks against a pair is not outvoted there.
                if (!model.hasHouseholds() || pair.weight > 0)
                    pair.probability = std::max(pair.probability, people.sureness(left));
            }
        }
    }
    // A record that fits two people nearly as well (a father and a son) is too close to call.
    for (LinkedPair &pair : pairs) {
        for (const std::uint32_t record : {pair.left, pair.right}) {
            const auto other = refusedAt.find(record);
            if (other != refusedAt.end() && pair.weight - other->second < tooCloseToCall)
                pair.probability = std::min(pair.probability, refused);
        }
    }
}

} // namespace

void decideTogether(const RecordSet &set, const LinkageModel &model, double shift, std::vector<LinkedPair> &pairs)
{
    if (set.lefts == 0)
        decideOneFile(set, model, shift, pairs);
}

} // namespace reeve::matching
