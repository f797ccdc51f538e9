// SPDX-License-Identifier: MIT
#include "core/services/person/past_values.h"

#include "core/matching/same_place.h"
#include "core/matching/string_distance.h"

#include <QCryptographicHash>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr int slip = 1;       // edits of a name that was mistyped
constexpr int streetSlip = 3; // and of an address

bool isOther(const QString &a, const QString &b)
{
    const QString x = a.toCaseFolded();
    const QString y = b.toCaseFolded();
    const bool isShortened = x.startsWith(y) || y.startsWith(x); // "J" and "Joan", or one that is not known
    return !isShortened && matching::editDistance(x, y, slip + 1) > slip;
}

bool isOtherName(const domain::PersonName &a, const domain::PersonName &b)
{
    return !a.isEmpty() && !b.isEmpty() && (isOther(a.family, b.family) || isOther(a.given, b.given));
}

bool isSameName(const domain::PersonName &a, const domain::PersonName &b)
{
    return a.given.compare(b.given, Qt::CaseInsensitive) == 0 && a.middle.compare(b.middle, Qt::CaseInsensitive) == 0 &&
           a.family.compare(b.family, Qt::CaseInsensitive) == 0;
}

// "14a" of "Flat 2, 14a Mill Lane": every word with a digit in it, which tell houses apart.
QStringList numbersOf(const QString &text)
{
    static const QRegularExpression number(u"\\b[a-z]?\\d+[a-z]?\\b"_s, QRegularExpression::CaseInsensitiveOption);
    QStringList numbers;
    for (auto found = number.globalMatch(text); found.hasNext();)
        numbers << found.next().captured().toCaseFolded();
    return numbers;
}

bool isOtherPlace(const domain::Address &a, const domain::Address &b)
{
    if (a.uprn && b.uprn)
        return *a.uprn != *b.uprn;
    const bool haveBothPostcodes = !a.postcode.isEmpty() && !b.postcode.isEmpty();
    if (haveBothPostcodes && a.postcode.compare(b.postcode, Qt::CaseInsensitive) != 0)
        return true;
    const QStringList ours = numbersOf(a.text);
    const QStringList theirs = numbersOf(b.text);
    if (!ours.isEmpty() && !theirs.isEmpty() && ours != theirs)
        return true;
    return !haveBothPostcodes && !a.text.isEmpty() && !b.text.isEmpty() &&
           matching::editDistance(a.text.toCaseFolded(), b.text.toCaseFolded(), streetSlip + 1) > streetSlip;
}

bool isSamePlaceAsWritten(const domain::Address &a, const domain::Address &b)
{
    return a.text.compare(b.text, Qt::CaseInsensitive) == 0 && a.postcode.compare(b.postcode, Qt::CaseInsensitive) == 0;
}

// The same for the same value, so that whoever keeps it twice keeps it once.
QString keyOf(const QStringList &value)
{
    const QByteArray hash =
        QCryptographicHash::hash(value.join(u'\n').toCaseFolded().toUtf8(), QCryptographicHash::Sha256);
    return u"past-"_s + QString::fromLatin1(hash.first(8).toHex());
}

void keepName(const domain::PersonName &past, domain::Person &after)
{
    if (!isOtherName(past, after.name) ||
        std::ranges::any_of(after.formerNames, [&past](const auto &former) { return isSameName(former.name, past); }))
        return;
    domain::FormerName &kept = after.formerNames.emplace_back();
    kept.name = past;
    kept.name.title.clear(); // a title is of today
    kept.key = keyOf({past.given, past.middle, past.family});
}

// Who moves back to a former home lives there twice: what tells the stays apart is their dates.
bool isSameStay(const domain::Address &a, const domain::Address &b)
{
    return isSamePlaceAsWritten(a, b) && a.from == b.from && (!a.to || !b.to || a.to == b.to);
}

QString keyOfStay(const domain::Address &stay)
{
    QStringList value{stay.text, stay.postcode, stay.uprn ? QString::number(*stay.uprn) : QString()};
    if (stay.from || stay.to)
        value << (stay.from ? stay.from->toIso() : QString()) << (stay.to ? stay.to->toIso() : QString());
    return keyOf(value);
}

void keepHome(const domain::Address &past, domain::Person &after)
{
    const domain::Address *home = after.homeAddress();
    // What did not change is seen first: every row of a file that is imported again comes here.
    if (!home || isSamePlaceAsWritten(*home, past) || !isOtherPlace(past, *home))
        return;
    domain::Address kept = past;
    kept.use = domain::AddressUse::Previous;
    if (!kept.to && home->from != past.from) // the same day was taken over with the row, and is not that of the move
        kept.to = home->from;
    kept.key = keyOfStay(kept);
    const bool isThere = std::ranges::any_of(after.addresses, [&](const domain::Address &address) {
        const bool isThatRow = address.key == past.key && isSamePlaceAsWritten(address, past); // whatever its dates say
        return isThatRow || isSameStay(address, kept);
    });
    if (!isThere)
        after.addresses.push_back(std::move(kept));
}

} // namespace

bool hasMoved(const domain::Address &from, const domain::Address &to)
{
    domain::Address before = from;
    domain::Address after = to;
    before.uprn.reset();
    after.uprn.reset();
    for (QString *const postcode : {&before.postcode, &after.postcode})
        *postcode = postcode->toUpper().remove(u' ');
    if (!before.postcode.isEmpty() && !after.postcode.isEmpty() && before.postcode != after.postcode)
        return true;
    if (before.text.isEmpty() || after.text.isEmpty())
        return false;
    before.postcode = after.postcode = u"one"_s; // of one person, where one of them is not told
    if (matching::isSamePlace(before, after))
        return false;
    before.postcode.clear();
    after.postcode.clear();
    return isOtherPlace(before, after) || numbersOf(before.text) != numbersOf(after.text);
}

domain::Person withPastKept(const domain::Person &before, domain::Person after)
{
    keepName(before.name, after);
    if (const domain::Address *home = before.homeAddress())
        keepHome(*home, after);
    return after;
}

} // namespace reeve::services
