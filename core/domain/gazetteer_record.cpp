// SPDX-License-Identifier: MIT
#include "core/domain/gazetteer_record.h"

#include "core/domain/uprn.h"

#include <QDateTime>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

// The columns both forms share, from 0.
namespace column {
enum : int { Kind, Change, ProcessingOrder, Number };
enum Header : int { ProcessDate = 3, Volume = 4, TimeStamp = 6, FileType = 8 };
enum Trailer : int { NextVolume = 1 };
enum Street : int { StreetName = 4, Locality, Town, County, StreetLanguage };
enum Property : int { PropertyStatus = 4 };
enum Address : int { Key = 4, Language, AddressStatus };
enum Secondary : int { SecondaryStart = 11, SecondaryText = 15, PrimaryStart = 16, PrimaryText = 20, Usrn = 21 };
enum Organisation : int { OrganisationName = 5 };
} // namespace column

// Where the two forms differ, by the number of columns a row has.
struct PropertyForm
{
    int columns;
    int postcode;     // -1: told with the address
    int organisation; // -1: told in a row of its own
};
constexpr std::array propertyForms{PropertyForm{21, 20, -1}, PropertyForm{22, 20, -1}, PropertyForm{23, -1, 17}};

struct AddressForm
{
    int columns;
    int postcode; // -1: told with the property
};
constexpr std::array addressForms{AddressForm{26, -1}, AddressForm{27, 24}, AddressForm{30, 24}};

constexpr qsizetype longestCell = 500;

class Cells
{
public:
    explicit Cells(const QStringList &cells) : m_cells(cells) {}

    [[nodiscard]] QString text(int at) const { return at >= 0 ? m_cells.value(at).trimmed() : QString(); }

    [[nodiscard]] Result<qint64> number(int at, QLatin1StringView name) const
    {
        const auto parsed = Uprn::parse(text(at)); // a USRN is up to eight digits of the same form
        if (!parsed)
            return fail(ErrorCode::InvalidInput, name + u": not a number of 1 to 12 digits"_s);
        return parsed->number();
    }

    [[nodiscard]] Result<int> status(int at) const
    {
        bool isNumber = false;
        const int value = text(at).toInt(&isNumber);
        if (!isNumber || value < 1 || value > 9)
            return fail(ErrorCode::InvalidInput, u"logical status: not 1 to 9"_s);
        return value;
    }

    // "14", "A", "16", "" -> "14a-16"
    [[nodiscard]] QString numbers(int start) const
    {
        const auto part = [this](int at) {
            const QString number = text(at);
            return number == u"0" ? QString() : number + text(at + 1).toLower();
        };
        const QString first = part(start);
        const QString last = part(start + 2);
        return last.isEmpty() ? first : first + u'-' + last;
    }

    [[nodiscard]] qsizetype count() const { return m_cells.size(); }

private:
    const QStringList &m_cells;
};

template <typename Forms>
auto formOf(const Forms &forms, qsizetype columns)
{
    return std::find_if(forms.begin(), forms.end(), [columns](const auto &form) { return form.columns == columns; });
}

Result<GazetteerChange> readChange(const QString &code)
{
    if (code == u"I")
        return GazetteerChange::Insert;
    if (code == u"U")
        return GazetteerChange::Update;
    if (code == u"D")
        return GazetteerChange::Delete;
    return fail(ErrorCode::InvalidInput, u"change type: not I, U or D"_s);
}

