// SPDX-License-Identifier: MIT
#include "core/store/packed_json.h"

#include <algorithm>
#include <array>
#include <cstring>
#include <string_view>
#include <vector>

namespace reeve::store {

namespace {

// Bytes that no JSON text holds as they are: control characters, and what is never in UTF-8.
constexpr char mark = 0x01;
constexpr char asItIs = 0x02; // before a byte that stands for itself after all
constexpr char uuid = 0x03;   // before the 16 bytes of an id
constexpr qsizetype uuidBytes = 16;
constexpr qsizetype uuidLetters = 36;

struct Fragment
{
    char code;
    std::string_view text;
};
// As personToJson() writes an imported person, and PersonLoader what it tells the centre. Never changed.
constexpr std::array fragments = {
    Fragment{'\x04', R"("address/import-home":{"postcode":")"},
    Fragment{'\x05', R"(","text":")"},
    Fragment{'\x06', R"(","uprn":)"},
    Fragment{'\x07', R"("use":"home"},)"},
    Fragment{'\x08', R"("contact/import-email":{"kind":"email","normalised":")"},
    Fragment{'\x09', R"("contact/import-phone":{"kind":"phone","normalised":"+44)"},
    Fragment{'\x0a', R"("contact/import-mobile":{"kind":"phone","label":"mobile","normalised":"+44)"},
    Fragment{'\x0b', R"(","value":")"},
    Fragment{'\x0c', R"("},"contact/import-phone":{"kind":"phone","normalised":"+44)"},
    Fragment{'\x0d', R"("},"contact/import-mobile":{"kind":"phone","label":"mobile","normalised":"+44)"},
    Fragment{'\x0e', R"("},"date_of_birth":")"},
    Fragment{'\x0f', R"(","external_id":")"},
    Fragment{'\x10', R"(","family_name":")"},
    Fragment{'\x11', R"(","given_name":")"},
    Fragment{'\x12', R"(","known_as":")"},
    Fragment{'\x13', R"(","middle_name":")"},
    Fragment{'\x14', R"(","roles":[],"title":")"},
    Fragment{'\x15', R"(","roles":[])"},
    Fragment{'\x16', R"("date_of_birth":")"},
    Fragment{'\x17', R"("},"external_id":")"},
    Fragment{'\x18', R"(","date_of_death":")"},
    Fragment{'\x19', R"(","nhs_number":")"},
    Fragment{'\x1a', R"(","ni_number":")"},
    Fragment{'\x1b', R"(","preferred_language":")"},
    Fragment{'\x1c', R"("address/)"},
    Fragment{'\x1d', R"("contact/)"},
    Fragment{'\x1e', R"("},"contact/)"},
    Fragment{'\x1f', R"(":{"kind":"phone","normalised":"+44)"},
    Fragment{'\xf5', R"(":{"kind":"email","normalised":")"},
    Fragment{'\xf6', R"(":{"postcode":")"},
    Fragment{'\xf7', R"("former_name/import-former":{"family_name":")"},
    Fragment{'\xf8', R"("},"given_name":")"},
    Fragment{'\xf9', R"(","marital_status":")"},
    Fragment{'\xfa', R"("contact_preference":")"},
    Fragment{'\xfb', R"("communication_needs":")"},
    Fragment{'\xfc', R"("},"family_name":")"},
    Fragment{'\xfd', R"(","use":"home"},)"},
    Fragment{'\xfe', R"("},"contact/import-email":{"kind":"email","normalised":")"},
    Fragment{'\xff', R"({"fields":)"},
};

constexpr std::size_t place(char byte)
{
    return static_cast<unsigned char>(byte);
}

constexpr std::array<std::string_view, 256> textOf = [] {
    std::array<std::string_view, 256> texts{};
    for (const Fragment &fragment : fragments)
        texts[place(fragment.code)] = fragment.text;
    return texts;
}();

constexpr bool standsForItself(char byte)
{
    return place(byte) >= 0x20 && place(byte) < 0xf5;
}

// The fragments by the four bytes they begin with, the longest first.
class Beginnings final
{
public:
    Beginnings()
    {
        for (const Fragment &fragment : fragments) {
            auto &place = m_places[placeOf(fragment.text.data())];
            place.push_back(&fragment);
            std::sort(place.begin(), place.end(),
                      [](const Fragment *a, const Fragment *b) { return a->text.size() > b->text.size(); });
        }
    }

