// SPDX-License-Identifier: MIT
#include "core/matching/search/word_tree.h"

#include <algorithm>

namespace reeve::matching {

namespace {

constexpr std::size_t deepestNode = 40;
constexpr std::size_t shortestMistyped = 4; // letters of a beginning before slips in it are looked for

} // namespace

std::vector<Segment::Node> wordTree(const std::vector<std::string_view> &sorted)
{
    std::vector<Segment::Node> nodes;
    std::vector<std::size_t> open; // the nodes on the way to the word before
    std::string_view before;
    const auto close = [&](std::size_t depth) {
        while (open.size() > depth) {
            nodes[open.back()].next = static_cast<quint32>(nodes.size());
            open.pop_back();
        }
    };
    for (std::size_t index = 0; index < sorted.size(); ++index) {
        const std::string_view word = sorted[index].substr(0, deepestNode);
        std::size_t shared = 0;
        while (shared < std::min(before.size(), word.size()) && before[shared] == word[shared])
            ++shared;
        close(shared);
        for (std::size_t depth = shared; depth < word.size(); ++depth) {
            open.push_back(nodes.size());
            nodes.push_back({0, static_cast<quint32>(index), static_cast<quint8>(depth + 1), word[depth], 0});
        }
        before = word;
    }
    close(0);
    const auto end = static_cast<quint32>(nodes.size());
    nodes.push_back({end, static_cast<quint32>(sorted.size()), 0, '\0', 0});
    return nodes;
}

void findWords(const Segment &segment, std::string_view typed, bool mayGoOn, Cost limit, WordSink &sink)
{
    SlipTable table(typed, limit);
    const std::size_t length = table.typed().size();
    const auto nodes = segment.nodes;
    std::array<char, deepestNode + 1> path{};
    std::array<Cost, deepestNode + 1> told; // the cheapest beginning told on the way
    const Cost begunLimit = length < shortestMistyped ? Cost{0} : std::min(limit, cost::oneSlip);
    told[0] = impossible;

    quint32 at = 0;
    while (at + 1 < nodes.size()) {
        const Segment::Node &node = nodes[at];
        __builtin_prefetch(&nodes[node.next]); // mostly the one that follows
        const std::size_t depth = node.depth;
        path[depth] = node.letter;
        told[depth] = told[depth - 1];
        if (depth > table.deepest() || !table.extend(depth - 1, depth > 1 ? path[depth - 1] : '\0', node.letter)) {
            at = node.next;
            continue;
        }
        if (depth + 2 >= length) {
            const Cost cost = table.whole(depth);
            if (cost <= limit && segment.word(node.word).size() == depth)
                sink.word(node.word, cost);
            if (mayGoOn && cost <= begunLimit && cost < told[depth]) {
                told[depth] = cost;
                sink.begins(node.word, nodes[node.next].word, depth, cost);
            }
        }
        ++at;
    }
}

} // namespace reeve::matching
