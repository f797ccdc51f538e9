// SPDX-License-Identifier: MIT
#include "core/domain/person_to_json.h"

#include "core/domain/person_fields.h"

#include <QJsonDocument>

#include <algorithm>

namespace reeve::domain {

namespace {

// Whatever the writer below does not know is left to Qt.
bool isPlain(const Person &person)
{
    const auto isConfirmed = [](const auto &part) { return part.confirmedAt.has_value(); };
    return person.relationships.empty() && person.paymentReferences.empty() && person.externalReferences.empty() &&
           person.marks.empty() && person.unknownFields.isEmpty() &&
           std::none_of(person.contactPoints.cbegin(), person.contactPoints.cend(), isConfirmed) &&
           std::none_of(person.addresses.cbegin(), person.addresses.cend(), isConfirmed);
}

// The parts by key, as a JSON object sorts them. Null when a key comes twice.
template <typename Part>
std::optional<std::vector<const Part *>> sorted(const std::vector<Part> &parts)
{
    std::vector<const Part *> order;
    order.reserve(parts.size());
    for (const Part &part : parts)
        order.push_back(&part);
    std::sort(order.begin(), order.end(), [](const Part *a, const Part *b) { return a->key < b->key; });
    const auto isSame = [](const Part *a, const Part *b) { return a->key == b->key; };
    if (std::adjacent_find(order.cbegin(), order.cend(), isSame) != order.cend())
        return std::nullopt;
    return order;
}

// Members in the order they are told; the caller tells them sorted.
class Writer final
{
public:
    Writer() { m_bytes.reserve(640); }

    void begin() { m_bytes += '{'; }
    void end() { m_bytes += '}'; }
    [[nodiscard]] QByteArray take() { return std::move(m_bytes); }

    void name(QByteArrayView name)
    {
        if (m_bytes.back() != '{')
            m_bytes += ',';
        m_bytes += '"';
        m_bytes += name;
        m_bytes += "\":";
    }
    void keyed(QByteArrayView prefix, const QString &key)
    {
        if (m_bytes.back() != '{')
            m_bytes += ',';
        m_bytes += '"';
        m_bytes += prefix;
        escaped(key);
        m_bytes += "\":";
    }
    void text(QByteArrayView member, const QString &text)
    {
        if (text.isEmpty())
            return;
        name(member);
        value(text);
    }
    void date(QByteArrayView member, const std::optional<PartialDate> &date)
    {
        if (date)
            text(member, date->toIso());
    }
    void raw(QByteArrayView member, QByteArrayView json)
    {
        name(member);
        m_bytes += json;
    }
    void value(const QString &text)
    {
        m_bytes += '"';
        escaped(text);
        m_bytes += '"';
    }
    void codes(QByteArrayView member, const std::vector<PersonRole> &roles)
    {
        name(member);
        m_bytes += '[';
        for (const PersonRole role : roles) {
            if (m_bytes.back() != '[')
                m_bytes += ',';
            value(toCode(role));
        }
        m_bytes += ']';
    }

private:
    // As Qt escapes.
    void escaped(const QString &text)
    {
        const qsizetype at = m_bytes.size();
        const auto isPlain = [](QChar c) {
            return c.unicode() >= 0x20 && c.unicode() < 0x80 && c != u'"' && c != u'\\';
        };
        if (std::all_of(text.cbegin(), text.cend(), isPlain)) { // nearly every text
            m_bytes.resize(at + text.size());
            std::transform(text.cbegin(), text.cend(), m_bytes.data() + at,
                           [](QChar c) { return static_cast<char>(c.unicode()); });
            return;
        }
        m_bytes.resize(at + 6 * text.size());
        char *out = m_bytes.data() + at;
        const auto hexadecimal = [&out](char16_t unit) {
            constexpr char digits[] = "0123456789abcdef";
            *out++ = '\\';
            *out++ = 'u';
            for (int shift = 12; shift >= 0; shift -= 4)
                *out++ = digits[(unit >> shift) & 15];
        };
        const auto letter = [&out](char c) {
            *out++ = '\\';
            *out++ = c;
        };
        for (qsizetype i = 0; i < text.size(); ++i) {
            const char16_t unit = text.at(i).unicode();
            if (unit == u'"' || unit == u'\\') {
                letter(static_cast<char>(unit));
            } else if (unit >= 0x20 && unit < 0x80) {
                *out++ = static_cast<char>(unit);
            } else if (unit < 0x20) {
                constexpr QByteArrayView names("\b\f\n\r\t");
                const qsizetype named = names.indexOf(static_cast<char>(unit));
                if (unit != 0 && named >= 0)
                    letter("bfnrt"[named]);
                else
                    hexadecimal(unit);
            } else if (unit < 0x800) {
                *out++ = static_cast<char>(0xC0 | (unit >> 6));
                *out++ = static_cast<char>(0x80 | (unit & 0x3F));
            } else if (QChar::isHighSurrogate(unit) && i + 1 < text.size() && text.at(i + 1).isLowSurrogate()) {
                const char32_t c = QChar::surrogateToUcs4(unit, text.at(++i).unicode());
                *out++ = static_cast<char>(0xF0 | (c >> 18));
                *out++ = static_cast<char>(0x80 | ((c >> 12) & 0x3F));
                *out++ = static_cast<char>(0x80 | ((c >> 6) & 0x3F));
                *out++ = static_cast<char>(0x80 | (c & 0x3F));
            } else if (QChar::isSurrogate(unit)) {
                hexadecimal(unit);
            } else {
                *out++ = static_cast<char>(0xE0 | (unit >> 12));
                *out++ = static_cast<char>(0x80 | ((unit >> 6) & 0x3F));
                *out++ = static_cast<char>(0x80 | (unit & 0x3F));
            }
        }
        m_bytes.resize(out - m_bytes.data());
    }

