// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/base/result.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <variant>

namespace reeve::domain {

// One row of a gazetteer file: BS 7666 as councils export it (DTF 7.3) and as AddressBase Premium brings it. Both name
// the kind of row in the first column and the change in the second, and share most columns; where they differ the
// number of columns tells which it is. Rows that say nothing about an address are `GazetteerOther`.
//
// Source: AddressBase Premium column lists; for DTF 7.3 the order used by public loaders.

enum class GazetteerChange { Insert, Update, Delete };

struct GazetteerHeader // 10
{
    bool isFull = true;
    Instant processedAt{}; // when the council wrote it
    int volume = 0;
};

struct GazetteerStreet // 15: what a street is called in one language
{
    qint64 usrn = 0;
    QString language; // "ENG", "CYM"
    QString street;
    QString locality;
    QString town;
};

struct GazetteerProperty // 21: a basic land and property unit
{
    qint64 uprn = 0;
    int status = 1; // 1 approved, 6 provisional, 8 historical
    QString postcode;
    std::optional<QString> organisation; // DTF 7.3 only; AddressBase has rows of their own
};

struct GazetteerAddress // 24: one way of writing where a property is
{
    QString key;
    qint64 uprn = 0;
    qint64 usrn = 0;
    QString language;
    int status = 1;      // 1 approved, 3 alternative, 6 provisional, 8 historical
    QString unit;        // secondary addressable object: "Flat 2"
    QString building;    // primary addressable object's text: "Riverside House"
    QString houseNumber; // and its numbers: "14a-16"
    QString postcode;
};

struct GazetteerOrganisation // 31: who is there
{
    qint64 uprn = 0;
    QString name;
};

struct GazetteerTrailer // 99: the last row
{
    int nextVolume = 0; // of the same delivery; 0 after the last
};

struct GazetteerOther
{};

struct GazetteerRow
{
    GazetteerChange change = GazetteerChange::Insert;
    std::variant<GazetteerOther, GazetteerHeader, GazetteerStreet, GazetteerProperty, GazetteerAddress,
                 GazetteerOrganisation, GazetteerTrailer>
        record;
};

// InvalidInput names the column (never the value).
[[nodiscard]] Result<GazetteerRow> readGazetteerRow(const QStringList &cells);

// The address in one line, without the postcode: "Flat 2, Riverside House, 14a-16 High Street, Exampleton". Files in
// capitals are brought to the usual case.
[[nodiscard]] QString composeAddress(const GazetteerAddress &address, const GazetteerStreet &street,
                                     const QString &organisation);

// "HIGH STREET ON THE HILL" -> "High Street on the Hill". What has a small letter already is left as it is.
[[nodiscard]] QString usualCase(const QString &text);

} // namespace reeve::domain
