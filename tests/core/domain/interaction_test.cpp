// SPDX-License-Identifier: MIT
#include "core/domain/interaction.h"

#include "tests/support/result_printing.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace reeve;
using namespace reeve::domain;
using namespace Qt::Literals::StringLiterals;

namespace {

template <typename T>
T id(int n)
{
    return *T::parse(u"01999999-0000-7000-8000-%1"_s.arg(n, 12, 10, QChar(u'0')));
}

Interaction call()
{
    const Instant start = fromMilliseconds(1'795'344'120'123);
    const Instant end = start + std::chrono::minutes(4);
    Interaction call;
    call.id = id<InteractionId>(1);
    call.person = id<PersonId>(2);
    call.callerNumber = u"07700 900123"_s;
    call.startedAt = start;
    call.endedAt = end;
    call.reasons = {u"lgsl:524"_s, u"local:general"_s};
    call.disposition = u"resolved"_s;
    call.parties = {{id<PartyId>(3), PartyRole::Subject, call.person, {}},
                    {id<PartyId>(4), PartyRole::Family, {}, u"Siân, a daughter"_s}};
    call.notes = {{id<NoteId>(5), u"Bin missed twice.\nمرحبا 🙂\ttab"_s, end}};
    call.specialCategory = {{id<RestrictedItemId>(6),
                             call.id,
                             call.person,
                             SpecialCategory::Health,
                             u"A9G"_s,
                             u"S1P6"_s,
                             {},
                             u"cannot lift the bin"_s,
                             end}};
    call.criminalOffence = {{id<RestrictedItemId>(7), call.id, {}, u"S1P18"_s, true, u"why"_s, u"threats"_s, end}};
    return call;
}

QString detailOf(QJsonObject json)
{
    const auto read = interactionFromJson(json);
    return read ? u"ok"_s : read.error().detail;
}

} // namespace

TEST_CASE("an interaction goes through JSON and back unchanged", "[domain][interaction]")
{
    const Interaction before = call();
    REQUIRE(validate(before));
    const QByteArray wire = QJsonDocument(toJson(before)).toJson();
    const auto after = interactionFromJson(QJsonDocument::fromJson(wire).object());
    REQUIRE(after);
    CHECK(*after == before);

    Interaction bare;
    bare.id = id<InteractionId>(1);
    bare.startedAt = before.startedAt;
    const auto again = interactionFromJson(toJson(bare));
    REQUIRE(again);
    CHECK(*again == bare);
    CHECK(toJson(bare).keys() == QStringList{u"interaction"_s});
}

TEST_CASE("hostile JSON is refused by name", "[domain][interaction]")
{
    const QJsonObject good = toJson(call());
    CHECK(detailOf({}) == u"interaction is missing"_s);
    CHECK(detailOf({{u"interaction"_s, u"x"_s}}) == u"interaction is not an object"_s);

    for (const char16_t *name : {u"id", u"channel", u"direction", u"started_at"}) {
        QJsonObject json = good;
        QJsonObject head = json.value(u"interaction"_s).toObject();
        head.remove(QString::fromUtf16(name));
        json.insert(u"interaction"_s, head);
        CHECK(detailOf(json) == u"interaction.%1 is missing"_s.arg(QString::fromUtf16(name)));
        head.insert(QString::fromUtf16(name), 7);
        json.insert(u"interaction"_s, head);
        CHECK(detailOf(json) == u"interaction.%1 is not text"_s.arg(QString::fromUtf16(name)));
        head.insert(QString::fromUtf16(name), u"secret"_s);
        json.insert(u"interaction"_s, head);
        const bool isTime = QStringView(name) == u"started_at";
        CHECK(detailOf(json).startsWith(u"interaction.%1 is %2"_s.arg(
            QString::fromUtf16(name), isTime ? u"no date and time"_s : u"not one of its values"_s)));
    }
    for (const char16_t *name : {u"parties", u"notes", u"special_category", u"criminal_offence"}) {
        QJsonObject json = good;
        json.insert(QString::fromUtf16(name), u"x"_s);
        CHECK(detailOf(json) == u"%1 is not a list"_s.arg(QString::fromUtf16(name)));
        json.insert(QString::fromUtf16(name), QJsonArray{1});
        CHECK(detailOf(json) == u"%1 is not a list of objects"_s.arg(QString::fromUtf16(name)));
        json.insert(QString::fromUtf16(name), QJsonArray{QJsonObject{}});
        CHECK(detailOf(json) == u"%1.id is missing"_s.arg(QString::fromUtf16(name)));
    }
}

TEST_CASE("an interaction that cannot be logged is refused", "[domain][interaction]")
{
    const auto outcome = [](auto change) {
        Interaction one = call();
        change(one);
        const auto result = validate(one);
        return result ? u"ok"_s : errorName(result.error().code) + u' ' + result.error().detail.section(u' ', 0, 0);
    };
    CHECK(outcome([](Interaction &i) { i.endedAt = i.startedAt; }) == u"ok"_s);
    CHECK(outcome([](Interaction &i) { i.endedAt.reset(); }) == u"ok"_s);
    CHECK(outcome([](Interaction &i) { i.endedAt = i.startedAt - std::chrono::milliseconds(1); }) ==
          u"InvalidInput ended_at"_s);
    CHECK(outcome([](Interaction &i) { i.startedAt -= std::chrono::years(10), i.endedAt = i.startedAt; }) == u"ok"_s);
    CHECK(outcome([](Interaction &i) { i.notes[0].text = QString(100'000, u'x'); }) == u"ok"_s);
    CHECK(outcome([](Interaction &i) { i.notes[0].text = QString(100'001, u'x'); }) == u"InvalidInput note"_s);
    CHECK(outcome([](Interaction &i) { i.notes[0].text = u"a\0b"_s; }) == u"InvalidInput note"_s);
    CHECK(outcome([](Interaction &i) { i.notes[0].text = u"a\u001bb"_s; }) == u"InvalidInput note"_s);
    CHECK(outcome([](Interaction &i) { i.reasons.assign(50, u"lgsl:1"_s); }) == u"ok"_s);
    CHECK(outcome([](Interaction &i) { i.reasons.assign(51, u"lgsl:1"_s); }) == u"InvalidInput more"_s);
    CHECK(outcome([](Interaction &i) { i.notes[0].text = u"4111 1111 1111 1111"_s; }) == u"CardNumber note"_s);
    CHECK(outcome([](Interaction &i) { i.specialCategory[0].detail = u"4111111111111111"_s; }) ==
          u"CardNumber special_category.detail"_s);
    CHECK(outcome([](Interaction &i) { i.criminalOffence[0].evidence = u"CVV: 123"_s; }) ==
          u"CardNumber criminal_offence.evidence"_s);
    CHECK(outcome([](Interaction &i) { i.parties[1].nameAsTold = u"4111111111111111"_s; }) ==
          u"CardNumber parties.name_as_told"_s);
    CHECK(outcome([](Interaction &i) { i.callerNumber = u"4111111111111111"_s; }) == u"CardNumber caller_number"_s);
}
