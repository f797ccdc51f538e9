// SPDX-License-Identifier: MIT
#include "core/domain/person.h"
#include "core/domain/postcode.h"
#include "core/matching/normalise.h"
#include "core/matching/search/code_readings.h"
#include "core/matching/search/search_card.h"
#include "core/matching/search/search_query.h"

#include <QStringTokenizer>

namespace reeve::matching {

namespace {

// Several names for one thing: each word of any of them.
void addName(SearchQuery &query, std::initializer_list<QStringView> names)
{
    SearchWord word;
    for (const QStringView name : names) {
        const QString folded = fold(name);
        for (const QStringView part : QStringTokenizer(QStringView(folded), u' ', Qt::SkipEmptyParts))
            word.forms.push_back({part.toString().toStdString(), false, false, 0});
    }
    word.typed = names.begin()->toString();
    if (!word.forms.empty())
        query.words.push_back(std::move(word));
}

SearchWord &addCodes(SearchQuery &query)
{
    return query.words.emplace_back();
}

} // namespace

SearchQuery queryFor(const domain::Person &person)
{
    SearchQuery query;
    addName(query, {person.name.given, person.knownAs});
    QString former;
    for (const domain::FormerName &name : person.formerNames)
        former += name.name.family + u' ';
    addName(query, {person.name.family, former});
    if (person.dateOfBirth) {
        SearchWord &word = addCodes(query);
        word.typed = person.dateOfBirth->toIso();
        const domain::PartialDate &born = *person.dateOfBirth;
        if (born.day() > 0)
            readBorn(word.codes, born.year(), born.month(), born.day());
        else if (born.month() > 0)
            readBornMonth(word.codes, born.year(), born.month());
        else
            readBornYear(word.codes, born.year());
    }
    if (const domain::Address *home = person.homeAddress()) {
        if (const auto postcode = domain::Postcode::parse(home->postcode)) {
            const QString compact = postcode->compact().toLower();
            SearchWord &word = addCodes(query);
            word.typed = home->postcode;
            readPostcode(word.codes, QStringView(compact).chopped(3), QStringView(compact).last(3));
        }
    }
    for (const domain::ContactPoint &point : person.contactPoints) {
        if (query.words.size() >= 8)
            break;
        SearchWord word;
        word.typed = point.value;
        const QString &told = point.normalised.isEmpty() ? point.value : point.normalised;
        if (point.kind == domain::ContactKind::Phone)
            readPhone(word.codes, nationalDigits(told));
        else if (told.contains(u'@'))
            readEmail(word.codes, told);
        if (!word.codes.empty())
            query.words.push_back(std::move(word));
    }
    const auto exact = [&](SearchField field, const QString &told) {
        if (told.isEmpty())
            return;
        SearchWord &word = addCodes(query);
        word.typed = told;
        word.codes.push_back({field, exactly(compactCode(told)), 0, MatchKind::Exact});
    };
    exact(SearchField::NhsNumber, person.nhsNumber);
    exact(SearchField::NiNumber, person.niNumber);
    return query;
}

} // namespace reeve::matching
