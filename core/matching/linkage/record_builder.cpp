// SPDX-License-Identifier: MIT
#include "core/matching/linkage/record_builder.h"

#include "core/matching/linkage/words.h"
#include "core/matching/normalise.h"

#include <QDate>

#include <algorithm>
#include <array>
#include <charconv>

namespace reeve::matching {

namespace {

std::int32_t smallNumber(std::string_view text)
{
    std::int32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc() && end == text.data() + text.size() && value > 0 && value < 10'000 ? value : 0;
}

bool hasDigit(std::u16string_view word)
{
    return std::any_of(word.begin(), word.end(), [](char16_t c) { return c >= u'0' && c <= u'9'; });
}

// What is written where an address is not known. "No fixed abode" may have a town behind it.
bool isNoAddress(std::u16string_view text)
{
    static constexpr std::array<std::u16string_view, 18> placeholders = {u"nfa",
                                                                         u"address unknown",
                                                                         u"unknown address",
                                                                         u"address not known",
                                                                         u"no address",
                                                                         u"not known",
                                                                         u"unknown",
                                                                         u"n a",
                                                                         u"na",
                                                                         u"n k",
                                                                         u"nk",
                                                                         u"none",
                                                                         u"not applicable",
                                                                         u"not provided",
                                                                         u"homeless",
                                                                         u"c o",
                                                                         u"care of",
                                                                         u"no fixed address"};
    return std::find(placeholders.begin(), placeholders.end(), text) != placeholders.end() ||
           text.starts_with(u"no fixed abode") || text.starts_with(u"of no fixed abode");
}

// One digit over and over ("07000000000" after its 07 too), or too short to be anyone's.
bool isDefaultPhone(std::u16string_view digits)
{
    if (digits.size() < 7)
        return true;
    const std::u16string_view tail = digits.substr(digits.size() - 7);
    return tail.find_first_not_of(tail.front()) == std::u16string_view::npos;
}

} // namespace

std::int32_t todaysDate()
{
    const QDate today = QDate::currentDate();
    return today.year() * 10'000 + today.month() * 100 + today.day();
}

std::u16string_view RecordBuilder::folded(std::string_view text)
{
    m_folded.clear();
    bool isBetween = false;
    for (const char byte : text) {
        const auto c = static_cast<unsigned char>(byte);
        if (c >= 0x80) {
            const QString all = fold(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
            m_folded = all.toStdU16String();
            return m_folded;
        }
        const char16_t lower = c >= 'A' && c <= 'Z' ? static_cast<char16_t>(c + 0x20) : c;
        const bool isKept = (lower >= u'a' && lower <= u'z') || (lower >= u'0' && lower <= u'9');
        if (isKept) {
            if (isBetween && !m_folded.empty())
                m_folded += u' ';
            isBetween = false;
            m_folded += lower;
        } else if (c != '\'' && c != '`') {
            isBetween = true;
        }
    }
    return m_folded;
}

std::u16string_view RecordBuilder::digits(std::string_view text)
{
    m_folded.clear();
    for (const char c : text) {
        if (c >= '0' && c <= '9')
            m_folded += static_cast<char16_t>(c);
    }
    return m_folded;
}

std::u16string_view RecordBuilder::compact(std::string_view text)
{
    (void)folded(text);
    std::erase(m_folded, u' ');
    return m_folded;
}

void RecordBuilder::born(LinkageRecord &record, std::string_view text)
{
    record.born = readDate(text, m_today);
}

void RecordBuilder::died(LinkageRecord &record, std::string_view text)
{
    record.died = readDate(text, m_today);
}

void RecordBuilder::yearOfBirth(LinkageRecord &record, std::string_view text)
{
    record.born = record.born % 10'000 + smallNumber(text) * 10'000;
}

void RecordBuilder::monthOfBirth(LinkageRecord &record, std::string_view text)
{
    record.born = record.born / 10'000 * 10'000 + smallNumber(text) % 100 * 100 + record.born % 100;
}

void RecordBuilder::dayOfBirth(LinkageRecord &record, std::string_view text)
{
    record.born = record.born / 100 * 100 + smallNumber(text) % 100;
}

void RecordBuilder::settleBirth(LinkageRecord &record) const
{
    if (record.born > m_today)
        record.born = 0;
}

// Words with a digit are the number of house and flat, the rest is the street.
void RecordBuilder::address(LinkageRecord &record, std::string_view text)
{
    const std::u16string_view all = folded(text);
    if (isNoAddress(all))
        return;
    m_number = m_set.numbers.text(record.number);
    m_other = m_set.streets.text(record.street);
    eachWord(all, [&](std::u16string_view word) { append(hasDigit(word) ? m_number : m_other, word); });
    record.number = m_set.numbers.add(m_number);
    record.street = m_set.streets.add(m_other);
}

void RecordBuilder::houseNumber(LinkageRecord &record, std::string_view text)
{
    std::u16string number(m_set.numbers.text(record.number));
    const std::u16string_view more = folded(text);
    if (!more.empty() && !isNoAddress(more))
        append(number, more);
    record.number = m_set.numbers.add(number);
}

void RecordBuilder::postcode(LinkageRecord &record, std::string_view text)
{
    const std::u16string_view code = compact(text);
    // No fixed abode, and abroad.
    if (code != u"zz993vz" && code != u"zz993wz" && code != u"zz993cz" && code != u"unknown" && code != u"notknown" &&
        code != u"na" && code != u"nfa" && code != u"none")
        record.postcode = m_set.postcodes.add(code);
}

void RecordBuilder::uprn(LinkageRecord &record, std::string_view text)
{
    std::u16string_view number = digits(text);
    number.remove_prefix(std::min(number.find_first_not_of(u'0'), number.size()));
    record.uprn = m_set.uprns.add(number);
}

// National digits, so that +44 and 0044 are no other number than 0.
void RecordBuilder::phone(LinkageRecord &record, std::string_view text)
{
    constexpr std::size_t longestNumber = 15; // of the world; more digits are several numbers
    const std::size_t between = text.find_first_of("/;,|&");
    if (between != std::string_view::npos && digits(text).size() > longestNumber) {
        phone(record, text.substr(0, between));
        phone(record, text.substr(between + 1));
        return;
    }
    std::u16string_view number = digits(text);
    const bool isBritish = number.starts_with(u'0') || number.starts_with(u"44");
    if (number.starts_with(u"0044"))
        number.remove_prefix(4);
    else if (number.starts_with(u"44") && number.size() >= 11)
        number.remove_prefix(2);
    number.remove_prefix(number.starts_with(u'0') ? 1 : 0);
    if (isDefaultPhone(number))
        return;
    if (isBritish && number.front() >= u'1' && number.front() <= u'3') {
        record.landline = m_set.phones.add(number);
        return;
    }
    TextPool::Number &place = record.phones[0] == 0 ? record.phones[0] : record.phones[1];
    const TextPool::Number added = m_set.phones.add(number);
    if (record.phones[0] != added)
        place = added;
}

void RecordBuilder::email(LinkageRecord &record, std::string_view text)
{
    if (text.find('@') == std::string_view::npos)
        return;
    m_folded.clear();
    for (const char byte : text) {
        const auto c = static_cast<unsigned char>(byte);
        if (c >= 0x80) {
            const QString all = QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
            m_folded = all.trimmed().toLower().toStdU16String();
            break;
        }
        if (c > ' ' || !m_folded.empty())
            m_folded += c >= 'A' && c <= 'Z' ? static_cast<char16_t>(c + 0x20) : c;
    }
    while (!m_folded.empty() && m_folded.back() <= u' ')
        m_folded.pop_back();
    record.email = m_set.emails.add(m_folded, m_folded.find(u'@'));
}

void RecordBuilder::nhsNumber(LinkageRecord &record, std::string_view text)
{
    record.nhsNumber = m_set.identities.add(digits(text));
}

void RecordBuilder::niNumber(LinkageRecord &record, std::string_view text)
{
    record.niNumber = m_set.identities.add(compact(text));
}

void RecordBuilder::extra(LinkageRecord &record, std::size_t index, std::string_view text)
{
    const std::u16string_view value = folded(text);
    if (value != u"none" && value != u"null" && value != u"na" && value != u"nan" && value != u"unknown")
        record.extras[index] = m_set.extras.add(value);
}

void RecordBuilder::person(LinkageRecord &record, const domain::Person &person)
{
    const auto take = [&](void (RecordBuilder::*field)(LinkageRecord &, std::string_view), const QString &text) {
        if (text.isEmpty())
            return;
        const QByteArray bytes = text.toUtf8();
        (this->*field)(record, {bytes.constData(), static_cast<std::size_t>(bytes.size())});
    };
    take(&RecordBuilder::title, person.name.title);
    take(&RecordBuilder::given, person.name.given);
    take(&RecordBuilder::middle, person.name.middle);
    take(&RecordBuilder::family, person.name.family);
    take(&RecordBuilder::knownAs, person.knownAs);
    if (!person.formerNames.empty())
        take(&RecordBuilder::former, person.formerNames.back().name.family);
    if (person.dateOfBirth)
        take(&RecordBuilder::born, person.dateOfBirth->toIso());
    if (person.dateOfDeath)
        take(&RecordBuilder::died, person.dateOfDeath->toIso());
    for (const domain::ContactPoint &point : person.contactPoints) {
        const QString &value = point.normalised.isEmpty() ? point.value : point.normalised;
        take(point.kind == domain::ContactKind::Phone ? &RecordBuilder::phone : &RecordBuilder::email, value);
    }
    if (const domain::Address *home = person.homeAddress()) {
        take(&RecordBuilder::address, home->text);
        take(&RecordBuilder::postcode, home->postcode);
        if (home->uprn)
            take(&RecordBuilder::uprn, QString::number(*home->uprn));
    }
    take(&RecordBuilder::nhsNumber, person.nhsNumber);
    take(&RecordBuilder::niNumber, person.niNumber);
}

} // namespace reeve::matching
