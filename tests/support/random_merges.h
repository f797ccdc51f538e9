// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/merged_fields.h"

#include <QJsonArray>

namespace reeve::test {

// Numbers that are the same in every run of one seed.
class Dice final
{
public:
    explicit Dice(quint64 seed) : m_state(seed) {}

    [[nodiscard]] int below(int count)
    {
        m_state = m_state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<int>((m_state >> 33) % static_cast<quint64>(count));
    }
    [[nodiscard]] bool isOneIn(int count) { return below(count) == 0; }
    template <typename T>
    [[nodiscard]] const T &of(const std::vector<T> &values)
    {
        return values[static_cast<std::size_t>(below(static_cast<int>(values.size())))];
    }

private:
    quint64 m_state;
};

// A field and a value for it, or null. From small pools, so that records agree, differ and use one key for two things.
inline std::pair<QString, QJsonValue> randomField(Dice &dice)
{
    const auto text = [&dice](std::initializer_list<const char *> values) {
        return QJsonValue(QLatin1StringView(dice.of(std::vector<const char *>(values))));
    };
    const QJsonValue none(QJsonValue::Null);
    switch (dice.below(10)) {
    case 0:
        return {QStringLiteral("given_name"), text({"Joan", "J", "Joanna", "Jane"})};
    case 1:
        return {QStringLiteral("middle_name"), dice.isOneIn(3) ? none : text({"Mary", "May"})};
    case 2:
        return {QStringLiteral("known_as"), dice.isOneIn(3) ? none : text({"Joanie", "Jo"})};
    case 3:
        return {QStringLiteral("date_of_birth"), dice.isOneIn(3) ? none : text({"1979", "1979-06-21", "1942-01-01"})};
    case 4:
        return {QStringLiteral("external_id"), dice.isOneIn(3) ? none : text({"R-1", "R-2", "R-3"})};
    case 5:
        return {QStringLiteral("roles"), dice.isOneIn(2)
                                             ? QJsonArray{QStringLiteral("resident")}
                                             : QJsonArray{QStringLiteral("visitor"), QStringLiteral("resident")}};
    case 6: {
        const QString key = QStringLiteral("contact/k%1").arg(dice.below(3));
        const QJsonValue number = text({"01632 960001", "01632 960002", "01632960001"});
        QJsonObject contact{{QStringLiteral("kind"), QStringLiteral("phone")}, {QStringLiteral("value"), number}};
        if (dice.isOneIn(2))
            contact.insert(QStringLiteral("normalised"),
                           QStringLiteral("+441632") + number.toString().right(6).remove(QLatin1Char(' ')));
        return {key, dice.isOneIn(4) ? none : QJsonValue(contact)};
    }
    case 7: {
        const QString key = QStringLiteral("address/k%1").arg(dice.below(3));
        QJsonObject address{{QStringLiteral("use"), text({"home", "home", "previous"})},
                            {QStringLiteral("text"), text({"1 Example Road", "2 Example Road", "1, EXAMPLE ROAD"})},
                            {QStringLiteral("postcode"), text({"AA1 1AA", "aa11aa"})}};
        if (dice.isOneIn(3))
            address.insert(QStringLiteral("uprn"), QJsonValue(qint64{100000000001} + dice.below(2)));
        return {key, dice.isOneIn(4) ? none : QJsonValue(address)};
    }
    case 8: {
        const QString key = QStringLiteral("mark/k%1").arg(dice.below(3));
        const QJsonObject mark{{QStringLiteral("field"), QStringLiteral("contact")},
                               {QStringLiteral("value"), text({"aaaa", "bbbb"})},
                               {QStringLiteral("kind"), text({"told", "confirmed", "unreachable"})},
                               {QStringLiteral("at"), QStringLiteral("2026-11-22T10:42:00.000Z")}};
        return {key, dice.isOneIn(4) ? none : QJsonValue(mark)};
    }
    default:
        return {QStringLiteral("former_name/k%1").arg(dice.below(2)),
                QJsonObject{{QStringLiteral("given_name"), text({"Joan", "Jane"})},
                            {QStringLiteral("family_name"), QStringLiteral("Example")}}};
    }
}

inline QJsonObject randomPerson(Dice &dice)
{
    QJsonObject fields{{QStringLiteral("given_name"), QStringLiteral("Joan")},
                       {QStringLiteral("family_name"), QStringLiteral("Hayward")},
                       {QStringLiteral("roles"), QJsonArray{QStringLiteral("resident")}}};
    for (int n = dice.below(8); n >= 0; --n) {
        const auto [field, value] = randomField(dice);
        if (value.isNull())
            fields.remove(field);
        else
            fields.insert(field, value);
    }
    return fields;
}

} // namespace reeve::test
