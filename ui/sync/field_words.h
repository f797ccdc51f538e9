// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QString>

#include <map>

namespace reeve::ui {

// The name of a person's field as stored (core/domain/person_fields.h), for people: "Date of birth".
[[nodiscard]] QString fieldWords(const QString &field);

// What the records of others are called, by their ids.
using RecordNames = std::map<QString, QString>;

// Its value on one line; "nothing" in words when it is not set. Whoever somebody is related to is called by their
// name where `names` has it.
[[nodiscard]] QString valueWords(const QString &field, const QJsonValue &value, const RecordNames &names = {});

} // namespace reeve::ui
