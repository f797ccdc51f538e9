// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage.h"
#include "core/matching/linkage/linkage_tables.h"

#include <catch2/catch.hpp>

#include <map>
#include <string>
#include <utility>

// Twins, Senior and Junior, couples: whole files of them, as `reevectl match` reads them. Nobody of one family comes
// out as one person, whatever they share.

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::matching;

namespace {

struct Entry
{
    std::string given;
    std::string born;
    std::string middle = {};
    std::string title = {};
    std::string family = {}; // of the home when empty
};

enum class Shares { Home, Phone, Email, Both };

// Families of two records each, one home and one family name each, among neighbours who are there twice.
class Village final
{
public:
    Village()
    {
        static const char *const neighbours[] = {"Arthur", "Beatrice", "Clifford", "Dorothy", "Eustace", "Felicity"};
        for (int i = 0; i < 110; ++i) {
            begin();
            const std::string phone = "07700900" + std::to_string(100 + i);
            const std::string born =
                std::to_string(1930 + i % 60) + "-0" + std::to_string(1 + i % 9) + "-1" + std::to_string(i / 9 % 10);
            add({neighbours[i % 6], born}, phone, {});
            add({neighbours[(i + 1 + i / 6 % 4) % 6], "19" + std::to_string(31 + i % 60) + "-11-02"}, {}, {});
            if (i % 5 == 0)
                add({neighbours[i % 6], born}, phone, {});
        }
    }

    // The number of the pair.
    std::size_t family(const Entry &one, const Entry &other, Shares shares)
    {
        begin();
        const bool hasPhone = shares == Shares::Phone || shares == Shares::Both;
        const bool hasEmail = shares == Shares::Email || shares == Shares::Both;
        const std::string phone = hasPhone ? "07700900" + std::to_string(200 + m_home) : std::string();
        const std::string email = hasEmail ? "home" + std::to_string(m_home) + "@example.com" : std::string();
        const std::string left = add(one, phone, email);
        m_pairs.emplace_back(left, add(other, phone, email));
        return m_pairs.size() - 1;
    }

    // Of each pair the probability; 0 where none was told.
    [[nodiscard]] std::vector<double> probabilities() const
    {
        const auto tables = readLinkageTables({{u"village"_s, m_csv}}, {}, 1);
        REQUIRE(tables);
        LinkageOptions options;
        options.threads = 1;
        const auto links = findLinks(tables->records, options);
        REQUIRE(links);
        std::map<std::pair<std::string, std::string>, double> found;
        for (const LinkedPair &pair : *links)
            found[{std::string(tables->id(pair.left)), std::string(tables->id(pair.right))}] = pair.probability;
        std::vector<double> result;
        for (const auto &[left, right] : m_pairs)
            result.push_back(found[{left, right}]);
        return result;
    }

private:
    void begin() { ++m_home; }

    std::string add(const Entry &entry, const std::string &phone, const std::string &email)
    {
        static const char *const heads[] = {"Hark", "Dun",  "Pell", "Wex",  "Thorn",
                                            "Ock",  "Tarr", "Sabl", "Quen", "Rav"};
        static const char *const tails[] = {"away", "morrow", "ingham", "combe", "quist", "enby", "owen", "ewick"};
        const std::string family =
            !entry.family.empty() ? entry.family : std::string(heads[m_home % 10]) + tails[m_home / 10 % 8];
        const std::string id = "p" + std::to_string(m_rows++);
        m_csv += id + ',' + entry.title + ',' + entry.given + ',' + entry.middle + ',' + family + ',' + entry.born +
                 ',' + phone + ',' + email + ',' + std::to_string(m_home) + " Larkmoor " +
                 (m_home % 2 == 0 ? "Road" : "Lane") + ",AA" + std::to_string(1 + m_home % 9) + ' ' +
                 std::to_string(1 + m_home / 9 % 9) + "AA\n";
        return id;
    }

    std::string m_csv = "id,title,given_name,middle_name,family_name,date_of_birth,phone,email,address,postcode\n";
    std::vector<std::pair<std::string, std::string>> m_pairs;
    int m_home = 0;
    int m_rows = 0;
};

constexpr Shares everything[] = {Shares::Home, Shares::Phone, Shares::Email, Shares::Both};

} // namespace

TEST_CASE("no telephone and no e-mail address makes one person of twins", "[matching][linkage][relatives]")
{
    const std::string born = "2011-03-14";
    const std::vector<std::pair<Entry, Entry>> twins{
        {{"Ella", born}, {"Ellie", born}},
        {{"Tom", born}, {"Tim", born}},
        {{"Eva", born}, {"Evie", born}},
        {{"Sophie", born}, {"Sophia", born}},
        {{"Emma", born}, {"Emily", born}},
        {{"Lily", born}, {"Lillie", born}},
        {{"Mary Ann", born}, {"Mary Jane", born}},
        {{"Mary", born, "Ann"}, {"Mary", born, "Jane"}},
        {{"Anne-Marie", born}, {"Anne-Louise", born}},
        {{"Mohammed Ali", born}, {"Mohammed Umar", born}},
        {{"Ellie", born}, {"Ellie-Mae", born}},
        {{"Twin 1", born}, {"Twin 2", born}},
    };
    Village village;
    for (const Shares shares : everything) {
        for (const auto &[one, other] : twins)
            (void)village.family(one, other, shares);
    }
    const auto probabilities = village.probabilities();
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        const auto &[one, other] = twins[i % twins.size()];
        INFO(one.given << " and " << other.given << ", sharing " << i / twins.size());
        CHECK(probabilities[i] < matchProbability);
    }
}

