// SPDX-License-Identifier: MIT
#include "core/matching/search/search_index.h"
#include "core/matching/search/search_scratch.h"
#include "core/matching/search/slip_cost.h"
#include "core/matching/search/sound_key.h"
#include "core/matching/search/word_tree.h"

#include "tests/core/matching/named_person.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using matching::SearchIndex;
using test::person;

namespace {

// People numbered 1, 2, 3 …, and the asking.
class People final
{
public:
    explicit People(const std::vector<domain::Person> &people)
    {
        std::vector<SearchIndex::Change> changes;
        for (const domain::Person &one : people)
            changes.push_back({static_cast<quint32>(changes.size() + 1), matching::searchCard(one)});
        m_index = SearchIndex().with(changes);
    }

    void change(quint32 number, const std::optional<domain::Person> &to)
    {
        m_index = m_index->with({{number, to ? std::optional(matching::searchCard(*to)) : std::nullopt}});
    }

    [[nodiscard]] std::vector<quint32> find(const QString &query, std::size_t limit = 10)
    {
        std::vector<quint32> numbers;
        for (const auto &hit :
             m_index->search(matching::readQuery(query, QDate(2026, 11, 22)), limit, m_variants, m_scratch))
            numbers.push_back(hit.number);
        return numbers;
    }
    [[nodiscard]] quint32 first(const QString &query)
    {
        const auto found = find(query);
        return found.empty() ? 0 : found.front();
    }

    std::shared_ptr<const SearchIndex> m_index;

private:
    matching::NameVariants m_variants = matching::NameVariants::builtIn();
    matching::SearchScratch m_scratch;
};

People crowd()
{
    return People({person(u"Joan"_s, u"Hayward"_s, u"1979-06-21"_s), person(u"William"_s, u"Thompson"_s),
                   person(u"Catherine"_s, u"Whitehead"_s), person(u"Mohammed"_s, u"Rahman"_s),
                   person(u"Siân"_s, u"Llewellyn-Jones"_s), person(u"Stephen"_s, u"O'Brien"_s)});
}

} // namespace

TEST_CASE("a mistyped name is found", "[matching]")
{
    People people = crowd();
    for (const auto &[query, number] : std::vector<std::pair<QString, quint32>>{{u"joan hayward"_s, 1},
                                                                                {u"hayward joan"_s, 1},
                                                                                {u"jaon hayward"_s, 1},
                                                                                {u"joan haywrad"_s, 1},
                                                                                {u"joan haywrd"_s, 1},
                                                                                {u"goan heyward"_s, 1},
                                                                                {u"joan haywr"_s, 1},
                                                                                {u"joan hyaw"_s, 1},
                                                                                {u"bill tompson"_s, 2},
                                                                                {u"will thomson"_s, 2},
                                                                                {u"kathryn whitehed"_s, 3},
                                                                                {u"muhammad rahmen"_s, 4},
                                                                                {u"sian lewellyn"_s, 5},
                                                                                {u"jones sian"_s, 5},
                                                                                {u"llewellynjones"_s, 5},
                                                                                {u"steven o brien"_s, 6},
                                                                                {u"obrien"_s, 6},
                                                                                {u"OBrein"_s, 6}}) {
        INFO(query.toStdString());
        CHECK(people.first(query) == number);
    }
    CHECK(people.find(u"zzyzx"_s).empty());
    CHECK(people.find(u""_s).empty());
}

TEST_CASE("a date of birth is found with its day and month swapped, half typed, and a digit off", "[matching]")
{
    People people = crowd();
    for (const QString &query : {u"21/6/1979"_s, u"6/21/1979"_s, u"21 june 79"_s, u"21061979"_s, u"21/6/19"_s,
                                 u"21/6"_s, u"22/6/1979"_s, u"21/6/1978"_s, u"21/6/1997"_s, u"1979"_s, u"june 1979"_s,
                                 u"6/1979"_s, u"06/1979"_s, u"06-1979"_s, u"1979-06-21"_s, u"about 1980"_s}) {
        INFO(query.toStdString());
        CHECK(people.first(query) == 1);
    }
}

TEST_CASE("a telephone number is found by what it ends with, six digits or more", "[matching]")
{
    domain::Person london = person(u"Joan"_s, u"Hayward"_s);
    domain::ContactPoint phone;
    phone.kind = domain::ContactKind::Phone;
    phone.value = u"020 7946 0018"_s;
    london.contactPoints = {phone};
    domain::Person other = person(u"William"_s, u"Thompson"_s);
    phone.value = u"020 7946 0118"_s;
    other.contactPoints = {phone};
    People people({other, london});
    for (const QString &query :
         {u"020 7946 0018"_s, u"02079460018"_s, u"+44 20 7946 0018"_s, u"2079460018"_s, u"79460018"_s, u"7946 0018"_s,
          u"9460018"_s, u"946 0018"_s, u"460018"_s, u"460 018"_s}) {
        INFO(query.toStdString());
        CHECK(people.first(query) == 2);
    }
    CHECK(people.find(u"7946 0019"_s).empty());
    CHECK(people.find(u"60018"_s).empty()); // a house number, the beginning of something
}

