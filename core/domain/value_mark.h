// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"

#include <QJsonObject>
#include <QString>

#include <map>
#include <optional>
#include <vector>

namespace reeve::domain {

struct Person;

// What is known of one value of a person. Marks are added and taken away, never changed, each under a key of its own:
// two desks that confirm the same number, or one that confirms while the other edits, never conflict. A mark names the
// value it is about, so that it says nothing of the value that comes after.
enum class MarkKind {
    Other,       // of a newer version
    Told,        // somebody said so, or it was brought in
    Confirmed,   // asked again, and still right
    Unreachable, // a wrong number, a mail that came back
    PassedOn     // somebody who must know was told; `detail` says who (bereavement_policy.h)
};

// Who says so.
enum class ValueSource {
    NotSaid, // or of a newer version
    Person,  // themselves
    Representative,
    Relative,
    Document, // that was seen: a certificate, a passport
    OtherBody,
    Import,
    Staff
};

struct ValueMark
{
    QString key;   // a UUID
    QString field; // "date_of_birth"; of one of several without its key: "contact", "address"
    QString value; // fingerprintOf() the value it is about
    MarkKind kind = MarkKind::Other;
    ValueSource source = ValueSource::NotSaid;
    QString channel;           // as of an interaction: "phone", "letter"; or empty
    std::optional<Instant> at; // the desk's clock, corrected by the measured skew
    QString agent;             // login name of who wrote it down
    QString detail;            // Unreachable: "wrong_number", "bounced", "returned_post"; PassedOn: who was told

    friend bool operator==(const ValueMark &, const ValueMark &) = default;
};

// "contact/0198…" -> "contact"; what has no key stays as it is.
[[nodiscard]] QString markedField(QStringView field);

// Sixteen letters that know a value again: of a contact point its number whatever its label, of an address
// the place whatever its use and dates. `field` as in toFields() (person_fields.h).
[[nodiscard]] QString fingerprintOf(QStringView field, const QJsonValue &value);

// What the marks say of one value: the latest of each kind.
struct ValueStanding
{
    std::optional<ValueMark> told;
    std::optional<ValueMark> confirmed;   // also what the value itself says of it (confirmed_at)
    std::optional<ValueMark> unreachable; // unless it was told or confirmed since
    std::vector<ValueMark> passedOn;

    [[nodiscard]] std::optional<Instant> lastKnownRight() const; // confirmed, else told
};
[[nodiscard]] ValueStanding standingOf(const std::vector<ValueMark> &marks, QStringView field, const QJsonValue &value);

// Of every field but the marks, by its name in toFields().
[[nodiscard]] std::map<QString, ValueStanding> standingsOf(const Person &person);

// "other" and "not_said" are never written: their codes are empty.
[[nodiscard]] QString toCode(MarkKind kind);
[[nodiscard]] QString toCode(ValueSource source);
[[nodiscard]] std::optional<MarkKind> markKindOf(QStringView code);
[[nodiscard]] std::optional<ValueSource> valueSourceOf(QStringView code);

} // namespace reeve::domain
