// SPDX-License-Identifier: MIT
// The forms in which people write and copy what they search for: dates, numbers, postcodes, names.
#include "core/matching/search/search_index.h"
#include "core/matching/search/search_reason.h"
#include "core/matching/search/search_scratch.h"

#include "tests/core/matching/named_person.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using matching::SearchIndex;
using test::person;

namespace {

void livesAt(domain::Person &who, const QString &text, const QString &postcode)
{
    domain::Address home;
    home.text = text;
    home.postcode = postcode;
    who.addresses = {home};
}

void isReachedBy(domain::Person &who, domain::ContactKind kind, const QString &value)
{
    domain::ContactPoint point;
    point.kind = kind;
    point.value = value;
    who.contactPoints.push_back(point);
}

// Numbered from 1. Somebody else has nearly the same of everything, and comes first where both are as good.
class Town final
{
public:
    Town()
    {
        domain::Person other = person(u"Ann"_s, u"Lee"_s, u"1980-03-02"_s);
        livesAt(other, u"30 Park Road, Exampleton"_s, u"AA13 4DE"_s);
        isReachedBy(other, domain::ContactKind::Phone, u"07700 900456"_s);
        isReachedBy(other, domain::ContactKind::Email, u"ann.lee@example.org"_s);
        other.nhsNumber = u"9990000026"_s;
        other.niNumber = u"QQ654321A"_s;
        add(other);
        domain::Person wanted = person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s);
        livesAt(wanted, u"3 Mill Lane, Exampleton"_s, u"AA12 3BC"_s);
        isReachedBy(wanted, domain::ContactKind::Phone, u"07700 900123"_s);
        isReachedBy(wanted, domain::ContactKind::Email, u"kate.sj@example.org"_s);
        wanted.nhsNumber = u"9990000018"_s;
        wanted.niNumber = u"QQ123456C"_s;
        add(wanted);
    }

    quint32 add(const domain::Person &one)
    {
        m_people.push_back(one);
        return static_cast<quint32>(m_people.size());
    }

    [[nodiscard]] std::vector<quint32> find(const QString &typed)
    {
        std::vector<SearchIndex::Change> changes;
        for (const domain::Person &one : m_people)
            changes.push_back({static_cast<quint32>(changes.size() + 1), matching::searchCard(one)});
        const auto index = SearchIndex().with(changes);
        const matching::SearchQuery query = matching::readQuery(typed, QDate(2026, 11, 22));
        std::vector<quint32> numbers;
        for (const auto &hit : index->search(query, 10, m_variants, m_scratch)) {
            const auto card = matching::searchCard(m_people.at(hit.number - 1));
            CHECK_FALSE(matching::searchReasons(query, card, m_variants).empty()); // who has none is not shown
            numbers.push_back(hit.number);
        }
        return numbers;
    }
    [[nodiscard]] quint32 first(const QString &typed)
    {
        const auto found = find(typed);
        return found.empty() ? 0 : found.front();
    }

private:
    std::vector<domain::Person> m_people;
    matching::NameVariants m_variants = matching::NameVariants::builtIn();
    matching::SearchScratch m_scratch;
};

constexpr quint32 joan = 2;

void checkEachFinds(Town &town, quint32 number, const QStringList &typed)
{
    for (const QString &query : typed) {
        INFO(query.toStdString());
        CHECK(town.first(query) == number);
    }
}

} // namespace

TEST_CASE("a date of birth with the name of its month is found however its parts are joined", "[matching]")
{
    Town town;
    checkEachFinds(town, joan,
                   {u"21 Jun 1979"_s, u"21-Jun-1979"_s, u"21/Jun/1979"_s, u"21.june.1979"_s, u"21jun1979"_s,
                    u"21-jun-79"_s, u"21jun79"_s, u"21-jun 1979"_s, u"21st-June-1979"_s, u"jun-21-1979"_s,
                    u"1979-Jun-21"_s, u"june-1979"_s, u"jun1979"_s, u"hayward 21-jun-1979"_s});
    CHECK(town.find(u"22-Aug-1946"_s).empty());
}