TEST_CASE("changed people are found by what they are now, and the gone are not", "[matching]")
{
    People people = crowd();
    people.change(2, person(u"William"_s, u"Postlethwaite"_s));
    CHECK(people.find(u"thompson"_s).empty());
    CHECK(people.first(u"postlethwait"_s) == 2);
    people.change(2, std::nullopt);
    CHECK(people.find(u"postlethwaite"_s).empty());
    people.change(7, person(u"Ada"_s, u"Okonkwo"_s));
    CHECK(people.first(u"okonkwo"_s) == 7);
    CHECK(people.m_index->size() == 6);
}

TEST_CASE("an index of many changes answers as one made at once", "[matching]")
{
    std::vector<domain::Person> all;
    for (int i = 0; i < 300; ++i)
        all.push_back(person(u"Ann%1"_s.arg(QChar(u'a' + i % 26)), u"Smith%1"_s.arg(QChar(u'a' + i / 26))));
    People atOnce(all);
    People oneByOne({});
    for (std::size_t i = 0; i < all.size(); ++i) {
        oneByOne.change(static_cast<quint32>(i + 1), person(u"Other"_s, u"Name"_s));
        oneByOne.change(static_cast<quint32>(i + 1), all[i]);
    }
    CHECK(oneByOne.m_index->parts().size() < 10);
    for (const QString &query : {u"anna smithb"_s, u"annz"_s, u"smith"_s, u"anm smtihc"_s})
        CHECK(oneByOne.find(query, 300) == atOnce.find(query, 300));
    const SearchIndex merged({{oneByOne.m_index->merged(), nullptr, 0}});
    CHECK(merged.size() == 300);
}

TEST_CASE("a segment is read back from its bytes, and damaged bytes are none", "[matching]")
{
    const auto segment = crowd().m_index->merged();
    std::vector<char> image(segment->image().begin(), segment->image().end());
    const auto again = matching::Segment::fromImage(image);
    REQUIRE(again);
    CHECK(again->size() == segment->size());
    CHECK(again->findWord("hayward") == segment->findWord("hayward"));
    CHECK_FALSE(matching::Segment::fromImage({}));
    CHECK_FALSE(matching::Segment::fromImage(std::vector<char>(image.begin(), image.end() - 8)));
    image[4] = 99; // another version
    CHECK_FALSE(matching::Segment::fromImage(std::move(image)));
}

TEST_CASE("the tree of words finds what comparing with each of them finds", "[matching]")
{
    const std::vector<std::string> names{"ann",   "anna",     "anne",  "joan",   "john",     "johnson", "johnstone",
                                         "smith", "smithson", "smyth", "smythe", "thompson", "tomson",  "whitehead"};
    matching::SegmentBuilder builder;
    matching::SearchCard card;
    for (const std::string &name : names)
        card.words.push_back({matching::SearchField::Family, name});
    builder.add(1, card);
    const auto segment = builder.build();

    struct Costs final : matching::WordSink
    {
        std::vector<matching::Cost> least;
        void word(quint32 index, matching::Cost cost) override { least[index] = std::min(least[index], cost); }
        void begins(quint32, quint32, std::size_t, matching::Cost) override {}
    };
    for (const std::string typed : {"smith", "smiht", "jonson", "jhon", "ann", "whithead", "thomson", "htompson"}) {
        Costs found;
        found.least.assign(names.size(), matching::impossible);
        matching::findWords(*segment, typed, true, matching::slipLimit(typed.size()), found);
        for (std::size_t i = 0; i < names.size(); ++i) {
            INFO(typed << " " << names[i]);
            CHECK(found.least[i] == matching::slipCost(typed, names[i], matching::slipLimit(typed.size())));
        }
    }
}

TEST_CASE("names that sound alike have one key", "[matching]")
{
    using matching::soundKey;
    CHECK(soundKey("smith") == soundKey("smyth"));
    CHECK(soundKey("catherine") == soundKey("kathryn"));
    CHECK(soundKey("philip") == soundKey("filip"));
    CHECK(soundKey("wright") == soundKey("rite"));
    CHECK(soundKey("macdonald") == soundKey("mcdonald"));
    CHECK(soundKey("smith") != soundKey("jones"));
    CHECK(soundKey("łódź").empty());
    CHECK(soundKey("aa").empty());
}
