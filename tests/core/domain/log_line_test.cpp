// SPDX-License-Identifier: MIT
#include "core/domain/log_line.h"

#include "tests/support/result_printing.h"
#include "tests/support/test_clock.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace reeve;
using namespace reeve::domain;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject example()
{
    return QJsonDocument::fromJson(R"({"person":"01999999-0000-7000-8000-000000000001","channel":"phone",
        "direction":"inbound","started_at":"2026-11-22T10:42:00Z","ended_at":"2026-11-22T10:47:30+00:00",
        "reasons":["lgsl:57"],"note":"Asked about a discount.","special_category":[{"category":"health",
        "condition":"A9B","schedule1":"S1P1","detail":"severe mental impairment, certificate seen"}],
        "disposition":"resolved"})")
        .object();
}

Result<Interaction> read(const QByteArray &line)
{
    static const test::TestClock clock;
    IdSource ids(clock, 1);
    auto one = parseLogLine(line, ids, clock.now());
    if (!one)
        return fail(one);
    return std::move(one->interaction);
}

Result<Interaction> read(const QJsonObject &object)
{
    return read(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject with(const QString &name, const QJsonValue &value)
{
    QJsonObject object = example();
    object.insert(name, value);
    return object;
}

QString faultOf(const QJsonObject &object)
{
    const auto result = read(object);
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::InvalidInput);
    return result.error().detail;
}

} // namespace

TEST_CASE("the line of the manual is read whole", "[domain][log]")
{
    const auto call = read(example());
    REQUIRE(call);
    CHECK_FALSE(call->id.isNull());
    CHECK(call->person->toString() == u"01999999-0000-7000-8000-000000000001"_s);
    CHECK(call->reasons == std::vector<ReasonCode>{u"lgsl:57"_s});
    REQUIRE(call->notes.size() == 1);
    CHECK(call->notes[0].text == u"Asked about a discount."_s);
    REQUIRE(call->specialCategory.size() == 1);
    CHECK(call->specialCategory[0].condition == u"A9B"_s);
    CHECK(call->specialCategory[0].schedule1 == u"S1P1"_s);
    CHECK(call->specialCategory[0].interaction == call->id);
    CHECK(call->specialCategory[0].person == call->person);
    CHECK(*call->endedAt - call->startedAt == std::chrono::seconds(330));
    CHECK(call->disposition == u"resolved"_s);
}

TEST_CASE("a line with an id reads the same each time, one without gets new ids", "[domain][log]")
{
    test::TestClock clock;
    IdSource ids(clock);
    const QByteArray named =
        QJsonDocument(with(u"id"_s, u"01999999-0000-7000-8000-0000000000aa"_s)).toJson(QJsonDocument::Compact);
    const auto first = parseLogLine(named, ids, clock.now());
    clock.advance(std::chrono::hours(1));
    const auto second = parseLogLine(named, ids, clock.now());
    REQUIRE(first);
    CHECK(first->interaction == second->interaction);
    CHECK(first->interaction.notes[0].id.uuid() != first->interaction.specialCategory[0].id.uuid());

    const QByteArray bare = QJsonDocument(example()).toJson(QJsonDocument::Compact);
    CHECK(parseLogLine(bare, ids, clock.now())->interaction.id != parseLogLine(bare, ids, clock.now())->interaction.id);
}

