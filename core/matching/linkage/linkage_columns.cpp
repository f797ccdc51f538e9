// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage_columns.h"

#include "core/matching/table/cell_text.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

std::string_view trimmed(std::string_view cell)
{
    const std::size_t first = cell.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1);
}

std::string_view textOf(std::string_view cell)
{
    const std::string_view text = trimmed(cell);
    return text.starts_with('=') ? trimmed(withoutFormula(text)) : text;
}

} // namespace

LinkageColumns::Meaning LinkageColumns::meaningOf(const QString &name)
{
    // Of research files and registers of voters, and what stands there to judge by.
    static constexpr KnownName known[] = {
        {Meaning::Id, u"uid rowid voterid ncid voterregnum sourceid pk"},
        {Meaning::Title, u"suffix namesuffix generation"},
        {Meaning::Given, u"fnamec1"},
        {Meaning::Middle, u"midlname fnamec2 middleinitial middleinit"},
        {Meaning::Family, u"lnamec1 lnamec2 secondsurname"},
        {Meaning::Former, u"prevsurname birthsurname"},
        {Meaning::FullName, u"fullname name personname completename"},
        {Meaning::Born, u"birthdt"},
        {Meaning::BirthYear, u"by birthyear yearofbirth yob birthyr yearb"},
        {Meaning::BirthMonth, u"bm birthmonth monthofbirth mob"},
        {Meaning::BirthDay, u"bd birthday dayofbirth"},
        {Meaning::Phone, u"phone1 phone2 phonenum fullphonenumber"},
        {Meaning::Address, u"addr addr1 street1 streetaddress resstreetaddress mailaddr1"},
        {Meaning::HouseNumber, u"housenum number streetno houseno flat flatnumber unit"},
        {Meaning::Postcode, u"postcodefake postcd zip5"},
        {Meaning::Ignored,
         u"cluster clusterid truecluster label truelabel truth entid entityid identity trueid groupid "
         u"matchid firstandsurname sourcedataset"},
    };
    const QString wanted = compactHeading(name);
    for (const KnownName &each : known) {
        const QString names = u' ' + QString::fromUtf16(each.names) + u' ';
        if (names.contains(u' ' + wanted + u' '))
            return each.meaning;
    }
    const PersonHeading heading = personHeading(name);
    return heading.number <= 1 ? meaningOf(heading.field) : Meaning::Text;
}

// A telephone at work is that of many: it is compared as text, as the town and what else is not the person's own.
LinkageColumns::Meaning LinkageColumns::meaningOf(PersonField field)
{
    switch (field) {
    case PersonField::Id:
        return Meaning::Id;
    case PersonField::Title:
        return Meaning::Title;
    case PersonField::Given:
        return Meaning::Given;
    case PersonField::Middle:
        return Meaning::Middle;
    case PersonField::Family:
        return Meaning::Family;
    case PersonField::KnownAs:
        return Meaning::KnownAs;
    case PersonField::Former:
        return Meaning::Former;
    case PersonField::Born:
        return Meaning::Born;
    case PersonField::Died:
        return Meaning::Died;
    case PersonField::Phone:
    case PersonField::HomePhone:
    case PersonField::Mobile:
        return Meaning::Phone;
    case PersonField::Email:
    case PersonField::HomeEmail:
        return Meaning::Email;
    case PersonField::Address:
        return Meaning::Address;
    case PersonField::HouseNumber:
        return Meaning::HouseNumber;
    case PersonField::Postcode:
        return Meaning::Postcode;
    case PersonField::Uprn:
        return Meaning::Uprn;
    case PersonField::NhsNumber:
        return Meaning::NhsNumber;
    case PersonField::NiNumber:
        return Meaning::NiNumber;
    case PersonField::Language:
    case PersonField::Needs:
    case PersonField::Preference:
    case PersonField::Roles:
        return Meaning::Ignored;
    default:
        return Meaning::Text;
    }
}

bool LinkageColumns::has(Meaning meaning) const
{
    return std::any_of(m_columns.cbegin(), m_columns.cend(),
                       [meaning](const Column &column) { return column.meaning == meaning; });
}