TEST_CASE("a joined date of birth is found while it is typed", "[matching]")
{
    Town town;
    checkEachFinds(town, joan,
                   {u"21-jun"_s, u"21-jun-"_s, u"21-jun-1"_s, u"21-jun-19"_s, u"21-jun-197"_s, u"21jun19"_s,
                    u"21 jun 19"_s, u"21/june/197"_s});
}

TEST_CASE("a date of birth is found as it is said: the day with its ending, of, the", "[matching]")
{
    Town town;
    checkEachFinds(town, joan,
                   {u"21st June 1979"_s, u"21st of june 1979"_s, u"the 21st of June 1979"_s, u"21 of june 79"_s,
                    u"June 21st 1979"_s, u"june the 21st 1979"_s, u"d.o.b. 21/6/79"_s, u"dob 21.6.79"_s,
                    u"21 o Fehefin 1979"_s, u"21ain o fehefin 1979"_s});
}

TEST_CASE("a date of birth is found with gaps and dashes of any kind between its numbers", "[matching]")
{
    Town town;
    checkEachFinds(town, joan,
                   {u"21–06–1979"_s, u"21 - 6 - 1979"_s, u"21 / 6 / 1979"_s, u"21. 6. 1979"_s, u"21\\6\\1979"_s,
                    u"DOB:21/06/1979"_s, u"21 June 1979"_s});
}

TEST_CASE("a name that looks like a date is still found", "[matching]")
{
    Town town;
    const quint32 april = town.add(person(u"April79"_s, u"May-Jones"_s));
    checkEachFinds(town, april, {u"april79"_s, u"may-jones"_s, u"may"_s, u"april79 jones"_s});
    domain::Person referred = person(u"Mark"_s, u"Okonkwo"_s);
    referred.externalId = u"14MAR1234"_s;
    const quint32 mark = town.add(referred);
    checkEachFinds(town, mark, {u"14mar1234"_s});
}

TEST_CASE("an NHS number and an NI number are found with hyphens", "[matching]")
{
    Town town;
    checkEachFinds(town, joan,
                   {u"999 000 0018"_s, u"999-000-0018"_s, u"999–000–0018"_s, u"999.000.0018"_s, u"999-000-001"_s,
                    u"NHS:999-000-0018"_s, u"QQ-12-34-56-C"_s, u"qq-123456-c"_s, u"QQ 12-34-56 C"_s, u"qq-12-34"_s});
}

TEST_CASE("a telephone number is found with the dashes, gaps and labels it is copied with", "[matching]")
{
    Town town;
    checkEachFinds(town, joan,
                   {u"tel:+447700900123"_s, u"tel: 07700 900123"_s, u"07700–900123"_s, u"07700—900123"_s,
                    u"07700‑900123"_s, u"07700 900123"_s, u"07700 900123"_s, u"\u202a+44 7700 900123\u202c"_s,
                    u"07700\u2060900123"_s, u"07700 – 900123"_s, u"7700-900123"_s, u"900-123"_s});
}

TEST_CASE("the second half of a postcode finds who lives there, and its halves may be joined by a hyphen", "[matching]")
{
    Town town;
    checkEachFinds(town, joan, {u"3bc"_s, u"3BC"_s, u"hayward 3bc"_s, u"AA12-3BC"_s, u"AA12 3BC"_s});
    CHECK(town.find(u"9xz"_s).empty());
}

TEST_CASE("an e-mail address is found before its @ is typed", "[matching]")
{
    Town town;
    checkEachFinds(town, joan, {u"kate.sj"_s, u"kate.s"_s, u"kate_sj"_s, u"katesj"_s, u"mailto:kate.sj@example.org"_s});
    domain::Person numbered = person(u"Ruth"_s, u"Okafor"_s);
    isReachedBy(numbered, domain::ContactKind::Email, u"lemon42@example.org"_s);
    const quint32 ruth = town.add(numbered);
    checkEachFinds(town, ruth, {u"lemon42"_s, u"lemon4"_s});
}

