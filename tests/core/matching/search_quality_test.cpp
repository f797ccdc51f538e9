// SPDX-License-Identifier: MIT
// A floor under how many mistyped callers are found, among 20,000 made-up people. The figures at a million are in
// tests/bench/README.md.
#include "core/matching/search/search_index.h"
#include "core/matching/search/search_scratch.h"

#include <QFile>
#include <QSet>

#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;

namespace {

class Random final
{
public:
    explicit Random(quint32 seed) : m_engine(seed) {}
    int below(qsizetype count) { return static_cast<int>(m_engine() % static_cast<quint32>(count)); }
    // Small numbers are commoner, as with names.
    int skewed(qsizetype count) { return below(below(count) + 1); }

private:
    std::mt19937 m_engine;
};

QStringList namesOf(const QString &table)
{
    QStringList names;
    QFile file(u":/reeve/names/"_s + table + u".txt"_s);
    REQUIRE(file.open(QIODevice::ReadOnly));
    for (const QByteArray &line : file.readAll().split('\n')) {
        const QString name = QString::fromUtf8(line.left(line.indexOf(':')));
        if (!line.startsWith('#') && name.size() > 3)
            names << name;
    }
    return names;
}

QStringList madeUpFamilies(Random &random)
{
    static const QStringList begin = {u"har"_s, u"wil"_s, u"thorn"_s, u"bar"_s, u"kel"_s, u"mor"_s, u"as"_s, u"brad"_s};
    static const QStringList middle = {u"ing"_s, u"er"_s, u"en"_s, u"al"_s, u"ow"_s, u"is"_s, u""_s};
    static const QStringList end = {u"ton"_s, u"ley"_s, u"ford"_s, u"son"_s, u"worth"_s, u"by"_s, u"wick"_s, u"ham"_s};
    QStringList made = namesOf(u"family_spellings"_s);
    for (const QString &first : begin) {
        for (const QString &second : middle) {
            for (const QString &third : end)
                made << first + second + third;
        }
    }
    for (qsizetype i = made.size() - 1; i > 0; --i)
        made.swapItemsAt(i, random.below(i + 1));
    return made;
}

QString mistyped(QString word, Random &random)
{
    const int at = 1 + random.below(word.size() - 2);
    switch (random.below(3)) {
    case 0:
        word[at] = QChar(u'a' + random.below(26));
        break;
    case 1: {
        const QChar here = word[at];
        word[at] = word[at + 1];
        word[at + 1] = here;
        break;
    }
    default:
        word.remove(at, 1);
    }
    return word;
}

struct Crowd
{
    std::vector<domain::Person> people;
    std::vector<matching::SearchIndex::Part> parts;
};

Crowd crowdOf(int count, Random &random)
{
    const QStringList givens = namesOf(u"nicknames"_s);
    const QStringList families = madeUpFamilies(random);
    Crowd crowd;
    matching::SegmentBuilder builder;
    for (int i = 0; i < count; ++i) {
        domain::Person person;
        person.name.given = givens.at(random.skewed(givens.size()));
        person.name.family = families.at(random.skewed(families.size()));
        person.dateOfBirth =
            *domain::PartialDate::fromDate(QDate(1930 + random.below(80), 1 + random.below(12), 1 + random.below(28)));
        builder.add(static_cast<quint32>(i), matching::searchCard(person));
        crowd.people.push_back(person);
    }
    crowd.parts.push_back({builder.build(), nullptr, 0});
    return crowd;
}

} // namespace

TEST_CASE("of mistyped callers hardly any is missed", "[matching]")
{
    Random random(20261122);
    const Crowd crowd = crowdOf(20'000, random);
    const matching::SearchIndex index(crowd.parts);
    const auto variants = matching::NameVariants::builtIn();
    matching::SearchScratch scratch;
    const auto isFound = [&](const QString &query, quint32 number) {
        const auto hits = index.search(matching::readQuery(query, QDate(2026, 11, 22)), 10, variants, scratch);
        return std::any_of(hits.begin(), hits.end(), [&](const auto &hit) { return hit.number == number; });
    };

    QSet<QString> names;
    QSet<QString> shared;
    for (const domain::Person &person : crowd.people) {
        const QString name = person.name.given + u' ' + person.name.family;
        if (names.contains(name))
            shared.insert(name);
        names.insert(name);
    }

    constexpr int asked = 400;
    int withBirth = 0;
    int nameOnly = 0;
    int halfTyped = 0;
    for (int i = 0; i < asked; ++i) {
        quint32 number = 0;
        do {
            number = static_cast<quint32>(random.below(static_cast<qsizetype>(crowd.people.size())));
        } while (shared.contains(crowd.people[number].name.given + u' ' + crowd.people[number].name.family));
        const domain::Person &person = crowd.people[number];
        const QString given = mistyped(person.name.given, random);
        const QString family = mistyped(person.name.family, random);
        const auto &born = *person.dateOfBirth;
        withBirth +=
            isFound(u"%1 %2 %3/%4/%5"_s.arg(family, given).arg(born.day()).arg(born.month()).arg(born.year()), number);
        nameOnly += isFound(given + u' ' + family, number);
        halfTyped += isFound(person.name.given + u' ' + family.chopped(family.size() > 5 ? 2 : 0), number);
    }
    CHECK(withBirth >= asked * 99 / 100);
    CHECK(nameOnly >= asked * 97 / 100);
    CHECK(halfTyped >= asked * 97 / 100);
}

TEST_CASE("who is passed over would not have been among the first ten", "[matching]")
{
    Random random(20261123);
    const Crowd crowd = crowdOf(6'000, random);
    const matching::SearchIndex index(crowd.parts);
    const auto variants = matching::NameVariants::builtIn();
    matching::SearchScratch scratch;
    const auto scores = [&](const QString &query, std::size_t limit) {
        std::vector<double> found;
        for (const auto &hit : index.search(matching::readQuery(query, QDate(2026, 11, 23)), limit, variants, scratch))
            found.push_back(hit.score);
        found.resize(std::min<std::size_t>(found.size(), 10));
        return found;
    };
    for (int i = 0; i < 150; ++i) {
        const domain::Person &one = crowd.people[static_cast<std::size_t>(random.below(6'000))];
        const domain::Person &other = crowd.people[static_cast<std::size_t>(random.below(6'000))];
        const QString given = one.name.given;
        const QString family = one.name.family;
        const QString born = one.dateOfBirth->toIso();
        for (const QString &query :
             {given + u' ' + mistyped(family, random) + u' ' + born, mistyped(given, random) + u' ' + family,
              family.left(3), given.left(2) + u' ' + family.left(4), other.name.given + u' ' + family + u' ' + born,
              u"%1 %2 %3 %4"_s.arg(given, family, other.name.family, born.left(4))}) {
            INFO(query.toStdString());
            CHECK(scores(query, 10) == scores(query, crowd.people.size()));
        }
    }
}
