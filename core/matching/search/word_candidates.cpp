// SPDX-License-Identifier: MIT
#include "core/matching/search/word_candidates.h"

#include "core/matching/search/sound_key.h"
#include "core/matching/search/word_tree.h"

#include <algorithm>
#include <cmath>

namespace reeve::matching {

namespace {

class Collected final : public WordSink
{
public:
    Collected(const Segment &segment, SearchScratch &scratch) : m_segment(segment), m_scratch(scratch)
    {
        if (scratch.costs.size() < segment.wordCount())
            scratch.costs.resize(segment.wordCount());
    }

    void setForm(const SearchWord::Form &form, bool isLast)
    {
        m_form = form.cost;
        m_isLast = isLast;
    }

    void word(quint32 index, Cost cost) override
    {
        Cost &least = m_scratch.costs[index];
        const auto stored = static_cast<Cost>(cost + m_form + 1);
        if (least == 0)
            m_scratch.costly.push_back(index);
        if (least == 0 || stored < least)
            least = stored;
    }

    void begins(quint32 from, quint32 to, std::size_t length, Cost cost) override
    {
        const Cost open = m_isLast ? Cost{0} : cost::unfinished;
        for (quint32 index = from; index < to; ++index) {
            const std::size_t missing = m_segment.word(index).size() - length;
            if (missing > 0)
                word(index, static_cast<Cost>(cost + open + beginningCost(missing)));
        }
    }

    void known(std::string_view text, Cost cost)
    {
        if (const quint32 index = m_segment.findWord(text); index < m_segment.wordCount())
            word(index, cost);
    }

    std::vector<WordCandidate> take()
    {
        std::vector<WordCandidate> candidates;
        candidates.reserve(m_scratch.costly.size());
        for (const quint32 index : m_scratch.costly) {
            candidates.push_back({index, static_cast<Cost>(m_scratch.costs[index] - 1)});
            m_scratch.costs[index] = 0;
        }
        m_scratch.costly.clear();
        return candidates;
    }

private:
    const Segment &m_segment;
    SearchScratch &m_scratch;
    Cost m_form = 0;
    bool m_isLast = false;
};

void addVariants(Collected &found, const std::string &text, const NameVariants &variants)
{
    const QString name = QString::fromStdString(text);
    for (const QString &other : variants.nicknames(name))
        found.known(other.toStdString(), cost::nickname);
    for (const QString &other : variants.givenSpellings(name))
        found.known(other.toStdString(), cost::spelling);
    for (const QString &other : variants.familySpellings(name))
        found.known(other.toStdString(), cost::spelling);
}

void addSounds(Collected &found, const Segment &segment, const std::string &text)
{
    const std::string key = soundKey(text);
    if (key.empty())
        return;
    const quint32 hash = soundHash(key);
    const auto [from, to] = std::equal_range(segment.soundKeys.begin(), segment.soundKeys.end(), hash);
    for (auto at = from; at != to; ++at) {
        const quint32 word = segment.soundWords[static_cast<std::size_t>(at - segment.soundKeys.begin())];
        const std::string_view other = segment.word(word);
        const auto apart =
            static_cast<unsigned>(std::max(other.size(), text.size()) - std::min(other.size(), text.size()));
        const Cost first = other.front() == text.front() ? Cost{0} : cost::firstLetter;
        found.word(word, static_cast<Cost>(cost::soundsAlike + first + apart * bits(1)));
    }
}

// What a candidate may cost and still speak for somebody, given how many have the word just as it was typed or begin
// with it.
Cost worthwhile(const Segment &segment, const SearchWord::Form &form, bool isLast, double people)
{
    const auto range = segment.beginningWith(form.text);
    double known = 0;
    if (range.from < range.to) {
        const bool isWhole = segment.word(range.from).size() == form.text.size();
        const auto count = [&](quint32 from, quint32 to) {
            return static_cast<double>(segment.postStarts[to] - segment.postStarts[from]);
        };
        const double open = (isLast ? cost::beginning : cost::beginning + cost::unfinished) + cost::mostMissing;
        known = count(range.from, range.to) * std::exp2(-open / 32);
        if (isWhole) // those of names alone
            known = std::max(known, static_cast<double>(segment.namePosts(range.from).size()));
    }
    const Cost limit = slipLimit(form.text.size());
    if (known == 0)
        return limit;
    const double most = (missingWord + std::log2(people / known)) * 32;
    return static_cast<Cost>(std::min<double>(limit, std::max(most, 0.0)));
}

} // namespace

std::vector<WordCandidate> wordCandidates(const Segment &segment, const SearchWord &typed, double people,
                                          const NameVariants &variants, SearchScratch &scratch)
{
    Collected found(segment, scratch);
    for (const SearchWord::Form &form : typed.forms) {
        found.setForm(form, typed.isLast);
        if (form.isNumber) {
            found.known(form.text, 0);
            if (typed.isLast)
                findWords(segment, form.text, true, 0, found);
            continue;
        }
        findWords(segment, form.text, form.mayGoOn, worthwhile(segment, form, typed.isLast, people), found);
        addVariants(found, form.text, variants);
        addSounds(found, segment, form.text);
    }
    return found.take();
}

} // namespace reeve::matching