Result<GazetteerHeader> readHeader(const Cells &cells)
{
    GazetteerHeader header;
    const QDate date = QDate::fromString(cells.text(column::ProcessDate), Qt::ISODate);
    if (!date.isValid())
        return fail(ErrorCode::InvalidInput, u"header, process date: not a date"_s);
    QString clock = cells.text(column::TimeStamp).remove(u':');
    const QTime time = QTime::fromString(clock.rightJustified(6, u'0').left(6), u"HHmmss"_s);
    header.processedAt =
        fromMilliseconds(QDateTime(date, time.isValid() ? time : QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    header.volume = cells.text(column::Volume).toInt();
    const QString type = cells.text(column::FileType);
    header.isFull = type.startsWith(u'F', Qt::CaseInsensitive);
    if (!header.isFull && !type.startsWith(u'C', Qt::CaseInsensitive)) // a full one would take the list's place
        return fail(ErrorCode::InvalidInput, u"header, file type: neither F (full) nor C (change-only)"_s);
    return header;
}

Result<GazetteerStreet> readStreet(const Cells &cells)
{
    const auto usrn = cells.number(column::Number, "USRN"_L1);
    if (!usrn)
        return fail(usrn);
    return GazetteerStreet{*usrn, cells.text(column::StreetLanguage), cells.text(column::StreetName),
                           cells.text(column::Locality), cells.text(column::Town)};
}

Result<GazetteerProperty> readProperty(const Cells &cells)
{
    const auto form = formOf(propertyForms, cells.count());
    if (form == propertyForms.end())
        return fail(ErrorCode::InvalidInput, u"BLPU: not 21 to 23 columns"_s);
    const auto uprn = cells.number(column::Number, "UPRN"_L1);
    if (!uprn)
        return fail(uprn);
    const auto status = cells.status(column::PropertyStatus);
    if (!status)
        return fail(status);
    GazetteerProperty property{*uprn, *status, cells.text(form->postcode), std::nullopt};
    if (form->organisation >= 0)
        property.organisation = cells.text(form->organisation);
    return property;
}

Result<GazetteerAddress> readAddress(const Cells &cells)
{
    const auto form = formOf(addressForms, cells.count());
    if (form == addressForms.end())
        return fail(ErrorCode::InvalidInput, u"LPI: not 26, 27 or 30 columns"_s);
    GazetteerAddress address;
    const auto uprn = cells.number(column::Number, "UPRN"_L1);
    const auto usrn = cells.number(column::Usrn, "USRN"_L1);
    const auto status = cells.status(column::AddressStatus);
    if (!uprn)
        return fail(uprn);
    if (!usrn)
        return fail(usrn);
    if (!status)
        return fail(status);
    address.key = cells.text(column::Key);
    if (address.key.isEmpty())
        return fail(ErrorCode::InvalidInput, u"LPI key: empty"_s);
    address.uprn = *uprn;
    address.usrn = *usrn;
    address.status = *status;
    address.language = cells.text(column::Language);
    const QString unit = usualCase(cells.text(column::SecondaryText));
    address.unit = QStringList{unit, cells.numbers(column::SecondaryStart)}.join(u' ').trimmed();
    address.building = cells.text(column::PrimaryText);
    address.houseNumber = cells.numbers(column::PrimaryStart);
    address.postcode = cells.text(form->postcode);
    return address;
}

Result<GazetteerOrganisation> readOrganisation(const Cells &cells)
{
    const auto uprn = cells.number(column::Number, "UPRN"_L1);
    if (!uprn)
        return fail(uprn);
    return GazetteerOrganisation{*uprn, cells.text(column::OrganisationName)};
}

// A row that is only there to be removed may come with its key and nothing else.
template <typename Record>
Result<GazetteerRow> rowWith(GazetteerChange change, Result<Record> record)
{
    if (!record)
        return fail(record);
    return GazetteerRow{change, std::move(*record)};
}

} // namespace

Result<GazetteerRow> readGazetteerRow(const QStringList &row)
{
    const Cells cells(row);
    for (const QString &cell : row) {
        if (cell.size() > longestCell)
            return fail(ErrorCode::InvalidInput, u"a cell of more than %1 characters"_s.arg(longestCell));
    }
    bool isNumber = false;
    const int kind = cells.text(column::Kind).toInt(&isNumber);
    if (!isNumber || kind < 10 || kind > 99)
        return fail(ErrorCode::InvalidInput, u"record identifier: not 10 to 99"_s);
    if (kind == 10)
        return rowWith(GazetteerChange::Insert, readHeader(cells));
    if (kind == 99)
        return GazetteerRow{GazetteerChange::Insert, GazetteerTrailer{cells.text(column::NextVolume).toInt()}};
    if (kind != 15 && kind != 21 && kind != 24 && kind != 31)
        return GazetteerRow{};

    const auto change = readChange(cells.text(column::Change));
    if (!change)
        return fail(change);
    switch (kind) {
    case 15:
        return rowWith(*change, readStreet(cells));
    case 21:
        return rowWith(*change, readProperty(cells));
    case 24:
        return rowWith(*change, readAddress(cells));
    default:
        return rowWith(*change, readOrganisation(cells));
    }
}

} // namespace reeve::domain
