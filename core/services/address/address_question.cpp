// SPDX-License-Identifier: MIT
#include "core/services/address/address_question.h"

#include "core/matching/search/query_tokens.h"
#include "core/matching/search/slip_cost.h"
#include "core/matching/street_words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr qsizetype mostWords = 24;
constexpr qsizetype shortestMistyped = 4;
constexpr std::size_t mostCorrections = 5;

bool isLetter(const QString &word)
{
    return word.size() == 1 && word[0] >= u'a' && word[0] <= u'z';
}

// "14a" as a number and a letter; empty for anything else.
QStringList houseLetterOf(const QString &word)
{
    if (word.size() < 2 || !isLetter(word.last(1)) || !matching::isDigits(word.chopped(1)))
        return {};
    return {word.chopped(1), word.last(1)};
}

bool isOneName(const QString &first, const QString &second)
{
    static const QStringList particles = {u"d"_s, u"mac"_s, u"mc"_s, u"o"_s};
    return particles.contains(first) && second.size() >= 2 && second[0].isLetter();
}

// What it is called is left out before a number, and zeros before one mean nothing: a UPRN is compared as a number.
QStringList numbersPlain(const QStringList &words)
{
    QStringList plain;
    for (const QString &word : words) {
        const bool isNamed = word.startsWith(u"uprn"_s) && matching::isDigits(word.sliced(4));
        QString text = isNamed ? word.sliced(4) : word;
        if (matching::isDigits(text))
            text = matching::withoutZeros(text, 1).toString();
        if (!plain.isEmpty() && plain.back() == u"uprn"_s && matching::isDigits(text))
            plain.back() = text;
        else
            plain << text;
    }
    return plain;
}

store::GazetteerWording wordingOf(const QString &word)
{
    store::GazetteerWording wording{{word}};
    for (const QStringView other : matching::otherStreetWords(word))
        wording.push_back({other.toString()});
    if (const QStringList apart = houseLetterOf(word); !apart.isEmpty())
        wording.push_back(apart);
    return wording;
}

struct Correction
{
    matching::Cost cost;
    QString word;
};

// The nearest few. A word that is not finished is compared with the beginnings of `known`.
std::vector<Correction> corrections(const QString &word, bool isOpen, const QStringList &known)
{
    const std::string typed = word.toStdString();
    const matching::Cost limit = matching::slipLimit(typed.size());
    std::vector<Correction> found;
    for (const QString &each : known) {
        const std::string text = each.toStdString();
        matching::Cost least = matching::slipCost(typed, text, limit);
        for (std::size_t length = typed.size() - 1; isOpen && length <= typed.size() + 1 && length < text.size();
             ++length)
            least = std::min(least, matching::slipCost(typed, std::string_view(text).substr(0, length), limit));
        if (least > 0 && least <= limit)
            found.push_back({least, each});
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Correction &a, const Correction &b) { return a.cost < b.cost; });
    if (found.size() > mostCorrections)
        found.resize(mostCorrections);
    return found;
}

} // namespace

std::vector<store::GazetteerWording> addressQuestion(const QString &folded)
{
    const QStringList words = numbersPlain(folded.split(u' ', Qt::SkipEmptyParts).mid(0, mostWords));
    std::vector<store::GazetteerWording> question;
    for (qsizetype at = 0; at < words.size(); ++at) {
        const QString &word = words.at(at);
        const QString next = words.value(at + 1);
        if (const QString meant = matching::postcodeMeant(word + next); !meant.isEmpty() && !next.isEmpty()) {
            question.push_back({{word, next}, {meant}});
            ++at;
            continue;
        }
        if ((matching::isDigits(word) && isLetter(next)) || isOneName(word, next)) {
            // "14 o connell": the letter belongs to the name.
            const bool isOfName = matching::isDigits(word) && isOneName(next, words.value(at + 2));
            if (!isOfName) {
                question.push_back({{word, next}, {word + next}});
                ++at;
                continue;
            }
        }
        question.push_back(wordingOf(word));
        if (const QString meant = matching::postcodeMeant(word); !meant.isEmpty())
            question.back().push_back({meant});
    }
    return question;
}

std::vector<store::GazetteerWording> forgiving(const std::vector<store::GazetteerWording> &question,
                                               const QStringList &known)
{
    std::vector<store::GazetteerWording> more = question;
    for (store::GazetteerWording &wording : more) {
        const QString word = wording.front().join(QString());
        const bool isWord = word.size() >= shortestMistyped &&
                            std::none_of(word.begin(), word.end(), [](QChar c) { return c.isDigit(); });
        if (!isWord)
            continue;
        for (const Correction &correction : corrections(word, &wording == &more.back(), known))
            wording.push_back({correction.word});
    }
    return more;
}

} // namespace reeve::services
