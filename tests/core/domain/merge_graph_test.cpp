// SPDX-License-Identifier: MIT
#include "core/domain/merged_fields.h"
#include "core/domain/person_fields.h"

#include "tests/support/random_merges.h"
#include "tests/support/result_printing.h"

#include <QJsonDocument>

#include <algorithm>
#include <random>

using namespace reeve;
using namespace reeve::domain;
using namespace reeve::test;
using namespace Qt::Literals::StringLiterals;

namespace {

PersonId person(int n)
{
    return *PersonId::parse(u"01999999-0000-7000-8000-%1"_s.arg(n, 12, 10, QChar(u'0')));
}

MergeEventId eventId(int n)
{
    return *MergeEventId::parse(u"01999999-1111-7000-8000-%1"_s.arg(n, 12, 10, QChar(u'0')));
}

MergeEvent merged(int id, qint64 order, int survivor, int absorbed, FieldChoices choices = {})
{
    MergeEvent event;
    event.id = eventId(id);
    event.order = order;
    event.at = fromMilliseconds(1'795'344'120'000);
    event.what = PersonMerge{person(survivor), person(absorbed), std::move(choices), {}, {}, {}, {}};
    return event;
}

MergeEvent undone(int id, qint64 order, const MergeEvent &merge)
{
    MergeEvent event = merge;
    event.id = eventId(id);
    event.order = order;
    const auto &pair = std::get<PersonMerge>(merge.what);
    event.what = PersonUnmerge{merge.id, pair.survivor, pair.absorbed};
    return event;
}

PersonId survivorOf(const MergeGraph &graph, int n)
{
    return graph.survivorOf(graph.recordsWith(person(n)), [](PersonId) { return true; });
}

QJsonObject shown(const MergeGraph &graph, int n, const Originals &all)
{
    const RecordSet records = graph.recordsWith(person(n));
    Originals own;
    for (const PersonId record : records)
        own.emplace(record, all.at(record));
    return foldFields(graph, graph.survivorOf(records, [](PersonId) { return true; }), own).fields;
}

} // namespace

TEST_CASE("old ids lead to the end of a chain, and to themselves once it is undone in any order", "[merge]")
{
    const MergeEvent first = merged(1, 1, 2, 1);
    const MergeEvent second = merged(2, 2, 3, 2);
    MergeGraph graph({first, second});
    CHECK(survivorOf(graph, 1) == person(3));
    CHECK(survivorOf(graph, 2) == person(3));

    SECTION("the first one first")
    {
        graph.add(undone(3, 3, first));
        CHECK(survivorOf(graph, 1) == person(1));
        CHECK(survivorOf(graph, 2) == person(3));
    }
    SECTION("the second one first")
    {
        graph.add(undone(3, 3, second));
        CHECK(survivorOf(graph, 1) == person(2));
        CHECK(survivorOf(graph, 3) == person(3));
    }
}

TEST_CASE("two desks that merged the same two in opposite directions agree on who is shown", "[merge]")
{
    const MergeEvent ours = merged(1, 1, 2, 1);
    const MergeEvent theirs = merged(2, 1, 1, 2);
    const MergeGraph here({ours, theirs});
    const MergeGraph there({theirs, ours});
    CHECK(survivorOf(here, 1) == survivorOf(there, 2));
    CHECK(survivorOf(here, 1) == survivorOf(here, 2));
}

TEST_CASE("merges in a ring on three desks that did not know of each other show one whole name, undone or not",
          "[merge]")
{
    const auto called = [](const QString &given, const QString &middle, const QString &family) {
        QJsonObject fields{{u"given_name"_s, given}, {u"family_name"_s, family}};
        if (!middle.isEmpty())
            fields.insert(u"middle_name"_s, middle);
        return fields;
    };
    const Originals all{{person(1), called(u"Joan"_s, u"Mary"_s, u"Hayward"_s)},
                        {person(2), called(u"Jane"_s, {}, u"O'Brien"_s)},
                        {person(3), called(u"Joan"_s, u"May"_s, u"Okafor"_s)},
                        {person(4), called(u"J"_s, {}, u"Okafor"_s)}};
    const auto mergedAlone = [&all](int id, qint64 order, int survivor, int absorbed) {
        const auto alone = [&all](int n) { return foldFields({}, person(n), {{person(n), all.at(person(n))}}); };
        const MergeSides sides{person(survivor), alone(survivor), person(absorbed), alone(absorbed)};
        return merged(id, order, survivor, absorbed, choicesOf(sides, {}));
    };
    std::vector<int> ids{1, 2, 3};
    do {
        INFO(ids[0] << ids[1] << ids[2]);
        const MergeEvent first = mergedAlone(ids[0], 1, 2, 1);
        const MergeEvent second = mergedAlone(ids[1], 1, 3, 2);
        const MergeEvent third = mergedAlone(ids[2], 1, 1, 3);
        MergeGraph graph({first, second, third});
        const PersonId survivor = survivorOf(graph, 1);
        QJsonObject name = shown(graph, 1, all);
        const QStringList fields = name.keys();
        for (const QString &field : fields) {
            if (field.contains(u'/')) // what is kept of the others
                name.remove(field);
        }
        QJsonObject own = all.at(survivor);
        if (!own.contains(u"middle_name"_s))
            own.insert(u"middle_name"_s, name.value(u"middle_name"_s)); // that of another is all there is
        CHECK(name == own);

        // What was merged besides is chosen as before.
        graph.add(mergedAlone(4, 2, 3, 4));
        CHECK(survivorOf(graph, 4) != person(4));
        CHECK(graph.recordsWith(person(4)).size() == 4);

        graph.add(undone(5, 3, second)); // a chain is left
        CHECK(survivorOf(graph, 1) == person(2));
    } while (std::next_permutation(ids.begin(), ids.end()));
}

