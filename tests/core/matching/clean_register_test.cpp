// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage.h"
#include "core/matching/linkage/linkage_tables.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

// Registers in which hardly anybody is twice: nothing is to be learned there of what one person has in common with
// himself, and the few who are twice are found all the same.

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::matching;

namespace {

struct Row
{
    std::string given;
    std::string family;
    std::string born;
    std::string phone;
    std::string address;
    std::string postcode;
};

class CleanRegister final
{
public:
    // Homes of three with one family name and one landline.
    explicit CleanRegister(int homes)
    {
        static const char *const given[] = {"John",  "Mary",   "David", "Susan", "Peter", "Karen", "Paul",
                                            "Linda", "Andrew", "Sarah", "Mark",  "Helen", "Ivor"};
        static const char *const heads[] = {"Hark", "Dun", "Pell", "Wex", "Thorn", "Ock", "Tarr", "Sabl", "Quen"};
        static const char *const middles[] = {"a", "en", "i", "or", "ey", "ing", "um", "ath", "er"};
        static const char *const tails[] = {"way", "morrow", "ham", "combe", "quist", "by", "owen", "wick"};
        std::mt19937 random(7);
        const auto below = [&random](int bound) { return static_cast<int>(random() % static_cast<unsigned>(bound)); };
        for (int home = 0; home < homes; ++home) {
            const std::string family = std::string(heads[below(9)]) + middles[below(9)] + tails[below(8)];
            const std::string address =
                std::to_string(1 + home % 60) + ' ' + heads[home / 60 % 9] + "moor " + (home < 540 ? "Road" : "Lane");
            const int first = below(13);
            for (int i = 0; i < 3; ++i) {
                const int year = (i < 2 ? 1940 : 1975) + below(35);
                (void)add({given[(first + i * 4) % 13], family,
                           std::to_string(year) + '-' + twoDigits(1 + below(12)) + '-' + twoDigits(1 + below(28)),
                           "01632 9" + std::to_string(10000 + home), address, postcode(home / 20)});
            }
        }
    }

    std::string add(const Row &row)
    {
        const std::string id = "p" + std::to_string(m_rows++);
        m_csv += id + ',' + row.given + ',' + row.family + ',' + row.born + ',' + row.phone + ',' + row.address + ',' +
                 row.postcode + '\n';
        return id;
    }

    // The number of a pair whose probability is asked for.
    std::size_t twice(const Row &one, const Row &other)
    {
        const std::string left = add(one);
        m_pairs.emplace_back(left, add(other));
        return m_pairs.size() - 1;
    }

    void again(const std::string &first, const Row &row) { pair(first, add(row)); }
    void pair(const std::string &left, const std::string &right) { m_pairs.emplace_back(left, right); }

    // What was added is one file, what follows another.
    void startSecondFile() { m_left = std::exchange(m_csv, header); }

    // Of each pair; 0 where none was told.
    [[nodiscard]] std::vector<double> probabilities() const
    {
        std::vector<NamedTable> files{{u"register"_s, m_csv}};
        if (!m_left.empty())
            files.insert(files.begin(), {u"left"_s, m_left});
        const auto tables = readLinkageTables(files, {}, 1);
        REQUIRE(tables);
        const auto links = findLinks(tables->records, {});
        REQUIRE(links);
        std::map<std::pair<std::string, std::string>, double> found;
        for (const LinkedPair &pair : *links)
            found[{std::string(tables->id(pair.left)), std::string(tables->id(pair.right))}] = pair.probability;
        std::vector<double> result;
        for (const auto &pair : m_pairs)
            result.push_back(found[pair]);
        return result;
    }

    static std::string postcode(int number)
    {
        return "AA" + std::to_string(1 + number / 26 % 90) + " 4A" + static_cast<char>('A' + number % 26);
    }

private:
    static std::string twoDigits(int number) { return (number < 10 ? "0" : "") + std::to_string(number); }

    static constexpr const char *header = "id,given_name,family_name,date_of_birth,phone,address,postcode\n";
    std::string m_left; // empty: there is one file
    std::string m_csv = header;
    std::vector<std::pair<std::string, std::string>> m_pairs;
    int m_rows = 0;
};

// Somebody with a name that nobody else has, or with one that several have; each of the numbers another person.
Row rare(int number)
{
    const std::string letter(1, static_cast<char>('a' + number));
    const std::string two = std::to_string(10 + number);
    return {"Una",
            "Trew" + letter + "hell" + letter,
            "1951-04-" + two,
            "01632 8912" + two,
            std::to_string(number + 1) + " Even Row",
            "ZZ" + two + " 4AQ"};
}
Row common(int number)
{
    static const char *const families[] = {"Harkaway",    "Dunenmorrow", "Pelliham",   "Wexorcombe",
                                           "Thorningham", "Ockumby",     "Tarraquist", "Sablenby"};
    const std::string two = std::to_string(10 + number);
    return {number < 8 ? "John" : "Mary",
            families[number % 8],
            "1952-05-" + two,
            "01632 8922" + two,
            std::to_string(number + 1) + " Odd Row",
            "ZY" + two + " 4AQ"};
}

// `row` with those fields only.
enum Known : unsigned { Birth = 1, Phone = 2, Address = 4, Postcode = 8, Everything = 15 };
Row only(Row row, unsigned known)
{
    if ((known & Birth) == 0)
        row.born.clear();
    if ((known & Phone) == 0)
        row.phone.clear();
    if ((known & Address) == 0)
        row.address.clear();
    if ((known & Postcode) == 0)
        row.postcode.clear();
    return row;
}

} // namespace

