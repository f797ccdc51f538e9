// SPDX-License-Identifier: MIT
#include "core/domain/person_from_json.h"

#include "core/domain/person_fields.h"
#include "tests/support/result_printing.h"

#include <QJsonDocument>

#include <random>

using namespace reeve;
using namespace reeve::domain;
using namespace Qt::Literals::StringLiterals;

namespace {

const PersonId someone = *PersonId::parse(u"01999999-0000-7000-8000-000000000001");

// As the centre writes it (spaces, the shorter names first), as Reeve does, and things neither of them writes.
const QList<QByteArray> texts = {
    R"({"roles": ["resident", "service_user", "resident"], "title": "Mrs", "is_demo": true, "known_as": "Llŷr 🙂",
        "nhs_number": "9990000018", "given_name": "Joan", "external_id": "EX0001234", "family_name": "O'Brien",
        "date_of_birth": "1942-06-21", "date_of_death": "~2025", "marital_status": "widowed",
        "contact/k2": {"kind": "email", "value": "joan@example.org", "normalised": "joan@example.org"},
        "contact/k1": {"kind": "phone", "value": "07700 900123", "preferred": true, "safe_to_leave_message": false,
                       "confirmed_at": "2026-11-22T15:42:00.000Z", "label": null},
        "address/k1": {"use": "home", "text": "1 Example Road", "postcode": "AA1 1AA", "uprn": 999000000001,
                       "from": "1999", "confirmed_at": "2026-11-22T15:42:00+01:00"},
        "former_name/k1": {"family_name": "Hayward"}, "payment/k1": {"scheme": "rent", "reference": "8001"},
        "reference/k1": {"system": "housing", "reference": "H/1"},
        "mark/k2": {"field": "contact", "value": "abcd", "kind": "confirmed", "at": "2026-11-22T15:42:00.000Z"},
        "mark/k1": {"field": "contact", "value": "abcd", "kind": "told", "source": "person", "channel": "phone",
                    "at": "2026-11-22T15:42:00.000Z", "agent": "asha.patel"},
        "relationship/k1": {"kind": "child", "other": "01999999-0000-7000-8000-000000000002", "authority": "deputy",
        "evidence_seen": "2026-11", "from": "2026", "until": "2027-01-31", "reach": "07700 900456"}})",
    R"({"family_name":"Jones","given_name":"Ann \"Annie\"","shoe_size":9,"address/k1":{"text":"x","floor":2}})",
    R"({"family_name":"Jones","family_name":"Smith","contact/k1":{"kind":"phone"},"contact/k1":{"kind":"email"}})",
    R"({"address/k1":{"uprn":1},"address/":{"uprn":1},"address/k2":{"uprn":1e3},"roles":[]})",
    R"({})",
    R"({"family_name":"Jones","mark/k1":{"field":"contact","kind":"sung","source":"a bird","weight":2}})",
};

QString shown(const Result<Person> &person)
{
    if (!person)
        return errorName(person.error().code);
    return QString::fromUtf8(QJsonDocument(toFields(*person)).toJson(QJsonDocument::Compact));
}

// What personFromJson() must always say.
Result<Person> theLongWay(const QByteArray &json)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorCode::InvalidInput);
    return personFromFields(someone, 7, document.object());
}

bool isSame(const QByteArray &json)
{
    const Result<Person> direct = personFromJson(someone, 7, json);
    const Result<Person> document = theLongWay(json);
    const bool same =
        direct ? document && *direct == *document : !document && direct.error().code == document.error().code;
    if (!same)
        UNSCOPED_INFO(json.toStdString() << "\n"
                                         << shown(direct).toStdString() << "\n"
                                         << shown(document).toStdString());
    return same;
}

} // namespace

TEST_CASE("a person read from JSON is the one a JSON document would give", "[domain][person]")
{
    for (const QByteArray &text : texts)
        CHECK(isSame(text));
    CHECK(personFromJson(someone, 7, texts[0])->contactPoints.at(1).key == u"k2"_s);
    CHECK(personFromJson(someone, 7, texts[1])->name.given == u"Ann \"Annie\""_s);
    CHECK(personFromJson(someone, 7, texts[1])->unknownFields.size() == 2);

    for (const char *broken :
         {"", "[]", "null", "{", "{}x", "{\"title\":}", "{\"title\":\"a\x01\"}", "{\"title\":\"\xc3\x28\"}",
          "{\"title\":\"\xed\xa0\x80\"}", "{\"title\":1}", "{\"is_demo\":\"true\"}", "{\"roles\":[\"king\"]}",
          "{\"roles\":\"resident\"}", "{\"address/k1\":[]}", "{\"address/k1\":{\"uprn\":01}}",
          "{\"address/k1\":{\"uprn\":9999999999999}}", "\xef\xbb\xbf{}"})
        CHECK(isSame(broken));
}

TEST_CASE("whatever the bytes are, both ways of reading a person say the same", "[domain][person]")
{
    std::mt19937 random(20261122); // the same texts in every run
    const auto below = [&random](qsizetype limit) {
        return limit == 0 ? qsizetype{0} : static_cast<qsizetype>(random() % static_cast<std::uint32_t>(limit));
    };
    const QByteArray signs("\"\\{}[]:,/ 0159.-eEtfn\x00\x7f\xc3\xa9\xf0\x80\n", 28);
    for (int round = 0; round < 6000; ++round) {
        QByteArray text = texts[below(texts.size())];
        for (qsizetype change = below(4); change >= 0; --change) {
            const qsizetype at = below(text.size());
            switch (below(4)) {
            case 0:
                text.insert(at, signs[below(signs.size())]);
                break;
            case 1:
                text.remove(at, below(5));
                break;
            case 2:
                text.insert(below(text.size()), text.mid(at, below(40)));
                break;
            default:
                if (!text.isEmpty())
                    text[at] = signs[below(signs.size())];
                break;
            }
        }
        if (!isSame(text)) {
            FAIL_CHECK("they differ");
            break;
        }
    }
}