TEST_CASE("two records that name each other as related are related to nobody as one, and again once they are two",
          "[merge]")
{
    const auto related = [](int other, const QString &kind) {
        return QJsonObject{{u"kind"_s, kind}, {u"other"_s, person(other).toString()}};
    };
    const Originals all{{person(1),
                         {{u"given_name"_s, u"Joan"_s},
                          {u"relationship/a"_s, related(2, u"partner"_s)},
                          {u"relationship/b"_s, related(3, u"child"_s)}}},
                        {person(2), {{u"given_name"_s, u"Joan"_s}, {u"relationship/a"_s, related(1, u"partner"_s)}}},
                        {person(3), {{u"given_name"_s, u"Ann"_s}}}};
    const MergeEvent merge = merged(1, 1, 1, 2);
    MergeGraph graph({merge});
    const QJsonObject both = shown(graph, 1, all);
    CHECK_FALSE(both.contains(u"relationship/a"_s));
    CHECK(both.contains(u"relationship/b"_s));
    for (auto it = both.constBegin(); it != both.constEnd(); ++it)
        CHECK((!it.key().startsWith(u"relationship/"_s) || it.key() == u"relationship/b"_s));
    graph.add(undone(2, 2, merge));
    CHECK(shown(graph, 1, all) == all.at(person(1)));
    CHECK(shown(graph, 2, all) == all.at(person(2)));
}

TEST_CASE("a field chosen differently by two desks that did not know of each other is told as contested", "[merge]")
{
    const MergeEvent ours = merged(1, 1, 2, 1, {{u"given_name"_s, {person(1), person(1)}}});
    const MergeEvent theirs = merged(2, 1, 2, 1, {{u"given_name"_s, {person(2), person(2)}}});
    const Originals originals{{person(1), {{u"given_name"_s, u"Joan"_s}}}, {person(2), {{u"given_name"_s, u"Jane"_s}}}};
    const MergedFields both = foldFields(MergeGraph({ours, theirs}), person(2), originals);
    CHECK(both.contested == QStringList{u"given_name"_s});
    CHECK(foldFields(MergeGraph({ours}), person(2), originals).contested.isEmpty());
}

TEST_CASE("what is shown of two records is the chosen values, all contact points once, and one home", "[merge]")
{
    const Originals originals{
        {person(1),
         {{u"given_name"_s, u"J"_s},
          {u"family_name"_s, u"Hayward"_s},
          {u"external_id"_s, u"R-1"_s},
          {u"contact/a"_s, QJsonObject{{u"kind"_s, u"phone"_s}, {u"value"_s, u"01632 960001"_s}}},
          {u"address/a"_s, QJsonObject{{u"use"_s, u"home"_s}, {u"text"_s, u"1 Example Road"_s}}}}},
        {person(2),
         {{u"given_name"_s, u"Joan"_s},
          {u"family_name"_s, u"Hayward"_s},
          {u"external_id"_s, u"R-2"_s},
          {u"date_of_birth"_s, u"1979-06-21"_s},
          {u"contact/b"_s, QJsonObject{{u"kind"_s, u"phone"_s}, {u"value"_s, u"01632 960001"_s}}},
          {u"contact/a"_s, QJsonObject{{u"kind"_s, u"phone"_s}, {u"value"_s, u"01632 960002"_s}}},
          {u"address/b"_s, QJsonObject{{u"use"_s, u"home"_s}, {u"text"_s, u"2 Example Road"_s}}}}}};
    const MergeGraph none;
    const MergeSides sides{person(1), foldFields(none, person(1), {*originals.begin()}), person(2),
                           foldFields(none, person(2), {*originals.rbegin()})};
    const MergeGraph graph({merged(1, 1, 1, 2, choicesOf(sides, {}))});
    const QJsonObject fields = foldFields(graph, person(1), originals).fields;

    CHECK(fields.value(u"given_name"_s) == u"Joan"_s); // says more than "J"
    CHECK(fields.value(u"date_of_birth"_s) == u"1979-06-21"_s);
    CHECK(fields.value(u"external_id"_s) == u"R-1"_s);
    CHECK(fields.value(u"reference/"_s + person(2).toString()).toObject().value(u"reference"_s) == u"R-2"_s);
    CHECK(fields.value(u"former_name/"_s + person(1).toString()).toObject().value(u"given_name"_s) == u"J"_s);
    CHECK(fields.contains(u"contact/a"_s));
    CHECK_FALSE(fields.contains(u"contact/b"_s)); // the same number
    CHECK(fields.contains(u"contact/a~"_s + person(2).toString()));
    CHECK(fields.value(u"address/a"_s).toObject().value(u"use"_s) == u"home"_s);
    CHECK(fields.value(u"address/b"_s).toObject().value(u"use"_s) == u"previous"_s);
    CHECK(personFromFields(person(1), 1, fields));
}

