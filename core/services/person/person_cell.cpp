// SPDX-License-Identifier: MIT
#include "core/services/person/person_cell.h"

#include "core/domain/acting_for.h"
#include "core/domain/nhs_number.h"
#include "core/domain/ni_number.h"
#include "core/domain/person_fields.h"
#include "core/domain/uprn.h"
#include "core/services/person/imported_part.h"
#include "core/services/person/told_none.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

using Column = PersonColumns::Column;

constexpr int oldestYear = 1850;

Result<> setDate(std::optional<domain::PartialDate> &date, const QString &cell, QDate today, const QString &field)
{
    const auto parsed = parseFileDate(cell, today);
    if (!parsed && saysNone(cell))
        return {};
    if (!parsed)
        return fail(ErrorCode::InvalidInput, field + u": not a date"_s);
    if (domain::firstDay(*parsed) > today)
        return fail(ErrorCode::InvalidInput, field + u": in the future"_s);
    if (parsed->year() < oldestYear) // as 0001-01-01, which programs write for none
        return fail(ErrorCode::InvalidInput, field + u": before %1"_s.arg(oldestYear));
    date = *parsed;
    return {};
}

Result<> setRoles(domain::Person &person, const QString &cell)
{
    std::vector<domain::PersonRole> roles;
    static const QRegularExpression between(u"[\\s,;|]+"_s);
    const auto codes = cell.toLower().split(between, Qt::SkipEmptyParts);
    for (const QString &code : codes) {
        const auto role = domain::parsePersonRole(code);
        if (!role)
            return fail(ErrorCode::InvalidInput, u"roles: unknown code"_s);
        roles.push_back(*role);
    }
    person.roles = roles;
    return {};
}

const QString importedHome = u"import-home"_s;

// "Civil Partnership", "Single": as forms have them.
Result<domain::MaritalStatus> maritalStatusOf(const QString &cell)
{
    static const QHash<QString, domain::MaritalStatus> others = {
        {u"single"_s, domain::MaritalStatus::NeverMarried},
        {u"civil_partner"_s, domain::MaritalStatus::CivilPartnership},
        {u"separated"_s, domain::MaritalStatus::SeparatedMarried},
        {u"widow"_s, domain::MaritalStatus::Widowed},
        {u"widower"_s, domain::MaritalStatus::Widowed}};
    const QString code = cell.toLower().replace(u' ', u'_').replace(u'-', u'_');
    if (const auto other = others.constFind(code); other != others.cend())
        return *other;
    return domain::parseMaritalStatus(code);
}

// Those cells that can be wrong.
Result<> applyChecked(domain::Person &person, Column column, const QString &cell, QDate today)
{
    switch (column) {
    case Column::Born:
        return setDate(person.dateOfBirth, cell, today, u"date_of_birth"_s);
    case Column::Died:
        return setDate(person.dateOfDeath, cell, today, u"date_of_death"_s);
    case Column::Roles:
        return setRoles(person, cell);
    case Column::MaritalStatus:
        if (const auto status = maritalStatusOf(cell))
            person.maritalStatus = *status;
        else if (!saysNone(cell))
            return fail(ErrorCode::InvalidInput, u"marital_status: unknown code"_s);
        return {};
    case Column::Uprn:
        if (const auto uprn = domain::Uprn::parse(cell))
            importedAddress(person).uprn = uprn->number();
        else if (!saysNone(cell))
            return fail(ErrorCode::InvalidInput, u"uprn: not 1 to 12 digits"_s);
        return {};
    case Column::NhsNumber:
        if (const auto nhs = domain::NhsNumber::parse(cell))
            person.nhsNumber = nhs->digits();
        else if (!saysNone(cell))
            return fail(ErrorCode::InvalidInput, u"nhs_number: fails its check"_s);
        return {};
    case Column::NiNumber:
        if (const auto ni = domain::NiNumber::parse(cell))
            person.niNumber = ni->toString();
        else if (!saysNone(cell))
            return fail(ErrorCode::InvalidInput, u"ni_number: not one"_s);
        return {};
    default:
        return fail(ErrorCode::Internal, u"column without a rule"_s);
    }
}

// "03/04/1963 00:00:00", as databases and spreadsheets write a date. Another time of day is left where it is: behind it
// may stand the midnight of another time zone, and so another day.
QString withoutMidnight(QStringView date)
{
    static const QRegularExpression midnight(u"(?<=\\d)(?:T|\\s+)0?0:00(?::00(?:[.,]0+)?)?$"_s);
    return date.toString().remove(midnight);
}

// "00/04/1963", "1963-00-00", "04/1963": what is not known of a day is zeros, or not there. As ISO; empty for others.
QString partlyKnown(const QString &date)
{
    static const QRegularExpression british(u"^(?:0?0[/.-])?(\\d{1,2})[/.-](\\d{4})$"_s);
    static const QRegularExpression iso(u"^(\\d{4})-(\\d{2})-00$"_s);
    const auto asIso = [](const QString &year, const QString &month) {
        return month.toInt() == 0 ? year : u"%1-%2"_s.arg(year, month.rightJustified(2, u'0'));
    };
    if (const auto found = british.match(date); found.hasMatch())
        return asIso(found.captured(2), found.captured(1));
    if (const auto found = iso.match(date); found.hasMatch())
        return asIso(found.captured(1), found.captured(2));
    return {};
}

} // namespace

bool isImportedAddress(const domain::Address &address)
{
    return address.key == importedHome;
}

domain::Address &importedAddress(domain::Person &person)
{
    return partWithKey(person.addresses, importedHome);
}

Result<> applyCell(domain::Person &person, Column column, const QString &cell, QDate today)
{
    switch (column) {
    case Column::Id:
        person.externalId = cell;
        return {};
    case Column::Title:
        person.name.title = cell;
        return {};
    case Column::Given:
        person.name.given = cell;
        return {};
    case Column::Middle:
        person.name.middle = cell;
        return {};
    case Column::Family:
        person.name.family = cell;
        return {};
    case Column::KnownAs:
        person.knownAs = cell;
        return {};
    case Column::Former:
        partWithKey(person.formerNames, u"import-former"_s).name.family = cell;
        return {};
    case Column::Postcode:
        importedAddress(person).postcode = cell;
        return {};
    case Column::Language:
        person.preferredLanguage = cell;
        return {};
    case Column::Needs:
        person.communicationNeeds = cell;
        return {};
    case Column::Preference:
        person.contactPreference = cell;
        return {};
    default:
        return applyChecked(person, column, cell, today);
    }
}

Result<domain::PartialDate> parseFileDate(QStringView text, QDate today)
{
    const QStringView date = text.trimmed();
    const bool isCompact =
        date.size() == 8 && std::all_of(date.cbegin(), date.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (isCompact) {
        const QDate compact = QDate::fromString(date.toString(), u"yyyyMMdd"_s);
        if (compact.isValid() && compact.year() >= oldestYear && compact.year() <= today.year())
            return domain::PartialDate::fromDate(compact);
    }
    auto read = domain::PartialDate::parse(date, today);
    if (read)
        return read;
    const QString day = withoutMidnight(date);
    const QString known = partlyKnown(day);
    return domain::PartialDate::parse(known.isEmpty() ? day : known, today);
}

} // namespace reeve::services