TEST_CASE("a name written without a space is found by family and given name, in either order", "[matching]")
{
    Town town;
    const quint32 zhang = town.add(person(u"小明"_s, u"张"_s));
    const quint32 kim = town.add(person(u"민준"_s, u"김"_s));
    const quint32 yamada = town.add(person(u"太郎"_s, u"山田"_s));
    const quint32 whole = town.add(person(u"李小龙"_s, u""_s));
    checkEachFinds(town, zhang, {u"张 小明"_s, u"张小明"_s, u"小明张"_s, u"张小"_s, u"张"_s});
    checkEachFinds(town, kim, {u"김민준"_s});
    checkEachFinds(town, yamada, {u"山田太郎"_s, u"太郎山田"_s});
    checkEachFinds(town, whole, {u"李小龙"_s, u"李小"_s});
}

TEST_CASE("a given name with digits in it is found", "[matching]")
{
    Town town;
    const quint32 louis = town.add(person(u"Louis14"_s, u"Brown"_s));
    const quint32 jay = town.add(person(u"J4"_s, u"Green"_s));
    checkEachFinds(town, louis, {u"louis14"_s, u"louis14 brown"_s, u"louis1"_s});
    checkEachFinds(town, jay, {u"j4"_s, u"j4 green"_s});
}

TEST_CASE("a house number and its letter are found typed apart, the street shortened", "[matching]")
{
    Town town;
    quint32 park = 0;
    quint32 mill = 0;
    quint32 connell = 0;
    for (int number = 1; number <= 60; ++number) {
        domain::Person neighbour = person(u"Brian"_s, u"Baker"_s);
        livesAt(neighbour, QString::number(number) + u" Park Road, Exampleton"_s, u"AA1 1AB"_s);
        town.add(neighbour);
        neighbour = person(u"Ada"_s, u"Abbott"_s);
        livesAt(neighbour, QString::number(number) + u" Mill Lane, Exampleton"_s, u"AA1 1AD"_s);
        town.add(neighbour);
        if (number != 31)
            continue;
        domain::Person wanted = person(u"Kim"_s, u"Novak"_s);
        livesAt(wanted, u"31b Park Road, Exampleton"_s, u"AA1 1AB"_s);
        park = town.add(wanted);
        livesAt(wanted, u"14A Mill Lane, Exampleton"_s, u"AA1 1AD"_s);
        mill = town.add(wanted);
        livesAt(wanted, u"7 O'Connell Way, Exampleton"_s, u"AA1 1AE"_s);
        connell = town.add(wanted);
    }
    checkEachFinds(town, park, {u"31b park road"_s, u"31 b park road"_s, u"31 b park rd"_s, u"31b park rd."_s});
    domain::Person flat = person(u"Kim"_s, u"Novak"_s);
    livesAt(flat, u"Flat 2, 77 Mill Lane, Exampleton"_s, u"AA1 1AF"_s);
    const quint32 inFlat = town.add(flat);
    checkEachFinds(town, inFlat, {u"flat 2 77 mill lane"_s});
    livesAt(flat, u"Flat 3, 12 Elm Row, Exampleton"_s, u"AA1 1AG"_s);
    const quint32 asADate = town.add(flat); // 3/12 is a day in December as well
    checkEachFinds(town, asADate, {u"3/12 elm row"_s});
    checkEachFinds(town, mill, {u"14a mill lane"_s, u"14 a mill lane"_s, u"14 a mill ln"_s});
    checkEachFinds(town, connell, {u"7 o connell way"_s, u"7 oconnell way"_s, u"7 o'connell wy"_s});
}

TEST_CASE("a street is found by the short form of its kind, and a saint's as it is spoken", "[matching]")
{
    Town town;
    domain::Person wanted = person(u"Kim"_s, u"Novak"_s);
    livesAt(wanted, u"5 St Mary's Avenue, Exampleton"_s, u"AA1 1AB"_s);
    const quint32 saint = town.add(wanted);
    livesAt(wanted, u"9 Harbour Rd, Exampleton"_s, u"AA1 1AB"_s);
    const quint32 harbour = town.add(wanted);
    checkEachFinds(town, saint, {u"st marys ave"_s, u"saint marys avenue"_s, u"saint mary's ave"_s});
    checkEachFinds(town, harbour, {u"harbour road"_s, u"9 harbour rd"_s});
}