TEST_CASE("two records with one and the same home show it once, and not as a previous one too", "[merge]")
{
    const auto home = [](const QString &text, qint64 uprn = 0) {
        QJsonObject address{{u"use"_s, u"home"_s}, {u"text"_s, text}, {u"postcode"_s, u"AA1 1AA"_s}};
        if (uprn > 0)
            address.insert(u"uprn"_s, uprn);
        return address;
    };
    const auto shown = [](const QJsonObject &ours, const QJsonObject &theirs) {
        const Originals originals{{person(1), {{u"given_name"_s, u"Joan"_s}, {u"address/a"_s, ours}}},
                                  {person(2), {{u"given_name"_s, u"Joan"_s}, {u"address/b"_s, theirs}}}};
        const MergeGraph none;
        const MergeSides sides{person(1), foldFields(none, person(1), {*originals.begin()}), person(2),
                               foldFields(none, person(2), {*originals.rbegin()})};
        const MergeGraph graph({merged(1, 1, 1, 2, choicesOf(sides, {}))});
        QStringList addresses;
        const QJsonObject fields = foldFields(graph, person(1), originals).fields;
        for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
            const QString field = it.key();
            if (field.startsWith(u"address/"_s))
                addresses << field + u' ' + it.value().toObject().value(u"use"_s).toString();
        }
        return addresses;
    };
    const QString road = u"1 Example Road"_s;
    CHECK(shown(home(road), home(road)) == QStringList{u"address/a home"_s});
    CHECK(shown(home(road), home(u"1, EXAMPLE ROAD"_s)) == QStringList{u"address/a home"_s});
    CHECK(shown(home(road, 100), home(u"Flat at 1 Example Road"_s, 100)) == QStringList{u"address/a home"_s});
    CHECK(shown(home(road, 100), home(road)) == QStringList{u"address/a home"_s});
    CHECK(shown(home(road), home(road, 100)) == QStringList{u"address/b home"_s}); // the one that says more
    CHECK(shown(home(road, 100), home(road, 101)) == QStringList{u"address/a home"_s, u"address/b previous"_s});
    CHECK(shown(home(road), home(u"2 Example Road"_s)) == QStringList{u"address/a home"_s, u"address/b previous"_s});
}

TEST_CASE("a pair that was decided is known again until a compared field changes", "[merge]")
{
    const QJsonObject joan{{u"given_name"_s, u"Joan"_s}, {u"communication_needs"_s, u"large print"_s}};
    const QJsonObject jane{{u"given_name"_s, u"Jane"_s}};
    const QByteArray known = comparedFingerprint(person(1), joan, person(2), jane);
    CHECK(comparedFingerprint(person(2), jane, person(1), joan) == known);
    CHECK(comparedFingerprint(person(1), {{u"given_name"_s, u"Joan"_s}}, person(2), jane) == known);
    CHECK(comparedFingerprint(person(1), {{u"given_name"_s, u"Joanna"_s}}, person(2), jane) != known);
}

