// SPDX-License-Identifier: MIT
#include "core/services/person/person_columns.h"

#include "core/domain/acting_for.h"
#include "core/matching/table/cell_text.h"
#include "core/services/person/past_values.h"
#include "core/services/person/person_cell.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

using Column = PersonColumns::Column;

// A renaming that does nothing is a slip of the pen: the column would be left out without a word.
Result<> checkRenamed(const QStringList &header, const QHash<QString, QString> &renamed)
{
    QStringList columns;
    for (const QString &cell : header)
        columns << cell.trimmed();
    for (auto it = renamed.cbegin(); it != renamed.cend(); ++it) {
        if (matching::personHeading(it.value()).field == Column::None)
            return fail(ErrorCode::InvalidInput, u"no such field: %1; there are %2"_s.arg(
                                                     it.value(), matching::personFieldNames().join(u", "_s)));
        if (!columns.contains(it.key()))
            return fail(ErrorCode::InvalidInput,
                        u"no such column: %1; the file has %2"_s.arg(it.key(), columns.join(u", "_s)));
    }
    return {};
}

QString cellOf(const QStringList &row, qsizetype column)
{
    const QString cell = row.value(column).trimmed();
    if (!cell.startsWith(u'='))
        return cell;
    const std::u16string_view text = matching::withoutFormula(matching::unitsOf(cell));
    return QStringView(text.data(), static_cast<qsizetype>(text.size())).trimmed().toString();
}

// Spreadsheets keep an address in one cell with line breaks.
QStringList linesOf(const QString &cell)
{
    if (!cell.contains(u'\n') && !cell.contains(u'\r'))
        return {cell};
    QStringList lines;
    const auto parts = QString(cell).replace(u'\r', u'\n').split(u'\n', Qt::SkipEmptyParts);
    for (const QString &part : parts)
        lines << part.trimmed();
    return lines;
}

} // namespace

bool PersonColumns::has(Column column) const noexcept
{
    return std::any_of(m_places.cbegin(), m_places.cend(),
                       [column](const Place &place) { return place.column == column; });
}

// Several telephone numbers are several columns: "phone 2" is the second, and so is "telephone" beside "phone".
std::optional<ContactColumn> PersonColumns::contactOf(const matching::PersonHeading &heading) const
{
    const auto isTaken = [this](const ContactColumn &wanted) {
        return std::any_of(m_places.cbegin(), m_places.cend(),
                           [&wanted](const Place &place) { return place.contact && place.contact->key == wanted.key; });
    };
    auto contact = contactColumn(heading.field, std::max(heading.number, 1));
    for (int number = 1; contact && isTaken(*contact); ++number)
        contact = contactColumn(heading.field, number);
    return contact;
}

Result<PersonColumns> PersonColumns::read(const QStringList &header, const QHash<QString, QString> &renamed)
{
    if (const auto checked = checkRenamed(header, renamed); !checked)
        return fail(checked);
    PersonColumns columns;
    for (const QString &cell : header) {
        const QString name = cell.trimmed();
        const matching::PersonHeading heading = matching::personHeading(renamed.value(name, name));
        Place place{heading.field, columns.contactOf(heading)};
        if (place.column == Column::AddressPart || place.column == Column::HouseNumber)
            place.column = Column::Address;
        if (place.column == Column::None)
            columns.m_unknown << name;
        else if (place.column != Column::Address && !place.contact && columns.has(place.column))
            return fail(ErrorCode::InvalidInput, u"two columns for one field: "_s + name);
        columns.m_places.push_back(std::move(place));
    }
    if (columns.m_unknown.size() == header.size())
        return fail(ErrorCode::InvalidInput, u"no known column; the first row must name the fields"_s);
    return columns;
}

QString PersonColumns::id(const QStringList &row) const
{
    const auto found =
        std::find_if(m_places.cbegin(), m_places.cend(), [](const Place &place) { return place.column == Column::Id; });
    if (found == m_places.cend())
        return {};
    const QString cell = cellOf(row, found - m_places.cbegin());
    return matching::isRoundedReference(matching::unitsOf(cell)) ? QString() : cell;
}

Result<domain::Person> PersonColumns::apply(const QStringList &row, domain::Person person, QDate today) const
{
    return applyCells(row, std::move(person), today, Faults::Refused);
}

Result<domain::Person> PersonColumns::applyLeniently(const QStringList &row, domain::Person person, QDate today) const
{
    return applyCells(row, std::move(person), today, Faults::Skipped);
}

PersonColumns::Rounded PersonColumns::rounded(const QStringList &row) const
{
    Rounded rounded;
    const auto note = [&rounded](const QString &field) { rounded.fields << field + u": rounded by a spreadsheet"_s; };
    for (qsizetype i = 0; i < std::min(row.size(), count()); ++i) {
        const Place &place = m_places[static_cast<std::size_t>(i)];
        const bool isPhone = place.contact && place.contact->kind == domain::ContactKind::Phone;
        if (!isPhone && place.column != Column::Id)
            continue;
        const QString cell = cellOf(row, i);
        if (isPhone && matching::isRounded(matching::unitsOf(cell))) {
            rounded.hasPhone = true;
            note(place.contact->name);
        } else if (!isPhone && matching::isRoundedReference(matching::unitsOf(cell))) {
            rounded.hasId = true;
            note(u"id"_s);
        }
    }
    return rounded;
}

Result<domain::Person> PersonColumns::applyCells(const QStringList &row, domain::Person person, QDate today,
                                                 Faults faults) const
{
    if (row.size() != count())
        return fail(ErrorCode::InvalidInput, u"%1 cells where the header has %2"_s.arg(row.size()).arg(count()));

    const auto known = std::find_if(person.addresses.cbegin(), person.addresses.cend(), isImportedAddress);
    const std::optional<domain::Address> before =
        known == person.addresses.cend() ? std::nullopt : std::optional(*known);
    bool hasPostcode = false;
    bool hasUprn = false;
    QStringList addressLines;
    for (qsizetype i = 0; i < row.size(); ++i) {
        const QString cell = cellOf(row, i);
        const Place &place = m_places[static_cast<std::size_t>(i)];
        const Column column = place.column;
        if (cell.isEmpty() || column == Column::None)
            continue;
        hasPostcode = hasPostcode || column == Column::Postcode;
        hasUprn = hasUprn || column == Column::Uprn;
        if (column == Column::Address)
            addressLines << linesOf(cell);
        else if (place.contact)
            applyContact(person, *place.contact, cell);
        else if (column == Column::Id && matching::isRoundedReference(matching::unitsOf(cell)))
            continue;
        else if (const auto applied = applyCell(person, column, cell, today); !applied && faults == Faults::Refused)
            return fail(applied);
    }
    if (!addressLines.isEmpty())
        importedAddress(person).text = addressLines.join(u", "_s);
    // What the row does not say of a new home is not what it was of the old one.
    if (before && hasMoved(*before, importedAddress(person))) {
        domain::Address &home = importedAddress(person);
        home.from.reset();
        home.to.reset();
        home.confirmedAt.reset();
        if (!hasUprn)
            home.uprn.reset();
        if (!hasPostcode && !addressLines.isEmpty())
            home.postcode.clear();
    }
    if (faults == Faults::Refused && person.dateOfBirth && person.dateOfDeath &&
        domain::lastDay(*person.dateOfDeath) < domain::firstDay(*person.dateOfBirth))
        return fail(ErrorCode::InvalidInput, u"date_of_death: before date_of_birth"_s);
    return person;
}

} // namespace reeve::services
