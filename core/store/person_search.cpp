// SPDX-License-Identifier: MIT
#include "core/matching/normalise.h"
#include "core/store/person_repository.h"
#include "core/store/person_row.h"
#include "core/store/row_values.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::Literals::StringLiterals;
using reeve::matching::QueryWord;
using reeve::matching::SearchTerm;

namespace reeve::store {

namespace {

// How many people are looked at more closely: those who have the words as they stand before those who only have words
// that begin so.
constexpr qint64 mostCandidates = 200;

struct FieldRule
{
    char16_t field; // as in SearchTerm
    QStringView why;
    double weight; // what an exact find says about who it is
};
constexpr std::array<FieldRule, 12> fieldRules = {{
    {u'f', u"name", 1.0},
    {u'g', u"name", 0.9},
    {u'k', u"known_as", 0.85},
    {u'o', u"former_name", 0.8},
    {u'd', u"date_of_birth", 1.2},
    {u'p', u"postcode", 1.1},
    {u'a', u"address", 0.6},
    {u't', u"phone", 1.2},
    {u'e', u"email", 1.2},
    {u'u', u"uprn", 1.1},
    {u'n', u"nhs_number", 1.2},
    {u'i', u"ni_number", 1.2},
}};
constexpr FieldRule referenceRule = {u'r', u"reference", 1.2};

const FieldRule &ruleOf(QChar field)
{
    const auto *const rule = std::find_if(fieldRules.begin(), fieldRules.end(),
                                          [&](const FieldRule &known) { return field == known.field; });
    return rule == fieldRules.end() ? referenceRule : *rule;
}

struct Candidate
{
    PersonMatch match;
    QString name; // folded, for a stable order among equals
};

// How well one word is found in one person; 0 when it is not.
struct Found
{
    double strength = 0;
    QStringView why;
};

Found find(const QueryWord &word, const std::vector<SearchTerm> &terms)
{
    Found best;
    for (const SearchTerm &term : terms) {
        const FieldRule &rule = ruleOf(term.field);
        for (const QString &form : word.alternatives) {
            double strength = 0;
            if (term.text == form)
                strength = rule.weight;
            else if (word.isPrefix && term.text.startsWith(form))
                strength = rule.weight *
                           (0.4 + 0.4 * static_cast<double>(form.size()) / static_cast<double>(term.text.size()));
            if (strength > best.strength)
                best = {strength, rule.why};
        }
    }
    return best;
}

std::optional<Candidate> score(const std::vector<QueryWord> &words, const domain::Person &person)
{
    const std::vector<SearchTerm> terms = matching::searchTerms(person);
    double sum = 0;
    QStringList why;
    for (const QueryWord &word : words) {
        const Found found = find(word, terms);
        if (found.strength <= 0)
            return std::nullopt;
        sum += found.strength;
        if (!why.contains(found.why))
            why << found.why.toString();
    }
    Candidate candidate;
    candidate.match.id = person.id;
    candidate.match.externalId = person.externalId;
    candidate.match.score = sum / static_cast<double>(words.size());
    candidate.match.why = why;
    candidate.name = matching::fold(person.name.family + u' ' + person.name.given);
    return candidate;
}

// How far a look into the index goes: words as they stand; those that begin so, as far as that is quickly told (one
// or two letters: of names and postcodes only); and without words of one or two letters, which are then looked for in
// the people the other words found.
enum class Reach { AsItStands, Prefixes, LongWords };

bool isShort(const QString &form)
{
    return form.size() <= matching::longestBeginning;
}

// Each form stands in quotation marks, and holds letters and digits only: nothing that was typed can become syntax.
QString matchExpression(const QueryWord &word, Reach reach)
{
    const bool isPrefix = reach != Reach::AsItStands && word.isPrefix;
    QStringList forms;
    for (QString form : word.alternatives) {
        form.remove(u'"');
        if (!isPrefix) {
            forms << u'"' + form + u'"';
        } else if (!isShort(form)) {
            forms << u'"' + form + u"\" *"_s;
        } else if (reach == Reach::LongWords) {
            return {};
        } else {
            forms << u'"' + form + u'"' << u'"' + matching::beginningMark + form + u'"';
        }
    }
    return u'(' + forms.join(u" OR "_s) + u')';
}

// The words in FTS5's query language.
QString matchExpression(const std::vector<QueryWord> &words, Reach reach)
{
    QStringList all;
    for (const QueryWord &word : words) {
        if (const QString one = matchExpression(word, reach); !one.isEmpty())
            all << one;
    }
    return all.join(u" AND "_s);
}

} // namespace

Result<std::vector<PersonMatch>> PersonSearch::search(const QString &query, int limit, QDate today) const
{
    const std::vector<QueryWord> words = matching::parseQuery(query, today);
    if (words.empty() || limit <= 0)
        return std::vector<PersonMatch>();

    std::vector<Candidate> candidates;
    QSet<QUuid> seen;
    QString before;
    for (const Reach reach : {Reach::AsItStands, Reach::Prefixes, Reach::LongWords}) {
        if (seen.size() >= mostCandidates)
            break; // the words as they stand come first anyway
        const QString expression = matchExpression(words, reach);
        if (expression.isEmpty() || std::exchange(before, expression) == expression)
            continue;
        auto statement = m_connection.prepare(u"person_search");
        if (!statement)
            return fail(statement);
        statement->bind(u":terms", expression);
        statement->bind(u":limit", mostCandidates);
        while (seen.size() < mostCandidates) {
            const Result<bool> hasRow = statement->step();
            if (!hasRow)
                return fail(hasRow);
            if (!*hasRow)
                break;
            const auto id = readId<domain::PersonId>(*statement, 0);
            if (seen.contains(id.uuid()))
                continue;
            seen.insert(id.uuid());
            const auto read = readPerson(id, statement->integer(1), statement->bytes(2));
            if (!read)
                continue; // not to be shown; the other people still are
            if (auto candidate = score(words, read->person))
                candidates.push_back(std::move(*candidate));
        }
    }

    std::sort(candidates.begin(), candidates.end(), [](const Candidate &a, const Candidate &b) {
        if (a.match.score != b.match.score)
            return a.match.score > b.match.score;
        if (a.name != b.name)
            return a.name < b.name;
        return a.match.id < b.match.id;
    });
    if (candidates.size() > static_cast<std::size_t>(limit))
        candidates.resize(static_cast<std::size_t>(limit));

    std::vector<PersonMatch> matches;
    matches.reserve(candidates.size());
    for (Candidate &candidate : candidates)
        matches.push_back(std::move(candidate.match));
    return matches;
}

} // namespace reeve::store
