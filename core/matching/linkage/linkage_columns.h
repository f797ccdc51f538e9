// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/matching/linkage/record_builder.h"
#include "core/matching/table/person_field.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <string_view>
#include <vector>

namespace reeve::matching {

// What the columns of any table of people mean, by their usual names ("surname", "lname_c1", "date_of_birth", "by",
// "bm", "bd", "street_number"). Letter case and everything but letters and digits do not matter. What Reeve has no
// field for is compared as text; what is there to judge by (cluster, label) is not looked at.
class LinkageColumns final
{
public:
    // `renamed`: column of the file -> our name, before anything else. InvalidInput when nothing can be compared.
    [[nodiscard]] static Result<LinkageColumns> read(const QStringList &header,
                                                     const QHash<QString, QString> &renamed = {});

    [[nodiscard]] std::size_t count() const noexcept { return m_columns.size(); }
    // What stands in the column with the id.
    [[nodiscard]] std::string_view id(const std::vector<std::string_view> &cells) const;
    [[nodiscard]] const QStringList &ignored() const noexcept { return m_ignored; }

    // Columns compared as text. Two files have those in common that both have.
    [[nodiscard]] const QStringList &texts() const noexcept { return m_texts; }
    void keepTexts(const QStringList &texts);

    // Half of the fields each, so that two threads may share the work.
    enum class Half { Names, Rest };
    void apply(Half half, const std::vector<std::string_view> &cells, RecordBuilder &builder,
               LinkageRecord &record) const;

private:
    enum class Meaning {
        Ignored,
        Id,
        Title,
        Given,
        Middle,
        KnownAs,
        Family,
        Former,
        FullName,
        Born,
        BirthYear,
        BirthMonth,
        BirthDay,
        Died,
        Phone,
        Email,
        Address,
        HouseNumber,
        Postcode,
        Uprn,
        NhsNumber,
        NiNumber,
        Text
    };
    struct KnownName
    {
        Meaning meaning;
        const char16_t *names; // with spaces between
    };
    struct Column
    {
        Meaning meaning = Meaning::Ignored;
        std::size_t text = 0; // which of the texts
        QString name;
    };
    [[nodiscard]] static Meaning meaningOf(const QString &name);
    [[nodiscard]] static Meaning meaningOf(PersonField field);
    [[nodiscard]] bool has(Meaning meaning) const;
    void applyNames(const Column &column, std::string_view cell, RecordBuilder &builder, LinkageRecord &record) const;
    void applyRest(const Column &column, std::string_view cell, RecordBuilder &builder, LinkageRecord &record) const;

    std::vector<Column> m_columns;
    QStringList m_texts;
    QStringList m_ignored;
    std::size_t m_id = 0;
};

} // namespace reeve::matching