TEST_CASE("another way of writing a value is no change of it, and what was decided before that counted so still holds",
          "[merge]")
{
    const auto told = [](const QString &family, const QString &phone, const QString &road) {
        return QJsonObject{
            {u"family_name"_s, family},
            {u"contact/one"_s,
             QJsonObject{{u"kind"_s, u"phone"_s}, {u"normalised"_s, u"+447700900002"_s}, {u"value"_s, phone}}},
            {u"address/home"_s, QJsonObject{{u"text"_s, road}, {u"postcode"_s, u"AA1 1AA"_s}, {u"use"_s, u"home"_s}}}};
    };
    const QJsonObject jane{{u"given_name"_s, u"Jane"_s}};
    const auto known = [&](const QJsonObject &fields) {
        return comparedFingerprint(person(1), fields, person(2), jane);
    };
    const QJsonObject joan = told(u"Hesketh"_s, u"07700 900002"_s, u"1/2 Mill Lane"_s);
    CHECK(known(told(u"HESKETH"_s, u"+44 7700 900002"_s, u"1/2, MILL  LANE"_s)) == known(joan));
    QJsonObject twice = joan;
    twice.insert(u"contact/two"_s, joan.value(u"contact/one"_s));
    CHECK(known(twice) == known(joan));
    CHECK(known(told(u"Hesketh"_s, u"07700 900002"_s, u"12 Mill Lane"_s)) != known(joan));

    const auto ofBefore = QByteArray::fromHex("f524fe02d955a930ab0f2abd70422ce7a4bfd995e91ab010193828ed016fba95");
    CHECK(isComparedFingerprint(ofBefore, person(2), jane, person(1), joan));
    CHECK_FALSE(isComparedFingerprint(ofBefore, person(2), jane, person(1), twice));
    CHECK(isComparedFingerprint(known(joan), person(1), twice, person(2), jane));
}

TEST_CASE("an event reads back as it was written, and a hostile one is refused", "[merge]")
{
    MergeEvent event = merged(1, 7, 1, 2, {{u"given_name"_s, {person(2), person(2)}}});
    event.agent = u"asha.patel"_s;
    event.reason = u"same phone, told so on the call"_s;
    const auto read = mergeEventFromJson(toJson(event));
    REQUIRE(read);
    CHECK(*read == event);

    QJsonObject json = toJson(event);
    const auto refuses = [&json](const QString &member, const QJsonValue &value) {
        QJsonObject wrong = json;
        wrong.insert(member, value);
        return !mergeEventFromJson(wrong);
    };
    CHECK(refuses(u"absorbed"_s, person(1).toString()));
    CHECK(refuses(u"order"_s, 0));
    CHECK(refuses(u"order"_s, 1e300));
    CHECK(refuses(u"choices"_s, QJsonObject{{u"given_name"_s, u"x"_s}}));
    CHECK(refuses(u"kind"_s, u"people_split"_s));
    CHECK(refuses(u"reason"_s, u"a\nb"_s));
}

// A short share; REEVE_MERGE_RUNS=10000 [REEVE_MERGE_SEED=…] for all of it.
TEST_CASE("tangles of merges show the same in any order, and nothing of it once all is undone", "[merge]")
{
    const int runs = std::max(2000, qEnvironmentVariableIntValue("REEVE_MERGE_RUNS"));
    const quint64 seed = qEnvironmentVariable("REEVE_MERGE_SEED", u"20261122"_s).toULongLong();
    INFO("seed " << seed);
    std::mt19937_64 shuffle(seed);
    Dice dice(seed);
    for (int run = 0; run < runs; ++run) {
        INFO("run " << run);
        constexpr int people = 5;
        Originals originals;
        for (int n = 1; n <= people; ++n)
            originals.emplace(person(n), randomPerson(dice));
        std::vector<MergeEvent> events;
        for (int n = 1; n <= 8; ++n) {
            const int survivor = 1 + dice.below(people);
            const int absorbed = 1 + (survivor + dice.below(people - 1)) % people;
            const qint64 order = 1 + dice.below(6); // desks that did not know of each other
            const auto [field, value] = randomField(dice);
            const PersonId source = person(1 + dice.below(people));
            if (dice.isOneIn(4)) {
                MergeEvent chosen = merged(n, order, survivor, absorbed);
                chosen.what = FieldsChosen{person(survivor), {{field, {source, source}}}};
                events.push_back(chosen);
            } else if (dice.isOneIn(4) && !events.empty() && std::holds_alternative<PersonMerge>(events.front().what)) {
                events.push_back(undone(n, order, events.front()));
            } else {
                events.push_back(merged(n, order, survivor, absorbed, {{field, {source, person(survivor)}}}));
            }
        }
        std::vector<MergeEvent> later = events;
        std::ranges::shuffle(later, shuffle);
        later.push_back(later.front());
        const MergeGraph here(events);
        MergeGraph there(later);
        for (int n = 1; n <= people; ++n) {
            REQUIRE(survivorOf(here, n) == survivorOf(there, n));
            REQUIRE(shown(here, n, originals) == shown(there, n, originals));
        }

        std::ranges::shuffle(events, shuffle);
        int id = 100;
        for (const MergeEvent &event : events) {
            if (std::holds_alternative<PersonMerge>(event.what))
                there.add(undone(++id, 50, event));
        }
        for (int n = 1; n <= people; ++n) {
            REQUIRE(survivorOf(there, n) == person(n));
            REQUIRE(QJsonDocument(shown(there, n, originals)).toJson() ==
                    QJsonDocument(originals.at(person(n))).toJson());
        }
    }
}
