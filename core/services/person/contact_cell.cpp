// SPDX-License-Identifier: MIT
#include "core/services/person/contact_cell.h"

#include "core/domain/phone_number.h"
#include "core/matching/table/cell_text.h"
#include "core/services/person/imported_part.h"
#include "core/services/person/told_none.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

void setContact(domain::Person &person, const ContactColumn &column, const QString &key, const QString &value)
{
    domain::ContactPoint &point = partWithKey(person.contactPoints, key);
    point.kind = column.kind;
    point.value = value;
    if (point.label.isEmpty())
        point.label = column.label;
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
    if (saysNoPhone(cell) || matching::isRounded(matching::unitsOf(cell)))
        return {};
    static const QRegularExpression between(u"\\s*(?:[;,/&|\\n]|\\bor\\b|\\band\\b)\\s*"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QStringList parts = cell.split(between, Qt::SkipEmptyParts);
    return std::all_of(parts.begin(), parts.end(), isPhone) ? parts : QStringList{cell};
}

// The first under the column's key, the next under key-2, key-3 …; what an import before had more of is gone.
void setPhones(domain::Person &person, const ContactColumn &column, const QString &cell)
{
    const QStringList phones = phonesOf(cell);
    if (phones.isEmpty())
        return;
    const auto keyOf = [&column](qsizetype number) {
        return number == 1 ? column.key : u"%1-%2"_s.arg(column.key).arg(number);
    };
    for (qsizetype number = 1; number <= phones.size(); ++number)
        setContact(person, column, keyOf(number), phones.at(number - 1));
    const auto isOfKey = [&](qsizetype number) {
        return [key = keyOf(number)](const domain::ContactPoint &point) { return point.key == key; };
    };
    for (qsizetype number = phones.size() + 1; std::erase_if(person.contactPoints, isOfKey(number)) > 0;)
        ++number;
}

struct KnownContact
{
    matching::PersonField field;
    domain::ContactKind kind;
    const char16_t *key;
    const char16_t *label;
    const char16_t *name;
};
constexpr KnownContact knownContacts[] = {
    {matching::PersonField::Phone, domain::ContactKind::Phone, u"import-phone", u"", u"phone"},
    {matching::PersonField::HomePhone, domain::ContactKind::Phone, u"import-home-phone", u"home", u"home phone"},
    {matching::PersonField::WorkPhone, domain::ContactKind::Phone, u"import-work-phone", u"work", u"work phone"},
    {matching::PersonField::Mobile, domain::ContactKind::Phone, u"import-mobile", u"mobile", u"mobile"},
    {matching::PersonField::Email, domain::ContactKind::Email, u"import-email", u"", u"email"},
    {matching::PersonField::HomeEmail, domain::ContactKind::Email, u"import-home-email", u"home", u"home email"},
    {matching::PersonField::WorkEmail, domain::ContactKind::Email, u"import-work-email", u"work", u"work email"},
};

} // namespace

std::optional<ContactColumn> contactColumn(matching::PersonField field, int number)
{
    const auto *const known = std::find_if(std::begin(knownContacts), std::end(knownContacts),
                                           [field](const KnownContact &each) { return each.field == field; });
    if (known == std::end(knownContacts))
        return std::nullopt;
    ContactColumn column{known->kind, QString::fromUtf16(known->key), QString::fromUtf16(known->label),
                         QString::fromUtf16(known->name)};
    if (number > 1) { // import-phone2: import-phone-2 is the second in a cell of the first
        column.key += QString::number(number);
        column.name += u' ' + QString::number(number);
    }
    return column;
}

void applyContact(domain::Person &person, const ContactColumn &column, const QString &cell)
{
    if (column.kind == domain::ContactKind::Phone)
        setPhones(person, column, cell);
    else
        setContact(person, column, column.key, cell);
}

} // namespace reeve::services