TEST_CASE("a UPRN is compared as a number, with its name before it or without", "[matching]")
{
    Town town;
    domain::Person wanted = person(u"Kim"_s, u"Novak"_s);
    livesAt(wanted, u"The Old Vicarage"_s, u"AA1 1AB"_s);
    wanted.addresses.front().uprn = 199900199;
    const quint32 vicar = town.add(wanted);
    wanted.addresses.front().uprn = 101;
    const quint32 kim = town.add(wanted);
    checkEachFinds(town, vicar,
                   {u"199900199"_s, u"000199900199"_s, u"0199900199"_s, u"uprn 000199900199"_s, u"UPRN:000199900199"_s,
                    u"UPRN199900199"_s, u"UPRN000199900199"_s, u"00019990"_s, u"uprn 1999"_s});
    checkEachFinds(town, kim, {u"000000000101"_s, u"uprn 101"_s, u"UPRN101"_s, u"novak uprn 000101"_s});
}

TEST_CASE("what a number is called says nothing about whose it is", "[matching]")
{
    Town town;
    for (const QString &name : {u"Nora"_s, u"Noah"_s, u"Norman"_s, u"Nino"_s, u"Ni"_s, u"Numa"_s})
        town.add(person(name, u"Nhsson"_s));
    checkEachFinds(town, joan,
                   {u"NHS no 999 000 0018"_s, u"nhs no. 999 000 0018"_s, u"nhsno 9990000018"_s, u"nhsno9990000018"_s,
                    u"NHS number 999 000 0018"_s, u"NHS No: 999 000 0018"_s, u"nhs: 9990000018"_s,
                    u"nhs no 999 000 001"_s, u"NI no. QQ 12 34 56 C"_s, u"nino qq123456c"_s, u"ni qq12"_s,
                    u"tel no 07700 900123"_s, u"mobile 07700 900123"_s, u"NI number: QQ123456C"_s});
    const quint32 ni = town.add(person(u"Ni"_s, u"No"_s, u"1979-01-01"_s));
    checkEachFinds(town, ni, {u"ni no"_s, u"ni 1979"_s});
}

TEST_CASE("a whole NHS or NI number comes before any words around it", "[matching]")
{
    Town town;
    domain::Person other = person(u"Zebedee"_s, u"Quillfeather"_s, u"1981-04-05"_s);
    livesAt(other, u"7 Harbour Road, Exampleton"_s, u"AA14 4DE"_s);
    const quint32 zebedee = town.add(other);
    for (const QString &number : {u"999 000 0018"_s, u"9990000018"_s, u"999-000-0018"_s, u"QQ 12 34 56 C"_s}) {
        const QString typed = u"zebedee quillfeather 5/4/1981 7 harbour road "_s + number;
        INFO(typed.toStdString());
        CHECK(town.find(typed).at(0) == joan);
        CHECK(town.find(typed).at(1) == zebedee);
    }
}

TEST_CASE("a postcode of any form is found as it was told, with its space or without", "[matching]")
{
    Town town;
    const auto livingAt = [&town](const QString &postcode) {
        domain::Person one = person(u"Kim"_s, u"Novak"_s);
        livesAt(one, u"7 Elm Court"_s, postcode);
        return town.add(one);
    };
    const quint32 letters = livingAt(u"LS1 1CC"_s);
    checkEachFinds(town, letters, {u"ls1 1cc"_s, u"LS11CC"_s, u"ls1 1c"_s, u"ls11c"_s, u"ls1"_s, u"novak ls1 1cc"_s});
    const quint32 rare = livingAt(u"ZZ21OI"_s);
    checkEachFinds(town, rare, {u"ZZ2 1OI"_s, u"zz21oi"_s, u"zz2"_s, u"1oi"_s});
    const quint32 irish = livingAt(u"D02 AF30"_s);
    checkEachFinds(town, irish, {u"D02AF30"_s, u"d02 af30"_s, u"d02af3"_s, u"novak d02af30"_s, u"D02 AF3"_s});
    const quint32 forces = livingAt(u"BFPO 801"_s);
    checkEachFinds(town, forces, {u"bfpo 801"_s, u"BFPO801"_s});
}

