// SPDX-License-Identifier: MIT
#include "core/domain/field_values.h"

#include "core/domain/person_codes.h"
#include "core/domain/person_fields.h"

#include <QJsonArray>

#include <algorithm>

namespace reeve::domain {

namespace {

using Token = JsonScanner::Token;

// What both forms of a value have.
bool isText(const QJsonValue &value)
{
    return value.isString();
}

bool isText(const Token &value)
{
    return value.kind == Token::Kind::Text;
}

QString textOf(const QJsonValue &value)
{
    return value.toString();
}

QString textOf(const Token &value)
{
    return value.text();
}

// A text that `parse` makes an optional or a Result of.
template <typename Value, typename T, typename Parse>
bool readParsed(const Value &value, T &target, Parse parse)
{
    if (!isText(value))
        return false;
    const auto parsed = parse(textOf(value));
    if (parsed)
        target = *parsed;
    return bool(parsed);
}

std::optional<bool> flagOf(const QJsonValue &value)
{
    return value.isBool() ? std::optional(value.toBool()) : std::nullopt;
}

std::optional<bool> flagOf(const Token &value)
{
    if (value.kind != Token::Kind::True && value.kind != Token::Kind::False)
        return std::nullopt;
    return value.kind == Token::Kind::True;
}

// -1 where it is none.
qint64 wholeNumberOf(const QJsonValue &value)
{
    return value.isDouble() ? value.toInteger(-1) : -1;
}

qint64 wholeNumberOf(const Token &value)
{
    return value.kind == Token::Kind::Number ? value.bytes.toLongLong() : -1;
}

} // namespace

bool read(const QJsonValue &value, std::vector<PersonRole> &roles)
{
    if (!value.isArray())
        return false;
    roles.clear();
    const QJsonArray codes = value.toArray();
    for (const QJsonValue &code : codes) {
        const auto role = code.isString() ? parsePersonRole(code.toString()) : fail(ErrorCode::InvalidInput);
        if (!role)
            return false;
        if (std::find(roles.begin(), roles.end(), *role) == roles.end())
            roles.push_back(*role);
    }
    return true;
}

template <typename Value>
bool read(const Value &value, QString &text)
{
    if (!isText(value))
        return false;
    text = textOf(value);
    return true;
}

template <typename Value>
bool read(const Value &value, std::optional<PartialDate> &date)
{
    return readParsed(value, date, [](const QString &text) { return PartialDate::parseIso(text); });
}

template <typename Value>
bool read(const Value &value, std::optional<Instant> &instant)
{
    return readParsed(value, instant, [](const QString &text) { return parseRfc3339(text); });
}

template <typename Value>
bool read(const Value &value, std::optional<PersonId> &id)
{
    return readParsed(value, id, [](const QString &text) { return PersonId::parse(text); });
}

template <typename Value>
bool read(const Value &value, ContactKind &kind)
{
    return readParsed(value, kind, contactKindOf);
}

template <typename Value>
bool read(const Value &value, AddressUse &use)
{
    return readParsed(value, use, addressUseOf);
}

template <typename Value>
bool read(const Value &value, RelationshipKind &kind)
{
    return readParsed(value, kind, relationshipKindOf);
}

template <typename Value>
bool read(const Value &value, Authority &authority)
{
    return readParsed(value, authority, authorityOf);
}

template <typename Value>
bool read(const Value &value, MaritalStatus &status)
{
    return readParsed(value, status, parseMaritalStatus);
}

template <typename Value>
bool read(const Value &value, bool &flag)
{
    const auto read = flagOf(value);
    if (read)
        flag = *read;
    return read.has_value();
}

template <typename Value>
bool read(const Value &value, std::optional<qint64> &number)
{
    constexpr qint64 highestUprn = 999'999'999'999;
    const qint64 read = wholeNumberOf(value);
    if (read < 1 || read > highestUprn)
        return false;
    number = read;
    return true;
}

template bool read(const QJsonValue &, QString &);
template bool read(const QJsonValue &, std::optional<PartialDate> &);
template bool read(const QJsonValue &, std::optional<Instant> &);
template bool read(const QJsonValue &, std::optional<PersonId> &);
template bool read(const QJsonValue &, ContactKind &);
template bool read(const QJsonValue &, AddressUse &);
template bool read(const QJsonValue &, RelationshipKind &);
template bool read(const QJsonValue &, Authority &);
template bool read(const QJsonValue &, MaritalStatus &);
template bool read(const QJsonValue &, bool &);
template bool read(const QJsonValue &, std::optional<qint64> &);
template bool read(const Token &, QString &);
template bool read(const Token &, std::optional<PartialDate> &);
template bool read(const Token &, std::optional<Instant> &);
template bool read(const Token &, std::optional<PersonId> &);
template bool read(const Token &, ContactKind &);
template bool read(const Token &, AddressUse &);
template bool read(const Token &, RelationshipKind &);
template bool read(const Token &, Authority &);
template bool read(const Token &, MaritalStatus &);
template bool read(const Token &, bool &);
template bool read(const Token &, std::optional<qint64> &);

} // namespace reeve::domain
