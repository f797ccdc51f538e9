// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonValue>
#include <QString>
#include <QStringList>

#include <map>

namespace reeve::ui {

// The name of a person's field as stored (core/domain/person_fields.h, or domain::homeAddress), for people: "Date of
// birth".
[[nodiscard]] QString fieldWords(const QString &field);

// Fields, without the key of one of several, as one reads a person; whatever else there is comes after.
[[nodiscard]] const QStringList &fieldOrder();

// What the records of others are called, by their ids.
using RecordNames = std::map<QString, QString>;

// Its value on one line; "nothing" in words when it is not set. Whoever somebody is related to is called by their
// name where `names` has it.
[[nodiscard]] QString valueWords(const QString &field, const QJsonValue &value, const RecordNames &names = {});

} // namespace reeve::ui