TEST_CASE("a postcode is found with letters for its digits", "[matching]")
{
    Town town;
    const auto livingAt = [&town](const QString &postcode) {
        domain::Person one = person(u"Kim"_s, u"Novak"_s);
        livesAt(one, u"7 Elm Court"_s, postcode);
        return town.add(one);
    };
    const quint32 leeds = livingAt(u"LS3 0AA"_s);
    const quint32 central = livingAt(u"LS1 4AP"_s);
    const quint32 manchester = livingAt(u"M30 0AA"_s);
    checkEachFinds(town, leeds, {u"ls3 oaa"_s, u"ls3oaa"_s, u"LS3O AA"_s});
    checkEachFinds(town, central, {u"lsi 4ap"_s, u"LSI4AP"_s, u"lsl 4ap"_s});
    checkEachFinds(town, manchester, {u"m3o oaa"_s, u"m3ooaa"_s, u"m30 oaa"_s, u"m3o 0aa"_s});
    domain::Person ian = person(u"Ian"_s, u"Novak"_s);
    livesAt(ian, u"7 Elm Court"_s, u"LS2 7AB"_s);
    const quint32 named = town.add(ian);
    checkEachFinds(town, named, {u"ls2 ian"_s, u"ian ls2"_s});
}

TEST_CASE("an e-mail address is found without what its owner added after a plus", "[matching]")
{
    Town town;
    domain::Person tagged = person(u"Quentin"_s, u"Novak"_s);
    isReachedBy(tagged, domain::ContactKind::Email, u"q.bell+x@example.org"_s);
    const quint32 quentin = town.add(tagged);
    checkEachFinds(town, quentin,
                   {u"q.bell+x@example.org"_s, u"q.bell@example.org"_s, u"Q.Bell@example.org"_s, u"q.bell@"_s,
                    u"qbell"_s, u"q.bell"_s});
}

TEST_CASE("a name is found in two words that the record has in one", "[matching]")
{
    Town town;
    town.add(person(u"Iqbal"_s, u"Zadok"_s));
    const quint32 bell = town.add(person(u"Quentin"_s, u"Bellweather"_s));
    const quint32 iqbal = town.add(person(u"Yusuf"_s, u"Iqbalzada"_s));
    checkEachFinds(town, bell, {u"bell weather"_s, u"quentin bell weather"_s, u"bell weath"_s});
    checkEachFinds(town, iqbal, {u"iqbal zada"_s, u"yusuf iqbal zada"_s});
}

TEST_CASE("a reference is found by its later parts, and without the zeros before it", "[matching]")
{
    Town town;
    domain::Person wanted = person(u"Kim"_s, u"Novak"_s);
    wanted.externalId = u"REF/00012-b"_s;
    const quint32 kim = town.add(wanted);
    wanted.externalId = u"000123/A/07"_s;
    const quint32 other = town.add(wanted);
    checkEachFinds(town, kim, {u"REF/00012-b"_s, u"00012-b"_s, u"ref00012b"_s, u"ref 00012-b"_s});
    checkEachFinds(town, other, {u"000123/A/07"_s, u"123/A/07"_s, u"000123"_s, u"123a07"_s, u"a/07"_s});
}

TEST_CASE("an Irish name is found as it sounds", "[matching]")
{
    Town town;
    const quint32 siobhan = town.add(person(u"Siobhan"_s, u"Wainfleet"_s));
    const quint32 niamh = town.add(person(u"Niamh"_s, u"Dunleavy"_s));
    checkEachFinds(town, siobhan, {u"shivaun"_s, u"chevonne wainfleet"_s, u"siobhan"_s});
    checkEachFinds(town, niamh, {u"neve"_s, u"neeve dunleavy"_s});
}