    QByteArray m_bytes;
};

void write(Writer &writer, const Address &address)
{
    writer.keyed("address/", address.key);
    writer.begin();
    writer.date("from", address.from);
    writer.text("postcode", address.postcode);
    writer.text("text", address.text);
    writer.date("to", address.to);
    if (address.uprn)
        writer.raw("uprn", QByteArray::number(*address.uprn));
    writer.text("use", toCode(address.use));
    writer.end();
}

void write(Writer &writer, const ContactPoint &contact)
{
    writer.keyed("contact/", contact.key);
    writer.begin();
    writer.text("kind", toCode(contact.kind));
    writer.text("label", contact.label);
    writer.text("normalised", contact.normalised);
    if (contact.preferred)
        writer.raw("preferred", "true");
    if (!contact.safeToLeaveMessage)
        writer.raw("safe_to_leave_message", "false");
    writer.name("value");
    writer.value(contact.value);
    writer.end();
}

void write(Writer &writer, const FormerName &former)
{
    writer.keyed("former_name/", former.key);
    writer.begin();
    writer.text("family_name", former.name.family);
    writer.text("given_name", former.name.given);
    writer.text("middle_name", former.name.middle);
    writer.text("title", former.name.title);
    writer.end();
}

} // namespace

QByteArray personToJson(const Person &person)
{
    const auto addresses = sorted(person.addresses);
    const auto contacts = sorted(person.contactPoints);
    const auto formers = sorted(person.formerNames);
    if (!isPlain(person) || !addresses || !contacts || !formers)
        return QJsonDocument(toFields(person)).toJson(QJsonDocument::Compact);

    Writer writer;
    writer.begin();
    for (const Address *address : *addresses)
        write(writer, *address);
    writer.text("communication_needs", person.communicationNeeds);
    for (const ContactPoint *contact : *contacts)
        write(writer, *contact);
    writer.text("contact_preference", person.contactPreference);
    writer.date("date_of_birth", person.dateOfBirth);
    writer.date("date_of_death", person.dateOfDeath);
    writer.text("external_id", person.externalId);
    writer.text("family_name", person.name.family);
    for (const FormerName *former : *formers)
        write(writer, *former);
    writer.text("given_name", person.name.given);
    if (person.isDemo)
        writer.raw("is_demo", "true");
    writer.text("known_as", person.knownAs);
    if (person.maritalStatus != MaritalStatus::NotAsked)
        writer.text("marital_status", toCode(person.maritalStatus));
    writer.text("middle_name", person.name.middle);
    writer.text("nhs_number", person.nhsNumber);
    writer.text("ni_number", person.niNumber);
    writer.text("preferred_language", person.preferredLanguage);
    writer.codes("roles", person.roles);
    writer.text("title", person.name.title);
    writer.end();
    return writer.take();
}

} // namespace reeve::domain
