// SPDX-License-Identifier: MIT
#include "core/matching/normalise.h"

#include "tests/support/result_printing.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using matching::SearchTerm;

TEST_CASE("a person is found by the words of every searched field, and each says where it is from", "[matching]")
{
    domain::Person person;
    person.name = {u"Mrs"_s, u"Joan"_s, u"Élise Ann"_s, u"O'Brien-Hayward"_s};
    person.knownAs = u"Jo"_s;
    person.formerNames.push_back({u"f"_s, {{}, {}, {}, u"Castleton"_s}});
    person.dateOfBirth = *domain::PartialDate::parseIso(u"1979-06-21");
    person.contactPoints.push_back(
        {u"c"_s, domain::ContactKind::Phone, u"07700 900123"_s, u"+447700900123"_s, {}, false, true, {}});
    person.contactPoints.push_back({u"e"_s, domain::ContactKind::Email, u"Jo@example.org"_s, {}, {}, false, true, {}});
    person.addresses.push_back(
        {u"a"_s, domain::AddressUse::Home, u"12 High Street"_s, u"EX1 1AA"_s, qint64{100012345678}, {}, {}, {}});
    person.externalId = u"P0001234"_s;
    person.nhsNumber = u"9990000018"_s;
    person.niNumber = u"QQ123456C"_s;

    const auto terms = matching::searchTerms(person);
    const auto has = [&](char16_t field, const QString &text) {
        return std::count(terms.cbegin(), terms.cend(), SearchTerm{QChar(field), text}) == 1;
    };
    CHECK(has(u'g', u"joan"_s));
    CHECK(has(u'g', u"elise"_s));
    CHECK(has(u'g', u"ann"_s));
    CHECK(has(u'f', u"obrien"_s));
    CHECK(has(u'f', u"hayward"_s));
    CHECK(has(u'f', u"obrienhayward"_s));
    CHECK(has(u'k', u"jo"_s));
    CHECK(has(u'o', u"castleton"_s));
    CHECK(has(u'd', u"19790621"_s));
    CHECK(has(u'd', u"21061979"_s));
    CHECK(has(u'd', u"1979"_s));
    CHECK(has(u't', u"7700900123"_s));
    CHECK(has(u't', u"900123"_s));
    CHECK(has(u'e', u"joexampleorg"_s));
    CHECK(has(u'p', u"ex11aa"_s));
    CHECK(has(u'p', u"ex1"_s));
    CHECK(has(u'a', u"12"_s));
    CHECK(has(u'a', u"high"_s));
    CHECK(has(u'u', u"100012345678"_s));
    CHECK(has(u'n', u"9990000018"_s));
    CHECK(has(u'i', u"qq123456c"_s));
    CHECK(has(u'r', u"p0001234"_s));
}

TEST_CASE("what a hostile record adds to the index is bounded, and no term holds a space", "[matching]")
{
    domain::Person person;
    person.name.given = QString(u"a b "_s).repeated(1 << 18);
    person.name.family = QString(1 << 20, u'x');
    for (int i = 0; i < 2000; ++i)
        person.addresses.push_back({QString::number(i),
                                    domain::AddressUse::Previous,
                                    u"street %1"_s.arg(i),
                                    u"no postcode %1"_s.arg(i),
                                    {},
                                    {},
                                    {},
                                    {}});

    const auto terms = matching::searchTerms(person);
    CHECK(terms.size() <= 400);
    for (const SearchTerm &term : terms) {
        REQUIRE_FALSE(term.text.isEmpty());
        REQUIRE(term.text.size() <= 64);
        REQUIRE_FALSE(term.text.contains(u' '));
    }
}

TEST_CASE("the words of the index stand there once, with the first letters of names and postcodes behind them",
          "[matching]")
{
    domain::Person person;
    person.name = {{}, u"Joan"_s, u"Lee"_s, u"Lee"_s};
    person.addresses.push_back({u"a"_s, domain::AddressUse::Home, u"12 Joan Road"_s, u"EX1 1AA"_s, {}, {}, {}, {}});
    const QStringList words = QString::fromUtf8(matching::searchWords(person)).split(u' ');
    const auto times = [&](const QString &word) { return words.count(word); };
    const QString mark = matching::beginningMark;
    CHECK(times(u"lee"_s) == 1);
    CHECK(times(u"joan"_s) == 1);
    CHECK(times(mark + u"j"_s) == 1);
    CHECK(times(mark + u"jo"_s) == 1);
    CHECK(times(mark + u"joa"_s) == 0);
    CHECK(times(mark + u"le"_s) == 1);
    CHECK(times(mark + u"ex"_s) == 1);
    CHECK(times(mark + u"1"_s) == 0); // of an address: not a name, and nearly everybody has one
    CHECK(times(mark + u"ro"_s) == 0);
    CHECK(matching::fold(QString(matching::beginningMark)) == u"1"_s); // never a folded word of its own
}

TEST_CASE("a first letter of two code units is not cut in half", "[matching]")
{
    domain::Person person;
    person.name.family = u"\U00010437\U00010437x"_s; // DESERET SMALL LETTER YEE
    const QString words = QString::fromUtf8(matching::searchWords(person));
    CHECK_FALSE(words.contains(QChar::ReplacementCharacter));
    CHECK(words.split(u' ').contains(matching::beginningMark + u"\U00010437"_s));
}