TEST_CASE("anonymous callers, other reasons and restricted items are read", "[domain][log]")
{
    QJsonObject object = with(u"person"_s, QJsonValue::Null);
    object.insert(u"reasons"_s, QJsonArray{u"local:blank_call"_s, u"lgsl:99999"_s, u"lgsl:99999"_s});
    object.insert(u"special_category"_s, QJsonArray{});
    object.insert(u"criminal_offence"_s,
                  QJsonArray{QJsonObject{{u"official_authority"_s, true}, {u"detail"_s, u"threats"_s}}});
    object.insert(u"caller_number"_s, u"07700 900123"_s);
    object.remove(u"note"_s);
    const auto call = read(object);
    REQUIRE(call);
    CHECK_FALSE(call->person);
    CHECK(call->reasons.size() == 2);
    CHECK(call->notes.empty());
    REQUIRE(call->criminalOffence.size() == 1);
    CHECK(call->criminalOffence[0].officialAuthority);

    object.insert(u"started_at"_s, u"2016-01-01T00:00:00Z"_s);
    object.insert(u"ended_at"_s, u"2016-01-01T00:01:00Z"_s);
    CHECK(read(object));
    object.insert(u"started_at"_s, u"2036-01-01T00:00:00Z"_s);
    object.insert(u"ended_at"_s, u"2036-01-01T00:01:00Z"_s);
    CHECK(read(object));
}

TEST_CASE("unknown, missing and misshapen fields of a line are named", "[domain][log]")
{
    CHECK(faultOf(with(u"colour"_s, u"red"_s)) == u"unknown field colour"_s);
    CHECK(
        faultOf(with(u"special_category"_s, QJsonArray{QJsonObject{{u"category"_s, u"health"_s}, {u"colour"_s, 1}}})) ==
        u"unknown field special_category.colour"_s);
    CHECK(faultOf(with(u"criminal_offence"_s, QJsonArray{QJsonObject{{u"condition"_s, u"A9G"_s}}})) ==
          u"unknown field criminal_offence.condition"_s);

    for (const char16_t *name : {u"channel", u"direction", u"started_at", u"ended_at", u"reasons", u"disposition"}) {
        QJsonObject object = example();
        object.remove(QString::fromUtf16(name));
        CHECK(faultOf(object) == QString::fromUtf16(name) + u" is missing"_s);
        object.insert(QString::fromUtf16(name), true);
        CHECK(faultOf(object).startsWith(QString::fromUtf16(name) + u" is not"_s));
    }
    CHECK(faultOf(with(u"person"_s, 12)).startsWith(u"person is not"));
    CHECK(faultOf(with(u"person"_s, u"secret"_s)) == u"person is no id (a UUID)"_s);
    CHECK(faultOf(with(u"channel"_s, u"carrier pigeon"_s)) ==
          u"channel is not one of its values: phone, email, face_to_face, web, letter, telecare"_s);
    for (const char16_t *channel : {u"phone", u"email", u"face_to_face", u"web", u"letter", u"telecare"})
        CHECK(read(with(u"channel"_s, QString::fromUtf16(channel))));
    CHECK(faultOf(with(u"direction"_s, u"up"_s)) == u"direction is not one of its values: inbound, outbound"_s);
    CHECK(faultOf(with(u"disposition"_s, u"Done!"_s)).startsWith(u"disposition"));
    CHECK(faultOf(with(u"disposition"_s, u""_s)).startsWith(u"disposition"));
    CHECK(faultOf(with(u"started_at"_s, u"2026-02-31T10:00:00Z"_s)).startsWith(u"started_at is no date"));
    CHECK(faultOf(with(u"ended_at"_s, u"2026-11-22T10:41:59Z"_s)).startsWith(u"ended_at is before"));
    CHECK(faultOf(with(u"note"_s, 7)) == u"note is not text"_s);
    CHECK(faultOf(with(u"note"_s, u"a\0b"_s)).startsWith(u"note"));
    CHECK(faultOf(with(u"note"_s, QString(QChar(0xd800)))).startsWith(u"note"));
    for (const char16_t *reason : {u"", u"57", u"lgsl:", u"lgsl:5a", u"local:", u"local:a b", u"other:1"})
        CHECK(faultOf(with(u"reasons"_s, QJsonArray{QString::fromUtf16(reason)})).startsWith(u"reasons"));
    CHECK(faultOf(with(u"special_category"_s, u"health"_s)) == u"special_category is not a list"_s);

    const QJsonObject item{
        {u"category"_s, u"health"_s}, {u"condition"_s, u"A9G"_s}, {u"schedule1"_s, u"S1P6"_s}, {u"detail"_s, u"x"_s}};
    const auto itemFault = [&](const QString &name, const QJsonValue &value) {
        QJsonObject changed = item;
        changed.insert(name, value);
        return faultOf(with(u"special_category"_s, QJsonArray{changed}));
    };
    CHECK(itemFault(u"category"_s, u"secret"_s) == u"special_category.category is not one of its values"_s);
    CHECK(itemFault(u"condition"_s, u"A9Z"_s) == u"special_category.condition is not one of its values"_s);
    CHECK(itemFault(u"schedule1"_s, u"S1P99x"_s) == u"special_category.schedule1 is not one of its values"_s);
    CHECK(itemFault(u"detail"_s, 1) == u"special_category.detail is not text"_s);
}

