// SPDX-License-Identifier: MIT
#include "core/matching/search/search_reason.h"

#include "core/matching/search/slip_cost.h"
#include "core/matching/search/sound_key.h"
#include "core/matching/search/word_candidates.h"

#include <algorithm>
#include <optional>

namespace reeve::matching {

namespace {

struct Found
{
    Cost cost = impossible;
    MatchKind kind = MatchKind::Exact;

    void better(unsigned other, MatchKind otherKind)
    {
        if (other < cost) {
            cost = static_cast<Cost>(other);
            kind = otherKind;
        }
    }
};

// One form compared with one word, as the index does it for all words at once.
class Comparison final
{
public:
    Comparison(const SearchWord::Form &form, const NameVariants &variants)
        : m_form(form),
          m_name(QString::fromStdString(form.text)),
          m_variants(variants),
          m_sound(form.isNumber ? std::string() : soundKey(form.text))
    {}

    [[nodiscard]] Found with(const std::string &word) const
    {
        Found found;
        if (word == m_form.text) {
            found.better(m_form.cost, MatchKind::Exact);
            return found;
        }
        if (m_form.mayGoOn && word.starts_with(m_form.text))
            found.better(m_form.cost + beginningCost(word.size() - m_form.text.size()), MatchKind::Beginning);
        if (m_form.isNumber)
            return found;
        const QString other = QString::fromStdString(word);
        if (m_variants.nicknames(m_name).contains(other))
            found.better(m_form.cost + cost::nickname, MatchKind::Nickname);
        if (m_variants.givenSpellings(m_name).contains(other) || m_variants.familySpellings(m_name).contains(other))
            found.better(m_form.cost + cost::spelling, MatchKind::Spelling);
        if (!m_sound.empty() && m_sound == soundKey(word))
            found.better(m_form.cost + cost::soundsAlike, MatchKind::SoundsAlike);
        const Cost limit = slipLimit(m_form.text.size());
        if (const Cost slips = slipCost(m_form.text, word, limit); slips <= limit)
            found.better(m_form.cost + slips, MatchKind::Mistyped);
        for (std::size_t length = m_form.text.size() - 1; m_form.mayGoOn && length <= m_form.text.size() + 1;
             ++length) {
            if (m_form.text.size() < 4 || length >= word.size())
                break;
            const Cost slips = slipCost(m_form.text, std::string_view(word).substr(0, length), cost::oneSlip);
            if (slips <= cost::oneSlip)
                found.better(m_form.cost + slips + beginningCost(word.size() - length), MatchKind::Mistyped);
        }
        return found;
    }

private:
    const SearchWord::Form &m_form;
    QString m_name;
    const NameVariants &m_variants;
    std::string m_sound;
};

std::optional<SearchReason> reasonFor(const SearchWord &word, const SearchCard &card, const NameVariants &variants)
{
    Cost least = impossible;
    SearchReason best;
    for (const SearchWord::Form &form : word.forms) {
        const Comparison comparison(form, variants);
        for (const SearchCard::Word &recorded : card.words) {
            // Only the word itself is surer than what was found, or nothing is.
            const unsigned surest = form.cost + fieldCost(recorded.field) + cost::beginning;
            if (surest >= least && recorded.text != form.text)
                continue;
            const Found found = comparison.with(recorded.text);
            const unsigned cost = found.cost == impossible ? impossible : found.cost + fieldCost(recorded.field);
            if (cost < least) {
                least = static_cast<Cost>(cost);
                best = {recorded.field, found.kind, word.typed, QString::fromStdString(recorded.text)};
            }
        }
    }
    for (const SearchWord::Code &code : word.codes) {
        const bool isFound =
            code.cost < least && std::any_of(card.codes.begin(), card.codes.end(), [&](const auto &own) {
                return own.field == code.field && code.keys.contains(own.key);
            });
        if (isFound) {
            least = code.cost;
            best = {code.field, code.kind, word.typed, QString()};
        }
    }
    return least == impossible ? std::nullopt : std::optional(best);
}

} // namespace

std::vector<SearchReason> searchReasons(const SearchQuery &query, const SearchCard &card, const NameVariants &variants)
{
    std::vector<SearchReason> reasons;
    for (const SearchWord &word : query.words) {
        if (auto reason = reasonFor(word, card, variants))
            reasons.push_back(std::move(*reason));
    }
    return reasons;
}

QString codeOf(const SearchReason &reason)
{
    const bool isPlain = reason.kind == MatchKind::Exact || reason.kind == MatchKind::Beginning;
    const QString field = codeOf(reason.field).toString();
    return isPlain ? field : field + u':' + codeOf(reason.kind).toString();
}

} // namespace reeve::matching
