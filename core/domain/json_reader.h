// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QString>

#include <functional>
#include <optional>

namespace reeve::domain {

// Reads the members of one JSON object from outside. The first fault is kept and everything after it is skipped, so
// that a reader is a list of lines with one question at the end. A null counts as absent. Faults name the member,
// with the way to it ("special_category.detail"), and never quote a value.
class JsonReader final
{
public:
    enum class Presence { Required, Optional };

    // `path` stands before the names in faults: "special_category", or nothing.
    explicit JsonReader(QJsonObject object, QString path = {}) : m_object(std::move(object)), m_path(std::move(path)) {}

    // Refuses every member that is not in `known`.
    void refuseUnknown(std::initializer_list<QLatin1StringView> known);

    [[nodiscard]] QString text(QLatin1StringView name, Presence presence = Presence::Optional);
    [[nodiscard]] bool boolean(QLatin1StringView name);
    [[nodiscard]] std::optional<Instant> instant(QLatin1StringView name, Presence presence = Presence::Optional);
    [[nodiscard]] QJsonArray array(QLatin1StringView name, Presence presence = Presence::Optional);
    [[nodiscard]] QJsonObject object(QLatin1StringView name, Presence presence = Presence::Optional);

    // A text that T::parse or another function from QStringView to Result reads; an empty one counts as absent.
    // `fault` says what it is where it cannot be read.
    template <typename Parse>
    [[nodiscard]] auto parsed(QLatin1StringView name, Parse parse, Presence presence = Presence::Optional,
                              QStringView fault = u"is not one of its values")
        -> std::optional<typename std::invoke_result_t<Parse, QStringView>::value_type>
    {
        const QString read = text(name, presence);
        if (!ok() || read.isEmpty()) {
            if (ok() && presence == Presence::Required)
                refuse(name, u"is empty");
            return std::nullopt;
        }
        auto value = parse(QStringView(read));
        if (!value) {
            refuse(name, fault);
            return std::nullopt;
        }
        return std::move(*value);
    }

    // Calls `read` with a reader for each object of an array, until a fault.
    void each(QLatin1StringView name, const std::function<void(JsonReader &)> &read);
    // Each text of an array.
    void eachText(QLatin1StringView name, Presence presence, const std::function<void(const QString &)> &read);

    void refuse(QLatin1StringView name, QStringView why);
    [[nodiscard]] bool ok() const { return !m_fault; }
    [[nodiscard]] Result<> outcome() const;

private:
    [[nodiscard]] QJsonValue value(QLatin1StringView name, QJsonValue::Type type, QStringView wanted,
                                   Presence presence);
    [[nodiscard]] QString full(QLatin1StringView name) const;

    QJsonObject m_object;
    QString m_path;
    std::optional<Error> m_fault;
};

} // namespace reeve::domain