TEST_CASE("a Mac and a Mc are one while they are typed", "[matching]")
{
    Town town;
    for (const QString &name : {u"Mackintosh"_s, u"Mccabe"_s, u"Marsh"_s, u"Madden"_s})
        town.add(person(u"Brian"_s, name));
    const quint32 alister = town.add(person(u"Fiona"_s, u"MacAllister"_s));
    checkEachFinds(town, alister,
                   {u"fiona m"_s, u"fiona ma"_s, u"fiona mac"_s, u"fiona maca"_s, u"fiona mc"_s, u"fiona mca"_s,
                    u"fiona mcal"_s, u"fiona mc a"_s, u"fiona mac al"_s, u"mcallister fiona"_s, u"fiona m'all"_s,
                    u"M’Allister"_s});
    const quint32 allan = town.add(person(u"Gwen"_s, u"McAllan"_s));
    checkEachFinds(town, allan,
                   {u"gwen m"_s, u"gwen mc"_s, u"gwen mca"_s, u"gwen mac"_s, u"gwen maca"_s, u"gwen macal"_s,
                    u"gwen mac a"_s, u"macallan gwen"_s, u"mac allan"_s});
}

TEST_CASE("a name and a year of birth typed in one piece are both", "[matching]")
{
    Town town;
    const quint32 younger = town.add(person(u"Joan"_s, u"Hayward"_s, u"1996-02-03"_s));
    checkEachFinds(town, joan, {u"hayward1979"_s, u"Hayward-1979"_s, u"heyward1979"_s, u"joan hayward1979"_s});
    checkEachFinds(town, younger, {u"hayward1996"_s});
    domain::Person numbered = person(u"Ruth"_s, u"Okafor"_s, u"1961-05-05"_s);
    isReachedBy(numbered, domain::ContactKind::Email, u"hayward1979@example.org"_s);
    const quint32 ruth = town.add(numbered);
    domain::Person referred = person(u"Ivor"_s, u"Nowak"_s);
    referred.externalId = u"CRM1996"_s;
    const quint32 ivor = town.add(referred);
    CHECK(town.find(u"hayward1979"_s).size() >= 2);
    checkEachFinds(town, ruth, {u"hayward1979@"_s});
    checkEachFinds(town, ivor, {u"crm1996"_s, u"CRM-1996"_s});
}

TEST_CASE("a telephone number is found with its extension, and while that is typed", "[matching]")
{
    Town town;
    checkEachFinds(town, joan,
                   {u"07700900123x42"_s, u"07700900123 x42"_s, u"07700 900123 ext 42"_s, u"07700 900123 ext. 42"_s,
                    u"07700900123ext42"_s, u"+447700900123#42"_s, u"(07700) 900123 est 42"_s, u"07700900123x"_s,
                    u"07700 900123 ext"_s, u"07700 900123 ext 42 hayward"_s, u"hayward 07700900123x42"_s});
    const quint32 extended = town.add(person(u"Olga"_s, u"Brandt"_s));
    CHECK(town.find(u"07700 900123 ext 42"_s) == std::vector<quint32>{joan});
    CHECK(town.find(u"07700 900123 x 42 brandt"_s).size() == 2);
    checkEachFinds(town, extended, {u"brandt x"_s});
}

TEST_CASE("an e-mail address is found by what comes last before its @", "[matching]")
{
    Town town;
    domain::Person married = person(u"Anna"_s, u"Ncube"_s);
    isReachedBy(married, domain::ContactKind::Email, u"anna.hesketh+post@example.org"_s);
    const quint32 anna = town.add(married);
    checkEachFinds(town, anna,
                   {u"hesketh"_s, u"hesketh@"_s, u"hesketh@example.org"_s, u"Hesketh@Example.org"_s,
                    u"anna.hesketh@example.org"_s});
    const quint32 named = town.add(person(u"Peter"_s, u"Hesketh"_s));
    checkEachFinds(town, named, {u"hesketh"_s}); // a name first of all
    CHECK(town.find(u"hesketh"_s).size() == 2);
    CHECK(town.find(u"hesketh@example.org"_s) == std::vector<quint32>{anna});
    CHECK(town.find(u"sj@example.org"_s).empty());
}
