// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/person.h"

#include <QDate>
#include <QHash>
#include <QString>
#include <QStringList>

#include <vector>

namespace reeve::services {

// What the columns of a table of people mean, read from its header row. Letter case, spaces, hyphens and underscores
// do not matter, and usual other names are known ("surname", "DOB", "Post Code").
class PersonColumns final
{
public:
    enum class Column {
        Ignored,
        Id,
        Title,
        Given,
        Middle,
        Family,
        KnownAs,
        Former,
        Born,
        Died,
        MaritalStatus,
        Phone,
        Mobile,
        Email,
        Address,
        Postcode,
        Uprn,
        Language,
        Needs,
        Preference,
        NhsNumber,
        NiNumber,
        Roles
    };

    // `renamed`: column of the file -> our name, before anything else. InvalidInput when a renaming names no column of
    // ours or none of the file, when two columns are the same field, or when no column is known at all.
    [[nodiscard]] static Result<PersonColumns> read(const QStringList &header,
                                                    const QHash<QString, QString> &renamed = {});

    // Columns nobody knows; they are ignored unless the caller refuses them.
    [[nodiscard]] const QStringList &unknown() const noexcept { return m_unknown; }
    [[nodiscard]] qsizetype count() const noexcept { return static_cast<qsizetype>(m_columns.size()); }

    [[nodiscard]] bool hasId() const noexcept;
    // The council's own reference of a row; empty when there is no such column or value.
    [[nodiscard]] QString id(const QStringList &row) const;

    // `person` with what the row knows of it. Empty cells leave it as it is. InvalidInput names the field (never the
    // value): a date that is none, a number that fails its check, more or fewer cells than the header.
    [[nodiscard]] Result<domain::Person> apply(const QStringList &row, domain::Person person, QDate today) const;

    // The same for comparing: a cell that cannot be read counts as empty.
    [[nodiscard]] Result<domain::Person> applyLeniently(const QStringList &row, domain::Person person,
                                                        QDate today) const;

    // Which telephone numbers of the row a spreadsheet has rounded, in words, by field (never the value); empty: none.
    // They count as empty cells, and whoever brings the row in must say so.
    [[nodiscard]] QString roundedPhones(const QStringList &row) const;

private:
    enum class Faults { Refused, Skipped };
    [[nodiscard]] Result<domain::Person> applyCells(const QStringList &row, domain::Person person, QDate today,
                                                    Faults faults) const;

    std::vector<Column> m_columns;
    QStringList m_unknown;
};

// A date as files write it: ISO, YYYYMMDD or British.
[[nodiscard]] Result<domain::PartialDate> parseFileDate(QStringView text, QDate today);

} // namespace reeve::services
