// SPDX-License-Identifier: MIT
#include "core/services/person/person_columns.h"

#include "core/domain/acting_for.h"
#include "core/services/person/past_values.h"
#include "core/services/person/person_cell.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

using Column = PersonColumns::Column;

struct KnownColumn
{
    Column column;
    const char16_t *ours;  // the name of our own documentation
    const char16_t *names; // compact(), separated by spaces
};
constexpr KnownColumn knownColumns[] = {
    {Column::Id, u"id",
     u"id externalid reference ref personid personref personreference personnumber clientid recordid recid uniqueid "
     u"residentid customerid"},
    {Column::Title, u"title", u"title salutation"},
    {Column::Given, u"given_name", u"givenname firstname forename given first givennames forenames firstnames fname"},
    {Column::Middle, u"middle_name", u"middlename middlenames middle secondname"},
    {Column::Family, u"family_name", u"familyname surname lastname family last lname"},
    {Column::KnownAs, u"known_as", u"knownas preferredname nickname alias"},
    {Column::Former, u"former_name", u"formername maidenname previousname previoussurname formersurname birthname"},
    {Column::Born, u"date_of_birth", u"dateofbirth dob birthdate born"},
    {Column::Died, u"date_of_death", u"dateofdeath dod deathdate died"},
    {Column::MaritalStatus, u"marital_status", u"maritalstatus legalpartnershipstatus"},
    {Column::Phone, u"phone",
     u"phone telephone tel phonenumber telephonenumber telno phoneno telephoneno landline homephone hometel "
     u"hometelephone "
     u"contactnumber contacttelephone"},
    {Column::Mobile, u"mobile", u"mobile mobilephone mobilenumber mobileno mobiletel cell"},
    {Column::Email, u"email", u"email emailaddress mail"},
    {Column::Address, u"address",
     u"address addressline address1 address2 address3 address4 address5 addressline1 addressline2 "
     u"addressline3 addressline4 streetnumber housenumber housename street road suburb locality town "
     u"posttown city county propertyaddress homeaddress fulladdress addressline5 streetname"},
    {Column::Postcode, u"postcode", u"postcode postalcode zip zipcode"},
    {Column::Uprn, u"uprn", u"uprn"},
    {Column::Language, u"preferred_language", u"preferredlanguage language"},
    {Column::Needs, u"communication_needs", u"communicationneeds"},
    {Column::Preference, u"contact_preference", u"contactpreference"},
    {Column::NhsNumber, u"nhs_number", u"nhsnumber nhsno nhs"},
    {Column::NiNumber, u"ni_number", u"ninumber nino nationalinsurancenumber nationalinsuranceno"},
    {Column::Roles, u"roles", u"roles role"},
};

QString compact(const QString &name)
{
    QString result;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

Column columnOf(const QString &name)
{
    const QString wanted = compact(name);
    for (const KnownColumn &known : knownColumns) {
        const auto names = QString::fromUtf16(known.names).split(u' ');
        if (names.contains(wanted))
            return known.column;
    }
    return Column::Ignored;
}

QStringList ourNames()
{
    QStringList names;
    for (const KnownColumn &known : knownColumns)
        names << QString::fromUtf16(known.ours);
    return names;
}

// A renaming that does nothing is a slip of the pen: the column would be left out without a word.
Result<> checkRenamed(const QStringList &header, const QHash<QString, QString> &renamed)
{
    QStringList columns;
    for (const QString &cell : header)
        columns << cell.trimmed();
    for (auto it = renamed.cbegin(); it != renamed.cend(); ++it) {
        if (columnOf(it.value()) == Column::Ignored)
            return fail(ErrorCode::InvalidInput,
                        u"no such field: %1; there are %2"_s.arg(it.value(), ourNames().join(u", "_s)));
        if (!columns.contains(it.key()))
            return fail(ErrorCode::InvalidInput,
                        u"no such column: %1; the file has %2"_s.arg(it.key(), columns.join(u", "_s)));
    }
    return {};
}

// ="00123", which keeps a spreadsheet from taking the zeros for none.
QString withoutFormula(const QString &cell)
{
    const bool isText = cell.size() >= 3 && cell.startsWith("=\""_L1) && cell.endsWith(u'"');
    return isText ? cell.sliced(2, cell.size() - 3).trimmed() : cell;
}

QString cellOf(const QStringList &row, qsizetype column)
{
    return withoutFormula(row.value(column).trimmed());
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

Result<PersonColumns> PersonColumns::read(const QStringList &header, const QHash<QString, QString> &renamed)
{
    if (const auto checked = checkRenamed(header, renamed); !checked)
        return fail(checked);
    PersonColumns columns;
    for (const QString &cell : header) {
        const QString name = cell.trimmed();
        const Column column = columnOf(renamed.value(name, name));
        if (column == Column::Ignored) {
            columns.m_unknown << name;
        } else if (column != Column::Address && std::find(columns.m_columns.cbegin(), columns.m_columns.cend(),
                                                          column) != columns.m_columns.cend()) {
            return fail(ErrorCode::InvalidInput, u"two columns for one field: "_s + name);
        }
        columns.m_columns.push_back(column);
    }
    if (columns.m_unknown.size() == header.size())
        return fail(ErrorCode::InvalidInput, u"no known column; the first row must name the fields"_s);
    return columns;
}

bool PersonColumns::hasId() const noexcept
{
    return std::find(m_columns.cbegin(), m_columns.cend(), Column::Id) != m_columns.cend();
}

QString PersonColumns::id(const QStringList &row) const
{
    const auto found = std::find(m_columns.cbegin(), m_columns.cend(), Column::Id);
    return found == m_columns.cend() ? QString() : cellOf(row, found - m_columns.cbegin());
}

Result<domain::Person> PersonColumns::apply(const QStringList &row, domain::Person person, QDate today) const
{
    return applyCells(row, std::move(person), today, Faults::Refused);
}

Result<domain::Person> PersonColumns::applyLeniently(const QStringList &row, domain::Person person, QDate today) const
{
    return applyCells(row, std::move(person), today, Faults::Skipped);
}

QString PersonColumns::roundedPhones(const QStringList &row) const
{
    QStringList words;
    for (qsizetype i = 0; i < std::min(row.size(), count()); ++i) {
        const Column column = m_columns[static_cast<std::size_t>(i)];
        if ((column == Column::Phone || column == Column::Mobile) && isRounded(cellOf(row, i)))
            words << (column == Column::Phone ? u"phone"_s : u"mobile"_s) + u": rounded by a spreadsheet"_s;
    }
    return words.join(u"; "_s);
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
        const Column column = m_columns[static_cast<std::size_t>(i)];
        if (cell.isEmpty() || column == Column::Ignored)
            continue;
        hasPostcode = hasPostcode || column == Column::Postcode;
        hasUprn = hasUprn || column == Column::Uprn;
        if (column == Column::Address)
            addressLines << linesOf(cell);
        else if (const auto applied = applyCell(person, column, cell, today); !applied && faults == Faults::Refused)
            return fail(applied);
    }
    if (!addressLines.isEmpty())
        importedAddress(person).text = addressLines.join(u", "_s);
    // What the row does not say of a new home is not what it was of the old one.
    if (before && hasMoved(*before, importedAddress(person))) {
        domain::Address &home = importedAddress(person);
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