    [[nodiscard]] const Fragment *find(std::string_view json) const
    {
        if (json.size() < letters)
            return nullptr;
        for (const Fragment *fragment : m_places[placeOf(json.data())]) {
            if (json.starts_with(fragment->text))
                return fragment;
        }
        return nullptr;
    }

private:
    static constexpr std::size_t letters = 4;
    static constexpr int placeBits = 8;

    static std::size_t placeOf(const char *text)
    {
        quint32 beginning = 0;
        std::memcpy(&beginning, text, letters);
        return (beginning * 0x9E3779B1U) >> (32 - placeBits);
    }

    std::array<std::vector<const Fragment *>, std::size_t{1} << placeBits> m_places;
};

// A UUID as it is always written, in small letters; null for anything else.
QUuid uuidAt(std::string_view json)
{
    if (json.size() < std::size_t{uuidLetters} || json[8] != '-' || json[13] != '-' || json[18] != '-' ||
        json[23] != '-')
        return {};
    const QLatin1StringView text(json.data(), uuidLetters);
    const QUuid id = QUuid::fromString(text);
    return id.toByteArray(QUuid::WithoutBraces) == QByteArrayView(json.data(), uuidLetters) ? id : QUuid();
}

} // namespace

JsonPacker::JsonPacker(std::string &onto) : m_packed(onto)
{
    m_packed += mark;
}

void JsonPacker::add(QByteArrayView json)
{
    static const Beginnings beginnings;
    std::string_view rest(json.data(), static_cast<std::size_t>(json.size()));
    bool mayBegin = true; // a fragment begins with a quote, or with the whole
    while (!rest.empty()) {
        if (mayBegin || rest.front() == '"') {
            if (const Fragment *fragment = beginnings.find(rest)) {
                m_packed += fragment->code;
                rest.remove_prefix(fragment->text.size());
                if (const QUuid id = uuidAt(rest); !id.isNull()) {
                    add(id);
                    rest.remove_prefix(std::size_t{uuidLetters});
                }
                mayBegin = false;
                continue;
            }
        }
        mayBegin = false;
        std::size_t plain = 0;
        do {
            if (!standsForItself(rest[plain]))
                break;
            ++plain;
        } while (plain < rest.size() && rest[plain] != '"');
        if (plain == 0) {
            m_packed += asItIs;
            plain = 1;
        }
        m_packed.append(rest, 0, plain);
        rest.remove_prefix(plain);
    }
}

void JsonPacker::add(const QUuid &id)
{
    m_packed += uuid;
    m_packed += id.toRfc4122().toStdString();
}

void JsonPacker::addPacked(QByteArrayView packed)
{
    m_packed.append(packed.data() + 1, static_cast<std::size_t>(packed.size()) - 1);
}

QByteArray packJson(QByteArrayView json)
{
    std::string packed;
    packed.reserve(static_cast<std::size_t>(json.size()) / 2);
    JsonPacker(packed).add(json);
    return QByteArray::fromStdString(packed);
}

bool isPacked(QByteArrayView stored) noexcept
{
    return !stored.isEmpty() && stored.front() == mark;
}

QByteArray unpackJson(QByteArrayView stored)
{
    if (!isPacked(stored))
        return stored.toByteArray();
    std::string json;
    json.reserve(static_cast<std::size_t>(stored.size()) * 4);
    const auto *at = stored.cbegin() + 1;
    while (at != stored.cend()) {
        const auto *const plain = std::find_if_not(at, stored.cend(), standsForItself);
        json.append(at, plain);
        at = plain;
        if (at == stored.cend())
            break;
        const char code = *at++;
        if (code == asItIs && at != stored.cend()) {
            json += *at++;
        } else if (code == uuid && stored.cend() - at >= uuidBytes) {
            const QUuid id = QUuid::fromRfc4122({at, uuidBytes});
            json += id.toByteArray(QUuid::WithoutBraces).toStdString();
            at += uuidBytes;
        } else {
            json += textOf[place(code)];
        }
    }
    return QByteArray::fromStdString(json);
}

} // namespace reeve::store
