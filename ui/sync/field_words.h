// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QString>

namespace reeve::ui {

// The name of a person's field as stored (core/domain/person_fields.h), for people: "Date of birth".
[[nodiscard]] QString fieldWords(const QString &field);

// Its value on one line; "nothing" in words when it is not set.
[[nodiscard]] QString valueWords(const QString &field, const QJsonValue &value);

} // namespace reeve::ui