TEST_CASE("in a register without duplicates the one who is entered twice alike is found", "[matching][linkage][clean]")
{
    CleanRegister people(1000);
    const std::size_t ofRareName = people.twice(rare(0), rare(0));
    const std::size_t ofCommonName = people.twice(common(0), common(0));
    const auto probabilities = people.probabilities();
    CHECK(probabilities[ofRareName] >= matchProbability);
    CHECK(probabilities[ofCommonName] >= matchProbability);
}

TEST_CASE("to agree on one thing more makes nobody less likely one person", "[matching][linkage][clean]")
{
    // Of each pair one knows everything, the other some of it.
    CleanRegister people(1000);
    for (unsigned known = 0; known <= Everything; ++known)
        (void)people.twice(rare(static_cast<int>(known)), only(rare(static_cast<int>(known)), known));
    for (unsigned known = 0; known <= Everything; ++known)
        (void)people.twice(common(static_cast<int>(known)), only(common(static_cast<int>(known)), known));
    const auto probabilities = people.probabilities();
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const std::size_t known = i & Everything;
        for (const unsigned more : {Birth, Phone, Address, Postcode}) {
            INFO((i > Everything ? "common, " : "rare, ") << known << " and " << more);
            // Sure is sure: by how much does not matter.
            CHECK(std::min(probabilities[i | more], 0.99) >= std::min(probabilities[i], 0.99));
        }
        // At home or by telephone, a missing date of birth is for somebody to decide. A postcode is no home.
        if ((known & Birth) == 0 && (known & (Phone | Address)) != 0) {
            INFO((i > Everything ? "common, " : "rare, ") << known);
            CHECK(probabilities[i] >= potentialProbability);
        }
        if ((known & Birth) == 0)
            CHECK(probabilities[i] < matchProbability);
    }
}

TEST_CASE("who is entered three hundred times is found, each time once", "[matching][linkage][clean]")
{
    for (const unsigned known : {unsigned{Everything}, unsigned{Phone | Address | Postcode}}) {
        CleanRegister people(known == Everything ? 1000 : 0);
        const Row row = only(rare(0), known);
        const std::string first = people.add(row);
        for (int i = 1; i < 300; ++i)
            people.again(first, row);
        for (const double probability : people.probabilities()) {
            CHECK(probability >= potentialProbability);
            CHECK((probability >= matchProbability) == (known == Everything));
        }
    }
}

TEST_CASE("who is hundreds of times in two files is found, each time once", "[matching][linkage][clean]")
{
    struct Times
    {
        int left;
        int right;
    };
    for (const auto &[left, right] : {Times{250, 250}, Times{300, 1}, Times{1, 300}, Times{600, 400}}) {
        for (const unsigned known : {unsigned{Everything}, unsigned{Phone | Address | Postcode}}) {
            INFO(left << " and " << right << " times, known " << known);
            CleanRegister people(known == Everything ? 1000 : 0);
            const Row row = only(rare(0), known);
            std::vector<std::string> lefts;
            for (int i = 0; i < left; ++i)
                lefts.push_back(people.add(row));
            people.startSecondFile();
            for (int i = 0; i < right; ++i)
                people.again(lefts.front(), row);
            const std::string firstRight = "p" + std::to_string((known == Everything ? 3000 : 0) + left);
            for (std::size_t i = 1; i < lefts.size(); ++i)
                people.pair(lefts[i], firstRight);
            const auto probabilities = people.probabilities();
            CHECK(std::all_of(probabilities.begin(), probabilities.end(), [&](double probability) {
                return known == Everything ? probability >= matchProbability
                                           : probability >= potentialProbability && probability < matchProbability;
            }));
        }
    }
}

TEST_CASE("who is thirty times in one file and once in another, with a slip, is found each time",
          "[matching][linkage][clean]")
{
    for (const bool isLeft : {true, false}) {
        CleanRegister people(1000);
        Row slip = rare(0);
        slip.phone.clear();
        slip.given = "Unna";
        const std::string one = isLeft ? std::string() : people.add(slip);
        std::vector<std::string> lefts;
        for (int i = 0; isLeft && i < 30; ++i)
            lefts.push_back(people.add(rare(0)));
        people.startSecondFile();
        if (isLeft) {
            const std::string right = people.add(slip);
            for (const std::string &left : lefts)
                people.pair(left, right);
        } else {
            for (int i = 0; i < 30; ++i)
                people.again(one, rare(0));
        }
        for (const double probability : people.probabilities())
            CHECK(probability >= potentialProbability);
    }
}
