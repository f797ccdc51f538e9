// SPDX-License-Identifier: MIT
#include "core/domain/json_reader.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr qsizetype longestNameInFault = 60;

// A member name from outside, fit for a log: it may itself be hostile.
QString printable(const QString &name)
{
    QString text = name.first(std::min(name.size(), longestNameInFault));
    for (QChar &c : text) {
        if (!c.isPrint())
            c = u'?';
    }
    return text;
}

} // namespace

void JsonReader::refuseUnknown(std::initializer_list<QLatin1StringView> known)
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd() && ok(); ++it) {
        const QString name = it.key();
        if (std::none_of(known.begin(), known.end(), [&](QLatin1StringView k) { return name == k; })) {
            const QString path = m_path.isEmpty() ? QString() : m_path + u'.';
            m_fault = Error{ErrorCode::InvalidInput, u"unknown field "_s + path + printable(name)};
        }
    }
}

QString JsonReader::text(QLatin1StringView name, Presence presence)
{
    return value(name, QJsonValue::String, u"text", presence).toString();
}

bool JsonReader::boolean(QLatin1StringView name)
{
    return value(name, QJsonValue::Bool, u"true or false", Presence::Optional).toBool();
}

std::optional<Instant> JsonReader::instant(QLatin1StringView name, Presence presence)
{
    return parsed(name, &parseRfc3339, presence, u"is no date and time, as 2026-11-22T10:42:00Z is");
}

QJsonArray JsonReader::array(QLatin1StringView name, Presence presence)
{
    return value(name, QJsonValue::Array, u"a list", presence).toArray();
}

QJsonObject JsonReader::object(QLatin1StringView name, Presence presence)
{
    return value(name, QJsonValue::Object, u"an object", presence).toObject();
}

void JsonReader::each(QLatin1StringView name, const std::function<void(JsonReader &)> &read)
{
    const QJsonArray all = array(name);
    for (const QJsonValue &one : all) {
        if (!one.isObject())
            return refuse(name, u"is not a list of objects");
        JsonReader reader(one.toObject(), full(name));
        read(reader);
        if (!reader.ok()) {
            m_fault = reader.m_fault;
            return;
        }
    }
}

void JsonReader::eachText(QLatin1StringView name, Presence presence, const std::function<void(const QString &)> &read)
{
    const QJsonArray all = array(name, presence);
    for (const QJsonValue &one : all) {
        if (!one.isString())
            return refuse(name, u"is not a list of texts");
        read(one.toString());
    }
}

void JsonReader::refuse(QLatin1StringView name, QStringView why)
{
    if (ok())
        m_fault = Error{ErrorCode::InvalidInput, full(name) + u' ' + why.toString()};
}

Result<> JsonReader::outcome() const
{
    if (m_fault)
        return tl::unexpected<Error>(*m_fault);
    return {};
}

QJsonValue JsonReader::value(QLatin1StringView name, QJsonValue::Type type, QStringView wanted, Presence presence)
{
    if (!ok())
        return {};
    const QJsonValue found = m_object.value(name);
    if (found.isNull() || found.isUndefined()) {
        if (presence == Presence::Required)
            refuse(name, u"is missing");
        return {};
    }
    if (found.type() != type) {
        refuse(name, u"is not "_s + wanted.toString());
        return {};
    }
    return found;
}

QString JsonReader::full(QLatin1StringView name) const
{
    return m_path.isEmpty() ? QString(name) : m_path + u'.' + name;
}

} // namespace reeve::domain
