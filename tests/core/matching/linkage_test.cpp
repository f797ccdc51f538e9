// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage.h"
#include "core/matching/linkage/linkage_columns.h"
#include "core/matching/linkage/record_builder.h"
#include "core/matching/linkage/training.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>
#include <string>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::matching;

namespace {

// A small borough of households; every tenth resident has registered twice, with slips. Record `first + i` is the
// second registration of `originals[i]`.
struct Borough
{
    RecordSet records;
    std::size_t first = 0;
    std::vector<std::size_t> originals;
    struct Person
    {
        std::size_t home;
        std::string given, born;
    };
    std::vector<Person> people; // as they are

    [[nodiscard]] std::size_t personOf(std::size_t record) const
    {
        return record < first ? record : originals[record - first];
    }
    // Twins, or parent and child of one name.
    [[nodiscard]] bool areRelatives(std::size_t a, std::size_t b) const
    {
        const Person &left = people[a];
        const Person &right = people[b];
        const int years = std::abs(std::stoi(left.born.substr(0, 4)) - std::stoi(right.born.substr(0, 4)));
        return left.home == right.home && (left.born == right.born || (left.given == right.given && years >= 16));
    }
};

class Registrar final
{
public:
    explicit Registrar(unsigned seed) : m_random(seed) {}

    Borough register_(std::size_t households)
    {
        Borough borough;
        for (std::size_t i = 0; i < households; ++i)
            household(borough, i);
        borough.first = m_rows.size();
        for (const Row &row : m_rows)
            borough.people.push_back({row.home, row.given, row.born});
        for (std::size_t i = 0; i < borough.first; i += 10) {
            borough.originals.push_back(i);
            m_rows.push_back(again(m_rows[i]));
        }
        RecordBuilder builder(borough.records);
        for (const Row &row : m_rows) {
            LinkageRecord record;
            builder.given(record, row.given);
            builder.family(record, row.family);
            builder.born(record, row.born);
            builder.address(record, row.address);
            builder.postcode(record, row.postcode);
            builder.phone(record, row.phone);
            borough.records.records.push_back(record);
        }
        borough.records.settle(NameVariants::builtIn(), static_cast<std::int64_t>(m_rows.size()));
        return borough;
    }

private:
    struct Row
    {
        std::string given, family, born, address, postcode, phone;
        std::size_t home;
    };

    int below(int bound) { return static_cast<int>(m_random() % static_cast<unsigned>(bound)); }

    std::string name(int kinds)
    {
        static const char *const heads[] = {"har", "wil", "mor", "bel", "can", "dun", "fer", "gol", "hol", "kin"};
        static const char *const middles[] = {"a", "en", "i", "or", "ey", "ing", "um", "ath", "er", "os"};
        static const char *const tails[] = {"ton", "ley", "man", "son", "wick", "by", "ford", "den", "more", "well"};
        const int kind = std::min(below(kinds), below(kinds)); // some are common
        return std::string(heads[kind % 10]) + middles[kind / 10 % 10] + tails[kind / 100 % 10];
    }

    std::string date(int from, int to)
    {
        const auto two = [](int n) { return (n < 10 ? "0" : "") + std::to_string(n); };
        return std::to_string(from + below(to - from)) + '-' + two(1 + below(12)) + '-' + two(1 + below(28));
    }

    void household(Borough &, std::size_t number)
    {
        const std::string family = name(900);
        const std::string street = name(700) + " road";
        const std::string address = std::to_string(1 + number % 60) + ' ' + street;
        const std::string postcode = "AA" + std::to_string(1 + number / 20 % 9) + ' ' + std::to_string(number % 9 + 1) +
                                     static_cast<char>('A' + number / 180 % 26) + "A";
        const std::string shared = "07700" + std::to_string(100000 + below(900000));
        const int size = 1 + below(4);
        for (int i = 0; i < size; ++i) {
            const std::string own = "07700" + std::to_string(100000 + below(900000));
            m_rows.push_back({name(300), family, date(i < 2 ? 1940 : 1990, i < 2 ? 1970 : 2015), address, postcode,
                              below(4) == 0 ? shared : own, number});
        }
        const auto member = [&](int i) -> Row & { return m_rows[m_rows.size() - static_cast<std::size_t>(size - i)]; };
        if (size == 4 && below(2) == 0 && member(3).given != member(2).given)
            twin(member(2), member(3));
        else if (size > 2 && below(4) == 0)
            member(size - 1).given = member(0).given; // named after a parent
    }

    // They share whatever children share.
    static void twin(const Row &first, Row &second)
    {
        second.born = first.born;
        second.phone = first.phone;
    }