TEST_CASE("who gives the same telephone number is one person by a nickname, and by a slip of the pen",
          "[matching][linkage][relatives]")
{
    const std::string born = "1984-03-14";
    const std::vector<std::pair<Entry, Entry>> registeredTwice{
        {{"Katie", born}, {"Kate", born}},           {{"Harry", born}, {"Henry", born}},
        {{"Joseph", born}, {"Joe", born}},           {{"Katherine", born}, {"Kathrine", born}},
        {{"Robert", born}, {"Robret", born}},        {{"Mary Ann", born}, {"Mary Anne", born}},
        {{"Mary Ann", born}, {"Mary", born, "Ann"}}, {{"Xiao Yan", born}, {"Xiaoyan", born}},
        {{"Muhammad", born}, {"Mohammed", born}},
    };
    Village village;
    for (const auto &[one, other] : registeredTwice)
        (void)village.family(one, other, Shares::Phone);
    const auto probabilities = village.probabilities();
    for (std::size_t i = 0; i < probabilities.size(); ++i) {
        INFO(registeredTwice[i].first.given << " and " << registeredTwice[i].second.given);
        CHECK(probabilities[i] >= matchProbability);
    }
}

TEST_CASE("Senior and Junior are part of no name, and are two people", "[matching][linkage][relatives]")
{
    Village village;
    const auto apart = [&village](const Entry &one, const Entry &other) {
        return village.family(one, other, Shares::Email);
    };
    const std::vector<std::size_t> two{
        apart({"George", "1950-03-02", {}, {}, "Harkaway Snr"}, {"George", {}, {}, {}, "Harkaway Jnr"}),
        apart({"Walter Sr", "1950-03-02"}, {"Walter Jr", "1950-03-02"}),
        apart({"Walter", "1950-03-02", {}, "Mr Senior"}, {"Walter", "1950-03-02", {}, "Junior"}),
        apart({"Walter II", "1950-03-02"}, {"Walter III", "1950-03-02"}),
        apart({"Walter", "1950-03-02", {}, {}, "Ockenby"}, {"Walter", {}, {}, {}, "Ockenby II"}),
    };
    const std::size_t one = apart({"Walter Senior", "1950-03-02"}, {"Walter", "1950-03-02"});
    const auto probabilities = village.probabilities();
    for (const std::size_t each : two) {
        INFO(each);
        CHECK(probabilities[each] < matchProbability);
        CHECK(probabilities[each] > 0.5); // the names are seen to agree
    }
    CHECK(probabilities[one] >= matchProbability);
}

TEST_CASE("of one name and born sixty years apart is a grandchild, whatever they share",
          "[matching][linkage][relatives]")
{
    Village village;
    const std::size_t pair = village.family({"George", "1940-03-02"}, {"George", "2000-07-19"}, Shares::Both);
    const std::size_t slip = village.family({"George", "1934-03-02"}, {"George", "1994-03-02"}, Shares::Both);
    const auto probabilities = village.probabilities();
    CHECK(probabilities[pair] < matchProbability);
    CHECK(probabilities[slip] < matchProbability);
}

TEST_CASE("a couple's e-mail address does not stand for a date of birth", "[matching][linkage][relatives]")
{
    Village village;
    const std::size_t couple = village.family({"Chris", {}, {}, "Mr"}, {"Christine", {}, {}, "Mrs"}, Shares::Email);
    const std::size_t both = village.family({"Ella", "2011-03-14"}, {"Ellie", {}}, Shares::Both);
    const std::size_t one = village.family({"Christine", {}}, {"Christine", {}}, Shares::Email);
    const auto probabilities = village.probabilities();
    CHECK(probabilities[couple] < matchProbability);
    CHECK(probabilities[both] < matchProbability);
    CHECK(probabilities[one] >= matchProbability);
}

TEST_CASE("a file of nothing but twins does not teach that there are none", "[matching][linkage][relatives]")
{
    std::string csv = "id,given_name,family_name,date_of_birth,address,postcode,phone\n";
    for (int i = 0; i < 20; ++i) {
        const std::string home = ",Hark" + std::string(1, static_cast<char>('a' + i)) + "way,2011-03-" +
                                 std::to_string(10 + i % 18) + ',' + std::to_string(i + 1) + " Mill Lane,AA1 " +
                                 std::to_string(1 + i % 9) + "AA,07700900" + std::to_string(100 + i) + '\n';
        csv += 'a' + std::to_string(i) + ",Ella" + home;
        csv += 'b' + std::to_string(i) + ",Ellie" + home;
    }
    const auto tables = readLinkageTables({{u"twins"_s, csv}}, {}, 1);
    REQUIRE(tables);
    const auto links = findLinks(tables->records, {});
    REQUIRE(links);
    for (const LinkedPair &pair : *links)
        CHECK(pair.probability < matchProbability);
}
