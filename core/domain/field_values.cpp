// SPDX-License-Identifier: MIT
#include "core/domain/field_values.h"

#include "core/domain/person_codes.h"
#include "core/domain/person_fields.h"

#include <QJsonArray>

#include <algorithm>

namespace reeve::domain {

namespace {

template <typename Enum>
bool readCode(const QJsonValue &value, Enum &code, std::optional<Enum> (*codeFor)(QStringView))
{
    const auto parsed = value.isString() ? codeFor(value.toString()) : std::nullopt;
    if (parsed)
        code = *parsed;
    return parsed.has_value();
}

} // namespace

bool read(const QJsonValue &value, QString &text)
{
    if (!value.isString())
        return false;
    text = value.toString();
    return true;
}

bool read(const QJsonValue &value, bool &flag)
{
    if (!value.isBool())
        return false;
    flag = value.toBool();
    return true;
}

bool read(const QJsonValue &value, std::optional<PartialDate> &date)
{
    const auto parsed = value.isString() ? PartialDate::parseIso(value.toString()) : fail(ErrorCode::InvalidInput);
    if (parsed)
        date = *parsed;
    return parsed.has_value();
}

bool read(const QJsonValue &value, std::optional<Instant> &instant)
{
    const auto parsed = value.isString() ? parseRfc3339(value.toString()) : fail(ErrorCode::InvalidInput);
    if (parsed)
        instant = *parsed;
    return parsed.has_value();
}

bool read(const QJsonValue &value, std::optional<PersonId> &id)
{
    const auto parsed = value.isString() ? PersonId::parse(value.toString()) : fail(ErrorCode::InvalidInput);
    if (parsed)
        id = *parsed;
    return parsed.has_value();
}

bool read(const QJsonValue &value, std::optional<qint64> &number)
{
    constexpr qint64 highestUprn = 999'999'999'999;
    const qint64 parsed = value.toInteger(-1);
    if (!value.isDouble() || parsed < 1 || parsed > highestUprn)
        return false;
    number = parsed;
    return true;
}

bool read(const QJsonValue &value, ContactKind &kind)
{
    return readCode(value, kind, &contactKindOf);
}

bool read(const QJsonValue &value, AddressUse &use)
{
    return readCode(value, use, &addressUseOf);
}

bool read(const QJsonValue &value, RelationshipKind &kind)
{
    return readCode(value, kind, &relationshipKindOf);
}

bool read(const QJsonValue &value, Authority &authority)
{
    return readCode(value, authority, &authorityOf);
}

bool read(const QJsonValue &value, MaritalStatus &status)
{
    const auto parsed = value.isString() ? parseMaritalStatus(value.toString()) : fail(ErrorCode::InvalidInput);
    if (parsed)
        status = *parsed;
    return parsed.has_value();
}

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

} // namespace reeve::domain