    Row again(Row row)
    {
        if (below(4) == 0)
            std::swap(row.family[1], row.family[2]);
        if (below(5) == 0)
            row.given[2] = 'x';
        if (below(8) == 0)
            row.born.clear();
        else if (below(8) == 0)
            row.born[9] = row.born[9] == '3' ? '4' : '3';
        if (below(4) == 0) {
            row.address = std::to_string(100 + below(60)) + " elsewhere lane";
            row.postcode = "AA9 9ZZ";
        }
        if (below(3) == 0)
            row.phone.clear();
        return row;
    }

    std::mt19937 m_random;
    std::vector<Row> m_rows;
};

} // namespace

TEST_CASE("nobody labels anything, and still the second registrations are found", "[matching][linkage]")
{
    const Borough borough = Registrar(11).register_(1800); // 5,000 records
    const auto pairs = findLinks(borough.records, {});
    REQUIRE(pairs);

    double right = 0;
    double wrong = 0;
    int relatives = 0;
    for (const LinkedPair &pair : *pairs) {
        if (pair.probability < matchProbability)
            continue;
        const bool isTrue = pair.right >= borough.first && borough.originals[pair.right - borough.first] == pair.left;
        (isTrue ? right : wrong) += 1;
        relatives += !isTrue && borough.areRelatives(borough.personOf(pair.left), borough.personOf(pair.right)) ? 1 : 0;
    }
    const double precision = right / std::max(right + wrong, 1.0);
    const double recall = right / static_cast<double>(borough.originals.size());
    INFO("precision " << precision << ", recall " << recall);
    CHECK(relatives == 0);
    CHECK(precision >= 0.98);
    CHECK(2 * precision * recall / (precision + recall) >= 0.93);
}

TEST_CASE("households that share a telephone do not teach that one person has two first names", "[matching][linkage]")
{
    // The trap of expectation-maximisation on blocks of one home: most of their pairs are two people.
    for (const unsigned seed : {11U, 12U}) {
        const Borough borough = Registrar(seed).register_(1800);
        Blocking blocking(borough.records);
        const LinkageModel model = Training(borough.records, blocking, 2).learn();
        const auto given = static_cast<std::size_t>(MatchField::GivenName);
        CHECK(std::exp2(model.agree[given][static_cast<std::size_t>(Agreement::Differs)]) < 0.08);
        CHECK(std::exp2(model.agree[given][static_cast<std::size_t>(Agreement::Same)]) > 0.6);
    }
}

TEST_CASE("the search for duplicates stops when asked to", "[matching][linkage]")
{
    const Borough borough = Registrar(12).register_(100);
    const std::atomic<bool> isCancelled{true};
    LinkageOptions options;
    options.isCancelled = &isCancelled;
    const auto pairs = findLinks(borough.records, options);
    REQUIRE_FALSE(pairs);
    CHECK(pairs.error().code == ErrorCode::Cancelled);
}

TEST_CASE("dates of outside files are read in any usual form", "[matching][linkage]")
{
    for (const char *text :
         {"1979-06-21", "19790621", "21/06/1979", "21.6.1979", "21 June 1979", "1979-06-21T00:00:00"})
        CHECK(readDate(text, 20261123) == 19790621);
    CHECK(readDate("1979", 20261123) == 19790000);
    CHECK(readDate("1979-06", 20261123) == 19790600);
    CHECK(readDate("19791372", 20261123) == 19791372); // a slip in it is a slip, not "unknown"
    CHECK(readDate("1900-01-01", 20261123) == 0);
    CHECK(readDate("not known", 20261123) == 0);
}

TEST_CASE("columns of other systems are known by their names, and labels are not looked at", "[matching][linkage]")
{
    const auto columns = LinkageColumns::read({u"unique_id"_s, u"cluster"_s, u"fname_c1"_s, u"lname_c1"_s, u"by"_s,
                                               u"bm"_s, u"bd"_s, u"postcode_fake"_s, u"occupation"_s});
    REQUIRE(columns);
    CHECK(columns->ignored() == QStringList{u"cluster"_s});
    CHECK(columns->texts() == QStringList{u"occupation"_s});

    RecordSet set;
    RecordBuilder builder(set);
    LinkageRecord record;
    const std::vector<std::string_view> cells{"7", "x",  "Carsten",  "Meier",     "1949",
                                              "7", "22", "TQ13 8DF", "politician"};
    columns->apply(LinkageColumns::Half::Names, cells, builder, record);
    columns->apply(LinkageColumns::Half::Rest, cells, builder, record);
    CHECK(record.born == 19490722);
    CHECK(set.names.text(record.given) == u"carsten");
    CHECK(set.postcodes.text(record.postcode) == u"tq138df");
}
