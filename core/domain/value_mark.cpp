// SPDX-License-Identifier: MIT
#include "core/domain/value_mark.h"

#include "core/domain/code_table.h"
#include "core/domain/person_fields.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr std::array markKindCodes = {
    Coded<MarkKind>{MarkKind::Told, "told"_L1},
    Coded<MarkKind>{MarkKind::Confirmed, "confirmed"_L1},
    Coded<MarkKind>{MarkKind::Unreachable, "unreachable"_L1},
    Coded<MarkKind>{MarkKind::PassedOn, "passed_on"_L1},
};

constexpr std::array valueSourceCodes = {
    Coded<ValueSource>{ValueSource::Person, "person"_L1},
    Coded<ValueSource>{ValueSource::Representative, "representative"_L1},
    Coded<ValueSource>{ValueSource::Relative, "relative"_L1},
    Coded<ValueSource>{ValueSource::Document, "document"_L1},
    Coded<ValueSource>{ValueSource::OtherBody, "other_body"_L1},
    Coded<ValueSource>{ValueSource::Import, "import"_L1},
    Coded<ValueSource>{ValueSource::Staff, "staff"_L1},
};

// What is asked for when one asks whether it is still right.
QJsonValue identityOf(const QString &field, const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    const auto members = [&object](std::initializer_list<QLatin1StringView> names) {
        QJsonArray all;
        for (const auto name : names)
            all.append(object.value(name).isUndefined() ? QJsonValue() : object.value(name));
        return QJsonValue(all);
    };
    if (field == "contact"_L1) {
        const bool isRead = !object.value("normalised"_L1).toString().isEmpty();
        return isRead ? members({"kind"_L1, "normalised"_L1}) : members({"kind"_L1, "value"_L1});
    }
    if (field == "address"_L1)
        return members({"text"_L1, "postcode"_L1, "uprn"_L1});
    if (field == "relationship"_L1)
        return members({"kind"_L1, "other"_L1, "name_as_told"_L1, "authority"_L1});
    if (field == "payment"_L1)
        return members({"scheme"_L1, "reference"_L1});
    return value;
}

// Later by the clock; where two are of the same moment, every desk takes the same one.
bool isBefore(const ValueMark &a, const ValueMark &b)
{
    return std::tie(a.at, a.key) < std::tie(b.at, b.key);
}

void keepLater(std::optional<ValueMark> &kept, const ValueMark &mark)
{
    if (!kept || isBefore(*kept, mark))
        kept = mark;
}

ValueStanding standing(const std::vector<ValueMark> &marks, const QString &field, const QString &fingerprint)
{
    ValueStanding standing;
    for (const ValueMark &mark : marks) {
        if (mark.field != field || mark.value != fingerprint)
            continue;
        if (mark.kind == MarkKind::Told)
            keepLater(standing.told, mark);
        else if (mark.kind == MarkKind::Confirmed)
            keepLater(standing.confirmed, mark);
        else if (mark.kind == MarkKind::Unreachable)
            keepLater(standing.unreachable, mark);
        else if (mark.kind == MarkKind::PassedOn)
            standing.passedOn.push_back(mark);
    }
    const auto isSince = [&](const std::optional<ValueMark> &mark) {
        return mark && standing.unreachable && isBefore(*standing.unreachable, *mark);
    };
    if (isSince(standing.told) || isSince(standing.confirmed))
        standing.unreachable.reset();
    return standing;
}

} // namespace

QString markedField(QStringView field)
{
    const qsizetype slash = field.indexOf(u'/');
    return (slash < 0 ? field : field.first(slash)).toString();
}

QString fingerprintOf(QStringView field, const QJsonValue &value)
{
    const QByteArray identity =
        QJsonDocument(QJsonArray{identityOf(markedField(field), value)}).toJson(QJsonDocument::Compact);
    const QByteArray hash = QCryptographicHash::hash(identity, QCryptographicHash::Sha256).first(8);
    // Letters, so that no run of digits is ever taken for the number of a card.
    QString text;
    for (const char byte : hash) {
        const auto bits = static_cast<unsigned char>(byte);
        text += QLatin1Char(static_cast<char>('a' + (bits >> 4)));
        text += QLatin1Char(static_cast<char>('a' + (bits & 15)));
    }
    return text;
}

std::optional<Instant> ValueStanding::lastKnownRight() const
{
    return confirmed ? confirmed->at : told ? told->at : std::nullopt;
}

ValueStanding standingOf(const std::vector<ValueMark> &marks, QStringView field, const QJsonValue &value)
{
    return standing(marks, markedField(field), fingerprintOf(field, value));
}

std::map<QString, ValueStanding> standingsOf(const Person &person)
{
    std::map<QString, ValueStanding> all;
    const QJsonObject fields = toFields(person);
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const QString field = it.key();
        if (field.startsWith("mark/"_L1))
            continue;
        ValueStanding one = standingOf(person.marks, field, it.value());
        if (const QString noted = it.value().toObject().value("confirmed_at"_L1).toString(); !noted.isEmpty()) {
            ValueMark mark;
            mark.field = markedField(field);
            mark.kind = MarkKind::Confirmed;
            if (const auto at = parseRfc3339(noted))
                mark.at = *at;
            keepLater(one.confirmed, mark);
        }
        all.emplace(field, std::move(one));
    }
    return all;
}

QString toCode(MarkKind kind)
{
    return codeOf(markKindCodes, kind);
}

QString toCode(ValueSource source)
{
    return codeOf(valueSourceCodes, source);
}

std::optional<MarkKind> markKindOf(QStringView code)
{
    return valueOf(markKindCodes, code);
}

std::optional<ValueSource> valueSourceOf(QStringView code)
{
    return valueOf(valueSourceCodes, code);
}

} // namespace reeve::domain
