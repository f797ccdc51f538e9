// SPDX-License-Identifier: MIT
#include "core/services/person/person_cell.h"

#include "core/domain/acting_for.h"
#include "core/domain/nhs_number.h"
#include "core/domain/ni_number.h"
#include "core/domain/person_fields.h"
#include "core/domain/phone_number.h"
#include "core/domain/uprn.h"

#include <QHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

using Column = PersonColumns::Column;

constexpr int oldestYear = 1850;

// The part with this key; made at the end when missing.
template <typename Part>
Part &partWithKey(std::vector<Part> &parts, const QString &key)
{
    const auto found = std::find_if(parts.begin(), parts.end(), [&key](const Part &part) { return part.key == key; });
    if (found != parts.end())
        return *found;
    Part &added = parts.emplace_back();
    added.key = key;
    return added;
}

void setContact(domain::Person &person, domain::ContactKind kind, const QString &key, const QString &value,
                const QString &label)
{
    domain::ContactPoint &point = partWithKey(person.contactPoints, key);
    point.kind = kind;
    point.value = value;
    if (point.label.isEmpty())
        point.label = label;
}

// The letters and digits of a cell, but for zeros, which say nothing.
QString lettersOf(const QString &cell)
{
    QString letters;
    for (const QChar c : cell) {
        if (c.isLetterOrNumber() && c != u'0')
            letters += c.toLower();
    }
    return letters;
}

// "n/a", "not known", "-", "00/00/0000": says that there is none.
bool saysNone(const QString &cell)
{
    static const QStringList words = {u"dim"_s,  u"na"_s,       u"nil"_s,      u"nk"_s,   u"no"_s,
                                      u"none"_s, u"notgiven"_s, u"notknown"_s, u"null"_s, u"refused"_s,
                                      u"tbc"_s,  u"unknown"_s,  u"withheld"_s};
    const QString letters = lettersOf(cell);
    return letters.isEmpty() || words.contains(letters);
}

// "ex-directory", "0": says that there is none, too.
bool saysNoPhone(const QString &cell)
{
    static const QStringList words = {u"exdir"_s, u"exdirectory"_s, u"nonumber"_s, u"nophone"_s, u"xd"_s};
    return saysNone(cell) || words.contains(lettersOf(cell));
}

// "01632 960999": it is looked into when the person is tidied (tidy_person.h), and not before that for every row.
bool isOneNumber(const QString &cell)
{
    return std::all_of(cell.begin(), cell.end(),
                       [](QChar c) { return (c >= u'0' && c <= u'9') || QStringView(u" +()-.").contains(c); }) &&
           std::any_of(cell.begin(), cell.end(), [](QChar c) { return c >= u'1' && c <= u'9'; });
}

// "01632 960999 / 07700 900111": where each part can be dialled. Anything else is one, as it was told.
QStringList phonesOf(const QString &cell)
{
    if (isOneNumber(cell))
        return {cell};
    const auto isPhone = [](const QString &text) { return domain::PhoneNumber::parse(text).has_value(); };
    if (isPhone(cell))
        return {cell};
    if (saysNoPhone(cell) || isRounded(cell))
        return {};
    static const QRegularExpression between(u"\\s*(?:[;,/&|\\n]|\\bor\\b|\\band\\b)\\s*"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QStringList parts = cell.split(between, Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), isPhone) ? parts : QStringList{cell};
}

// The first under `key`, the next under key-2, key-3 …; what an import before had more of is gone.
void setPhones(domain::Person &person, const QString &key, const QString &cell, const QString &label)
{
    const QStringList phones = phonesOf(cell);
    if (phones.isEmpty())
        return;
    const auto keyOf = [&key](qsizetype number) { return number == 1 ? key : u"%1-%2"_s.arg(key).arg(number); };
    for (qsizetype number = 1; number <= phones.size(); ++number)
        setContact(person, domain::ContactKind::Phone, keyOf(number), phones.at(number - 1), label);
    const auto isOfKey = [&](qsizetype number) {
        return [key = keyOf(number)](const domain::ContactPoint &point) { return point.key == key; };
    };
    for (qsizetype number = phones.size() + 1; std::erase_if(person.contactPoints, isOfKey(number)) > 0;)
        ++number;
}

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

bool isRounded(const QString &cell)
{
    static const QRegularExpression rounded(u"^\\d([.,]\\d+)?e\\+?\\d+$"_s, QRegularExpression::CaseInsensitiveOption);
    return cell.contains(u'e', Qt::CaseInsensitive) && rounded.match(cell).hasMatch();
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
    case Column::Phone:
        setPhones(person, u"import-phone"_s, cell, {});
        return {};
    case Column::Mobile:
        setPhones(person, u"import-mobile"_s, cell, u"mobile"_s);
        return {};
    case Column::Email:
        setContact(person, domain::ContactKind::Email, u"import-email"_s, cell, {});
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