TEST_CASE("broken lines are refused, whatever is in them", "[domain][log]")
{
    const QByteArray good = QJsonDocument(example()).toJson(QJsonDocument::Compact);
    REQUIRE(read(good));
    for (qsizetype i = 0; i < good.size(); ++i) {
        CHECK_FALSE(read(good.first(i)));
        QByteArray broken = good;
        broken[i] = '\xff';
        CHECK_FALSE(read(broken));
        broken[i] = '\0';
        CHECK_FALSE(read(broken));
    }
    for (const char *line : {"", "null", "[]", "7", "\"x\"", "{}", "{", "{\"a\":}", "\xef\xbb\xbf", "not json"})
        CHECK_FALSE(read(QByteArray(line)));
    CHECK_FALSE(read(QByteArray(100'000, '[')));
}

TEST_CASE("card data in any text of a line is masked, and the line says so", "[domain][log]")
{
    test::TestClock clock;
    IdSource ids(clock);
    QJsonObject object = with(u"note"_s, u"paid with 4111 1111 1111 1111"_s);
    const auto line = parseLogLine(QJsonDocument(object).toJson(), ids, clock.now());
    REQUIRE(line);
    CHECK(line->isMasked);
    CHECK(line->interaction.notes[0].text.startsWith(u"paid with "));
    CHECK_FALSE(line->interaction.notes[0].text.contains(u"4111"));
    CHECK(validate(line->interaction));

    object = with(u"special_category"_s, QJsonArray{QJsonObject{{u"category"_s, u"health"_s},
                                                                {u"condition"_s, u"A9B"_s},
                                                                {u"schedule1"_s, u"S1P1"_s},
                                                                {u"detail"_s, u"card 4111 1111 1111 1111"_s}}});
    const auto detail = parseLogLine(QJsonDocument(object).toJson(), ids, clock.now());
    REQUIRE(detail);
    CHECK(detail->isMasked);
    CHECK_FALSE(detail->interaction.specialCategory[0].detail.contains(u"4111"));

    CHECK_FALSE(parseLogLine(QJsonDocument(example()).toJson(), ids, clock.now())->isMasked);
}

TEST_CASE("a field that a line has twice is named, however it is written", "[domain][log]")
{
    const QByteArray good = QJsonDocument(example()).toJson(QJsonDocument::Compact);
    for (const QByteArray &twice : {QByteArray(R"("channel":"email",)"), QByteArray(R"("ch\u0061nnel" : "email",)")}) {
        const auto line = read(QByteArray(good).insert(1, twice));
        REQUIRE_FALSE(line);
        CHECK(line.error().detail == u"channel is there twice"_s);
    }
    const auto nested =
        read(QByteArray(good).replace(R"("condition":"A9B")", R"("condition":"A9B","condition":"A9G")"));
    REQUIRE_FALSE(nested);
    CHECK(nested.error().detail == u"condition is there twice"_s);
    // The same name in two objects, or as a value, is not twice.
    CHECK(read(with(u"note"_s, u"note"_s)));
    CHECK(read(with(u"note"_s, u"\"note\": {\"note\": 1}"_s)));
}
