// SPDX-License-Identifier: MIT
#include "core/store/packed_json.h"

#include "core/domain/person_to_json.h"

#include <array>
#include <random>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using store::packJson;
using store::unpackJson;

namespace {

// As an import makes it.
domain::Person imported()
{
    domain::Person person;
    person.name = {u"Ms"_s, u"Joan"_s, u"Zoë"_s, u"Hayward"_s};
    person.externalId = u"C1"_s;
    person.dateOfBirth = *domain::PartialDate::parseIso(u"1979-06-21");
    domain::ContactPoint phone;
    phone.key = u"import-phone"_s;
    phone.kind = domain::ContactKind::Phone;
    phone.value = u"07700 900123"_s;
    phone.normalised = u"+447700900123"_s;
    domain::ContactPoint email;
    email.key = u"import-email"_s;
    email.kind = domain::ContactKind::Email;
    email.value = email.normalised = u"joan@example.org"_s;
    person.contactPoints = {phone, email};
    domain::Address home;
    home.key = u"import-home"_s;
    home.text = u"1 \"Meadow\" Close, Sample"_s;
    home.postcode = u"AA1 1AA"_s;
    home.uprn = 999000000001;
    person.addresses = {home};
    return person;
}

} // namespace

TEST_CASE("an imported person is packed to less than half, and comes back byte by byte", "[store][packed]")
{
    const QByteArray json = domain::personToJson(imported());
    const QByteArray packed = packJson(json);
    CHECK(packed.size() * 2 < json.size());
    CHECK(store::isPacked(packed));
    CHECK(unpackJson(packed) == json);
}

TEST_CASE("JSON packed in parts comes back as one", "[store][packed]")
{
    const QUuid id = QUuid::fromString(u"01942f0e-5b3c-7a11-8c22-0123456789ab"_s);
    std::string bytes = "what stands before";
    const std::size_t begin = bytes.size();
    store::JsonPacker packer(bytes);
    packer.add("{\"fields\":");
    packer.addPacked(packJson(domain::personToJson(imported())));
    packer.add(",\"id\":\"");
    packer.add(id);
    packer.add("\"}");
    const QByteArray whole =
        "{\"fields\":" + domain::personToJson(imported()) + ",\"id\":\"01942f0e-5b3c-7a11-8c22-0123456789ab\"}";
    CHECK(unpackJson(QByteArray::fromStdString(bytes).sliced(static_cast<qsizetype>(begin))) == whole);
}

// Rows are kept for years: these bytes are read for ever.
TEST_CASE("what was packed by the first version is read", "[store][packed]")
{
    const QByteArray packed("\x01{\x04"
                            "AA1 1AA\x05"
                            "1 Meadow Close\x06"
                            "999000000001,\x07\x09"
                            "7700900123\x0b"
                            "07700 900123\x0e"
                            "1979-06-21\x0f"
                            "C1\x10"
                            "Hayward\x11"
                            "Joan\x14"
                            "Ms\"}");
    const QByteArray json(
        R"({"address/import-home":{"postcode":"AA1 1AA","text":"1 Meadow Close","uprn":999000000001,"use":"home"},)"
        R"("contact/import-phone":{"kind":"phone","normalised":"+447700900123","value":"07700 900123"},)"
        R"("date_of_birth":"1979-06-21","external_id":"C1","family_name":"Hayward","given_name":"Joan","roles":[],)"
        R"("title":"Ms"})");
    CHECK(unpackJson(packed) == json);
    CHECK(packJson(json) == packed);

    const QByteArray all("\x01\x04\x05\x06\x07\x08\x09\x0a\x0b\x0c\x0d\x0e\x0f\x10\x11\x12\x13\x14\x15\x16\x17\x18\x19"
                         "\x1a\x1b\x1c\x1d\x1e\x1f\xf5\xf6\xf7\xf8\xf9\xfa\xfb\xfc\xfd\xfe\xff\x02\x01\x03"
                         "\x01\x94\x2f\x0e\x5b\x3c\x7a\x11\x8c\x22\x01\x23\x45\x67\x89\xab");
    const QByteArray texts(
        R"("address/import-home":{"postcode":"","text":"","uprn":"use":"home"},)"
        R"("contact/import-email":{"kind":"email","normalised":")"
        R"("contact/import-phone":{"kind":"phone","normalised":"+44)"
        R"("contact/import-mobile":{"kind":"phone","label":"mobile","normalised":"+44","value":")"
        R"("},"contact/import-phone":{"kind":"phone","normalised":"+44)"
        R"("},"contact/import-mobile":{"kind":"phone","label":"mobile","normalised":"+44"},"date_of_birth":")"
        R"(","external_id":"","family_name":"","given_name":"","known_as":"","middle_name":"","roles":[],"title":")"
        R"(","roles":[]"date_of_birth":""},"external_id":"","date_of_death":"","nhs_number":"","ni_number":")"
        R"(","preferred_language":""address/"contact/"},"contact/":{"kind":"phone","normalised":"+44)"
        R"(":{"kind":"email","normalised":"":{"postcode":""former_name/import-former":{"family_name":")"
        R"("},"given_name":"","marital_status":""contact_preference":""communication_needs":""},"family_name":")"
        R"(","use":"home"},"},"contact/import-email":{"kind":"email","normalised":"{"fields":)"
        "\x01"
        "01942f0e-5b3c-7a11-8c22-0123456789ab");
    CHECK(unpackJson(all) == texts);
}

TEST_CASE("JSON that was never packed is read as it stands", "[store][packed]")
{
    for (const QByteArray &plain : {QByteArray("{}"), QByteArray(), QByteArray(R"({"family_name": "Hayward"})")}) {
        CHECK_FALSE(store::isPacked(plain));
        CHECK(unpackJson(plain) == plain);
    }
}

TEST_CASE("whatever is packed comes back", "[store][packed]")
{
    const std::array<QByteArray, 12> pieces{R"({"address/import-home":{"postcode":")",
                                            R"("},"contact/)",
                                            "01942f0e-5b3c-7a11-8c22-0123456789ab",
                                            "01942F0E-5B3C-7A11-8C22-0123456789AB",
                                            "00000000-0000-0000-0000-000000000000",
                                            R"("address/)",
                                            R"(\"},\"date_of_birth\":\")",
                                            "\x01\x02\x03\x1f\xf5\xff",
                                            QByteArray("\0", 1),
                                            "Zoë",
                                            R"(","tex)",
                                            "\""};
    std::mt19937 random(20261123);
    for (int round = 0; round < 20'000; ++round) {
        QByteArray json;
        const auto count = random() % 8;
        for (unsigned i = 0; i < count; ++i) {
            if (random() % 3 == 0)
                json += static_cast<char>(random() % 256);
            else
                json += pieces[random() % pieces.size()];
        }
        const QByteArray packed = packJson(json);
        if (unpackJson(packed) != json)
            FAIL(json.toHex().toStdString());
    }
}