Result<LinkageColumns> LinkageColumns::read(const QStringList &header, const QHash<QString, QString> &renamed)
{
    LinkageColumns columns;
    for (const QString &cell : header) {
        const QString name = cell.trimmed();
        const QString ours = renamed.value(name, name);
        Column column{meaningOf(ours), 0, name};
        if (column.meaning == Meaning::Text && renamed.contains(name))
            return fail(ErrorCode::InvalidInput, u"no such field: "_s + ours);
        if (column.meaning == Meaning::Id && columns.has(Meaning::Id))
            column.meaning = Meaning::Ignored;
        columns.m_columns.push_back(column);
    }
    // No id by name: the first column nobody knows is one.
    if (!columns.has(Meaning::Id)) {
        const auto first = std::find_if(columns.m_columns.begin(), columns.m_columns.end(),
                                        [](const Column &column) { return column.meaning == Meaning::Text; });
        if (first == columns.m_columns.end())
            return fail(ErrorCode::InvalidInput, u"no id column; the first row must name the fields"_s);
        first->meaning = Meaning::Id;
    }
    for (std::size_t i = 0; i < columns.m_columns.size(); ++i) {
        Column &column = columns.m_columns[i];
        if (column.meaning == Meaning::Id)
            columns.m_id = i;
        if (column.meaning == Meaning::Text && columns.m_texts.size() < static_cast<qsizetype>(mostExtras)) {
            column.text = static_cast<std::size_t>(columns.m_texts.size());
            columns.m_texts << compactHeading(column.name);
        } else if (column.meaning == Meaning::Text) {
            column.meaning = Meaning::Ignored;
        }
        if (column.meaning == Meaning::Ignored)
            columns.m_ignored << column.name;
    }
    if (columns.m_ignored.size() + 1 >= header.size())
        return fail(ErrorCode::InvalidInput, u"no known column; the first row must name the fields"_s);
    return columns;
}

void LinkageColumns::keepTexts(const QStringList &texts)
{
    for (Column &column : m_columns) {
        if (column.meaning != Meaning::Text)
            continue;
        const qsizetype place = texts.indexOf(compactHeading(column.name));
        if (place < 0) {
            column.meaning = Meaning::Ignored;
            m_ignored << column.name;
        } else {
            column.text = static_cast<std::size_t>(place);
        }
    }
    m_texts = texts;
}

std::string_view LinkageColumns::id(const std::vector<std::string_view> &cells) const
{
    return textOf(cells[m_id]);
}

void LinkageColumns::apply(Half half, const std::vector<std::string_view> &cells, RecordBuilder &builder,
                           LinkageRecord &record) const
{
    std::size_t fullName = m_columns.size();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const std::string_view cell = textOf(cells[i]);
        if (cell.empty() || m_columns[i].meaning == Meaning::Ignored)
            continue;
        if (m_columns[i].meaning == Meaning::FullName)
            fullName = i;
        else if (half == Half::Names)
            applyNames(m_columns[i], cell, builder, record);
        else
            applyRest(m_columns[i], cell, builder, record);
    }
    if (half == Half::Names)
        builder.settleBirth(record);
    // It takes what the parts of the name leave over.
    if (half == Half::Names && fullName < m_columns.size())
        builder.fullName(record, textOf(cells[fullName]));
}

void LinkageColumns::applyNames(const Column &column, std::string_view cell, RecordBuilder &builder,
                                LinkageRecord &record) const
{
    switch (column.meaning) {
    case Meaning::Title:
        return builder.title(record, cell);
    case Meaning::Given:
        return builder.given(record, cell);
    case Meaning::Middle:
        return builder.middle(record, cell);
    case Meaning::KnownAs:
        return builder.knownAs(record, cell);
    case Meaning::Family:
        return builder.family(record, cell);
    case Meaning::Former:
        return builder.former(record, cell);
    case Meaning::Born:
        return builder.born(record, cell);
    case Meaning::BirthYear:
        return builder.yearOfBirth(record, cell);
    case Meaning::BirthMonth:
        return builder.monthOfBirth(record, cell);
    case Meaning::BirthDay:
        return builder.dayOfBirth(record, cell);
    case Meaning::Died:
        return builder.died(record, cell);
    case Meaning::Text:
        return builder.extra(record, column.text, cell);
    default:
        return;
    }
}

void LinkageColumns::applyRest(const Column &column, std::string_view cell, RecordBuilder &builder,
                               LinkageRecord &record) const
{
    switch (column.meaning) {
    case Meaning::Phone:
        return isRounded(cell) ? void() : builder.phone(record, cell);
    case Meaning::Email:
        return builder.email(record, cell);
    case Meaning::Address:
        return builder.address(record, cell);
    case Meaning::HouseNumber:
        return builder.houseNumber(record, cell);
    case Meaning::Postcode:
        return builder.postcode(record, cell);
    case Meaning::Uprn:
        return builder.uprn(record, cell);
    case Meaning::NhsNumber:
        return builder.nhsNumber(record, cell);
    case Meaning::NiNumber:
        return builder.niNumber(record, cell);
    default:
        return;
    }
}

} // namespace reeve::matching
