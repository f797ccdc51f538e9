// SPDX-License-Identifier: MIT
#include "core/matching/linkage/linkage_columns.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::matching {

namespace {

QString compact(const QString &name)
{
    QString result;
    for (const QChar c : name) {
        if (c.isLetterOrNumber())
            result += c.toLower();
    }
    return result;
}

std::string_view trimmed(std::string_view cell)
{
    const std::size_t first = cell.find_first_not_of(" \t\r\n");
    if (first == std::string_view::npos)
        return {};
    return cell.substr(first, cell.find_last_not_of(" \t\r\n") - first + 1);
}

} // namespace

LinkageColumns::Meaning LinkageColumns::meaningOf(const QString &name)
{
    static constexpr KnownName known[] = {
        {Meaning::Id, u"id externalid reference ref personid personref personreference personnumber clientid recordid "
                      u"recid uniqueid uid rowid residentid customerid "
                      u"voterid ncid voterregnum sourceid pk"},
        {Meaning::Title, u"title salutation suffix namesuffix generation"},
        {Meaning::Given, u"givenname firstname forename given first givennames forenames fname fnamec1 firstnames"},
        {Meaning::Middle, u"middlename middlenames middle midlname secondname fnamec2 middleinitial middleinit"},
        {Meaning::KnownAs, u"knownas preferredname nickname alias"},
        {Meaning::Family, u"familyname surname lastname family last lname lnamec1 lnamec2 secondsurname"},
        {Meaning::Former, u"formername maidenname previousname previoussurname prevsurname formersurname birthname "
                          u"birthsurname"},
        {Meaning::FullName, u"fullname name personname completename"},
        {Meaning::Born, u"dateofbirth dob birthdate born birthdt"},
        {Meaning::BirthYear, u"by birthyear yearofbirth yob birthyr yearb"},
        {Meaning::BirthMonth, u"bm birthmonth monthofbirth mob"},
        {Meaning::BirthDay, u"bd birthday dayofbirth"},
        {Meaning::Died, u"dateofdeath dod deathdate died"},
        {Meaning::Phone,
         u"phone phone1 phone2 telephone tel phonenumber phonenum telephonenumber telno phoneno telephoneno "
         u"fullphonenumber landline "
         u"homephone hometel hometelephone contactnumber contacttelephone mobile mobilephone mobilenumber mobileno "
         u"mobiletel cell"},
        {Meaning::Email, u"email emailaddress mail"},
        {Meaning::Address,
         u"address address1 addressline addressline1 addr addr1 street street1 streetname road "
         u"streetaddress resstreetaddress housename mailaddr1 propertyaddress homeaddress fulladdress"},
        {Meaning::HouseNumber, u"streetnumber housenumber housenum number streetno houseno flat flatnumber unit"},
        {Meaning::Postcode, u"postcode postalcode zip zipcode postcodefake postcd zip5"},
        {Meaning::Uprn, u"uprn"},
        {Meaning::NhsNumber, u"nhsnumber nhsno nhs"},
        {Meaning::NiNumber, u"ninumber nino nationalinsurancenumber nationalinsuranceno"},
        {Meaning::Ignored,
         u"cluster clusterid truecluster label truelabel truth entid entityid identity "
         u"trueid groupid matchid firstandsurname roles language preferredlanguage communicationneeds "
         u"contactpreference sourcedataset"},
    };
    const QString wanted = compact(name);
    for (const KnownName &each : known) {
        const QString names = u' ' + QString::fromUtf16(each.names) + u' ';
        if (names.contains(u' ' + wanted + u' '))
            return each.meaning;
    }
    return Meaning::Text;
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
            columns.m_texts << compact(column.name);
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
        const qsizetype place = texts.indexOf(compact(column.name));
        if (place < 0) {
            column.meaning = Meaning::Ignored;
            m_ignored << column.name;
        } else {
            column.text = static_cast<std::size_t>(place);
        }
    }
    m_texts = texts;
}

void LinkageColumns::apply(Half half, const std::vector<std::string_view> &cells, RecordBuilder &builder,
                           LinkageRecord &record) const
{
    std::size_t fullName = m_columns.size();
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const std::string_view cell = trimmed(cells[i]);
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
        builder.fullName(record, trimmed(cells[fullName]));
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
        return builder.phone(record, cell);
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
