// SPDX-License-Identifier: MIT
#include "core/domain/phone_number.h"

#include <QList>
#include <QStringList>

#include <algorithm>
#include <array>
#include <optional>
#include <string>

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wpedantic"
#pragma GCC diagnostic ignored "-Wshadow"
#pragma GCC diagnostic ignored "-Wold-style-cast"
#pragma GCC diagnostic ignored "-Wcast-qual"
#pragma GCC diagnostic ignored "-Woverloaded-virtual"
#pragma GCC diagnostic ignored "-Wnon-virtual-dtor"
#pragma GCC diagnostic ignored "-Wunused-parameter"
#include <phonenumbers/phonenumberutil.h>
#pragma GCC diagnostic pop

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

using i18n::phonenumbers::PhoneNumberUtil;

constexpr qsizetype longestInput = 100;

// Everything a telephone number is written with, as the ASCII that dials it; 0 for a character that is only there
// to be read (spaces, brackets, hyphens, dots), nullopt for one that is in no number.
std::optional<char> dialled(char32_t c)
{
    if (c >= U'0' && c <= U'9')
        return static_cast<char>(c);
    if (c == U' ')
        return '\0';
    const int digit = QChar::digitValue(c);
    if (digit >= 0)
        return static_cast<char>('0' + digit);
    if (c == U'+' || c == U'\uff0b')
        return '+';
    if (QChar::isSpace(c) || QChar::category(c) == QChar::Punctuation_Dash ||
        QChar::category(c) == QChar::Other_Format ||
        QStringView(u"()[]./\u00b7").contains(QChar(c <= 0xffff ? static_cast<char16_t>(c) : u'?')))
        return '\0';
    return std::nullopt;
}

// Text relay (Relay UK): 18001 from a textphone, 18002 to one. Part of how to dial, not of whose number it is.
constexpr std::size_t relayLength = 5;

bool hasRelay(const std::string &digits)
{
    return digits.size() >= 15 && (digits.starts_with("18001") || digits.starts_with("18002"));
}

// Every digit and a leading plus, the relay prefix too.
std::optional<std::string> dialledDigits(QStringView text)
{
    std::string digits;
    const QList<uint> characters = text.toUcs4();
    for (const uint c : characters) {
        const auto ascii = dialled(c);
        if (!ascii || (*ascii == '+' && !digits.empty()))
            return std::nullopt;
        if (*ascii != '\0')
            digits += *ascii;
    }
    return digits;
}

// What the library answers for nearly every number a council holds, a hundred times sooner; nullopt for the rest.
std::optional<std::string> plainBritish(const std::string &digits)
{
    std::size_t prefix = 0;
    if (digits.starts_with("+44"))
        prefix = 3;
    else if (digits.starts_with('0'))
        prefix = 1;
    const std::size_t length = digits.size() - prefix;
    if (prefix == 0 || (length != 9 && length != 10) || digits[prefix] == '0')
        return std::nullopt;
    return "+44" + digits.substr(prefix);
}

std::optional<std::string> readByLibrary(const std::string &digits)
{
    const PhoneNumberUtil *const library = PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber number;
    if (library->Parse(digits, "GB", &number) != PhoneNumberUtil::NO_PARSING_ERROR)
        return std::nullopt;
    // Possible, not valid: the numbers Ofcom keeps for drama are never allocated. Local ones without an area code
    // ("possible locally") cannot be compared.
    if (library->IsPossibleNumberWithReason(number) != PhoneNumberUtil::IS_POSSIBLE)
        return std::nullopt;
    std::string e164;
    library->Format(number, PhoneNumberUtil::E164, &e164);
    // No British number goes on with a zero; what does is somebody filling a field.
    if (e164.starts_with("+440"))
        return std::nullopt;
    return e164;
}

} // namespace

QStringView withoutExtension(QStringView text)
{
    const auto starts = [](QChar c) { return c.isLetter() || c == u'#'; };
    const auto *const begin = std::find_if(text.begin(), text.end(), starts);
    if (begin == text.end())
        return text;

    const auto *const end = std::find_if(begin, text.end(), [&](QChar c) { return !starts(c); });
    const QString word = QStringView(begin, end).toString().toLower();
    static constexpr std::array words = {u"x", u"ext", u"extn", u"extension", u"est", u"estyniad", u"#"};
    if (std::none_of(words.begin(), words.end(), [&](const char16_t *known) { return word == QStringView(known); }))
        return text;

    const QStringView number(end, text.end());
    const bool isNumber = std::all_of(number.begin(), number.end(),
                                      [](QChar c) { return c.isDigit() || c.isSpace() || c == u'.' || c == u':'; });
    return isNumber ? QStringView(text.begin(), begin) : text;
}

Result<PhoneNumber> PhoneNumber::parse(QStringView text)
{
    const QStringView told = text.trimmed();
    if (told.size() > longestInput)
        return fail(ErrorCode::InvalidInput, u"too long for a telephone number"_s);
    auto digits = dialledDigits(withoutExtension(told));
    if (!digits)
        return fail(ErrorCode::InvalidInput, u"not a telephone number"_s);
    if (hasRelay(*digits))
        digits->erase(0, relayLength);

    auto e164 = plainBritish(*digits);
    if (!e164)
        e164 = readByLibrary(*digits);
    if (!e164)
        return fail(ErrorCode::InvalidInput, u"not a number that can be dialled"_s);
    return PhoneNumber(told.toString(), QString::fromStdString(*e164));
}

QString PhoneNumber::nationalDigits() const
{
    return m_e164.sliced(m_e164.startsWith(u"+44") ? 3 : 1);
}

QString readablePhone(const QString &told)
{
    const auto number = PhoneNumber::parse(told);
    if (!number)
        return told;
    const PhoneNumberUtil *const library = PhoneNumberUtil::GetInstance();
    i18n::phonenumbers::PhoneNumber parsed;
    if (library->Parse(number->e164().toStdString(), "GB", &parsed) != PhoneNumberUtil::NO_PARSING_ERROR)
        return told;
    const bool isBritish = number->e164().startsWith("+44"_L1);
    std::string formatted;
    library->Format(parsed, isBritish ? PhoneNumberUtil::NATIONAL : PhoneNumberUtil::INTERNATIONAL, &formatted);

    // What parse() drops is part of how to reach somebody.
    const QString whole = number->asTold();
    const QStringView dialled = withoutExtension(whole);
    QStringList parts{QString::fromStdString(formatted), whole.sliced(dialled.size()).trimmed()};
    const auto digits = dialledDigits(dialled);
    if (digits && hasRelay(*digits))
        parts.prepend(QString::fromStdString(digits->substr(0, relayLength)));
    parts.removeAll(QString());
    return parts.join(u' ');
}

} // namespace reeve::domain
