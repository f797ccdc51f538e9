// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"
#include "core/matching/table/person_field.h"
#include "core/services/person/contact_cell.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace reeve::services {

// What the columns of a table of people mean, read from its header row. Letter case, spaces, hyphens and underscores
// do not matter, and usual other names are known ("surname", "DOB", "Post Code").
class PersonColumns final
{
public:
    using Column = matching::PersonField;

    // `renamed`: column of the file -> our name, before anything else. InvalidInput when a renaming names no column of
    // ours or none of the file, when two columns are the same field (but telephone numbers, e-mail addresses and lines
    // of an address, of which there may be several), or when no column is known at all.
    [[nodiscard]] static Result<PersonColumns> read(const QStringList &header,
                                                    const QHash<QString, QString> &renamed = {});

    // Columns nobody knows; they are ignored unless the caller refuses them.
    [[nodiscard]] const QStringList &unknown() const noexcept { return m_unknown; }
    [[nodiscard]] qsizetype count() const noexcept { return static_cast<qsizetype>(m_places.size()); }

    [[nodiscard]] bool hasId() const noexcept { return has(Column::Id); }
    // The council's own reference of a row; empty when there is no such column or value, or a spreadsheet has rounded
    // it.
    [[nodiscard]] QString id(const QStringList &row) const;

    // `person` with what the row knows of it. Empty cells leave it as it is. InvalidInput names the field (never the
    // value): a date that is none, a number that fails its check, more or fewer cells than the header.
    [[nodiscard]] Result<domain::Person> apply(const QStringList &row, domain::Person person, QDate today) const;

    // The same for comparing: a cell that cannot be read counts as empty.
    [[nodiscard]] Result<domain::Person> applyLeniently(const QStringList &row, domain::Person person,
                                                        QDate today) const;

    // What a spreadsheet has rounded in a row. It counts as an empty cell, and whoever brings the row in must say so.
    struct Rounded
    {
        bool hasId = false; // which others have by now, too
        bool hasPhone = false;
        QStringList fields; // in words (never the value); empty: none
    };
    [[nodiscard]] Rounded rounded(const QStringList &row) const;

private:
    enum class Faults { Refused, Skipped };
    [[nodiscard]] Result<domain::Person> applyCells(const QStringList &row, domain::Person person, QDate today,
                                                    Faults faults) const;

    struct Place
    {
        Column column = Column::None;
        std::optional<ContactColumn> contact;
    };
    [[nodiscard]] bool has(Column column) const noexcept;
    [[nodiscard]] std::optional<ContactColumn> contactOf(const matching::PersonHeading &heading) const;

    std::vector<Place> m_places;
    QStringList m_unknown;
};

// A date as files write it: ISO, YYYYMMDD or British.
[[nodiscard]] Result<domain::PartialDate> parseFileDate(QStringView text, QDate today);

} // namespace reeve::services
