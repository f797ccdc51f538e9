// SPDX-License-Identifier: MIT
#include "core/matching/pair_score.h"

#include "core/matching/string_distance.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

namespace reeve::matching {

namespace {

// Weights in bits, learned on a million council-like records.
constexpr double householdMargin = 4.5;
constexpr double rarestName = 1e-6;

// What exact agreement on a name is worth: more for a rare one. `usual` where frequencies are not known.
double nameWeight(double sameShare, double frequency, double usual)
{
    if (frequency <= 0)
        return usual;
    return std::clamp(std::log2(sameShare / std::max(frequency, rarestName)), 2.0, usual + 6.0);
}

bool isSimilar(const QString &a, const QString &b)
{
    return isWithinOneEdit(a, b) || jaroWinkler(a, b) >= 0.9;
}

struct GivenName
{
    double weight = 0;
    bool disagrees = false;
};

GivenName compareGiven(const Comparable &a, const Comparable &b, const NameFrequencies *frequencies)
{
    if (a.given.isEmpty() || b.given.isEmpty())
        return {};
    if (a.given == b.given) {
        const double share = frequencies ? std::max(frequencies->ofGiven(a.given), frequencies->ofGiven(b.given)) : 0.0;
        return {nameWeight(0.77, share, 7.7), false};
    }
    if (a.given == b.knownAs || a.knownAs == b.given || (!a.knownAs.isEmpty() && a.knownAs == b.knownAs))
        return {5.4, false};
    if (a.given.size() >= 3 && b.given.size() >= 3 && isWithinOneEdit(a.given, b.given))
        return {6.0, false};
    if (jaroWinkler(a.given, b.given) >= 0.9)
        return {2.7, false};
    if (a.given == b.family && a.family == b.given)
        return {2.7, false}; // first and family name changed places
    if ((a.given.size() == 1 || b.given.size() == 1) && a.given.front() == b.given.front())
        return {1.5, false}; // an initial
    return {-7.2, true};
}

QString digits(const domain::PartialDate &date)
{
    return date.toIso().remove(u'-').remove(u'~');
}

// NHS guidance tells staff to enter 1 January when only the year is known: never an exact agreement.
bool isYearOnly(const domain::PartialDate &date)
{
    return date.precision() != domain::PartialDate::Precision::Day || (date.day() == 1 && date.month() == 1);
}

double compareBorn(const Comparable &a, const Comparable &b)
{
    if (!a.born || !b.born)
        return 0;
    if (isYearOnly(*a.born) || isYearOnly(*b.born)) {
        if (*a.born == *b.born)
            return a.born->precision() == domain::PartialDate::Precision::Day ? 11.0 : 5.2;
        return a.born->year() == b.born->year() ? 5.2 : std::abs(a.born->year() - b.born->year()) <= 1 ? -1.6 : -6.5;
    }
    if (*a.born == *b.born)
        return 13.9;
    if (a.born->year() == b.born->year() && a.born->day() == b.born->month() && a.born->month() == b.born->day())
        return 9.4;
    if (isWithinOneEdit(digits(*a.born), digits(*b.born)))
        return 6.0;
    return std::abs(a.born->year() - b.born->year()) <= 1 ? -1.6 : -6.5;
}

enum class Place { Unknown, Same, SameDistrict, Other };

double sharedWords(const QStringList &a, const QStringList &b)
{
    qsizetype common = 0;
    for (const QString &word : a)
        common += std::binary_search(b.cbegin(), b.cend(), word) ? 1 : 0;
    const qsizetype all = a.size() + b.size() - common;
    return all > 0 ? static_cast<double>(common) / static_cast<double>(all) : 0.0;
}

Place comparePlace(const Comparable &a, const Comparable &b)
{
    const bool words = !a.addressWords.isEmpty() && !b.addressWords.isEmpty();
    const bool codes = !a.postcode.isEmpty() && !b.postcode.isEmpty();
    if (!words && !codes)
        return Place::Unknown;

    const bool samePostcode = codes && a.postcode == b.postcode;
    const double shared = words ? sharedWords(a.addressWords, b.addressWords) : 0.0;
    if (samePostcode && (!words || a.houseNumber == b.houseNumber || shared >= 0.5))
        return Place::Same;
    if (shared >= 0.6 && std::min(a.addressWords.size(), b.addressWords.size()) >= 3)
        return Place::Same;
    if (codes && a.district == b.district)
        return Place::SameDistrict;
    return Place::Other;
}

double compareSurnameAndPlace(const Comparable &a, const Comparable &b, const NameFrequencies *frequencies)
{
    const Place place = comparePlace(a, b);
    if (a.family.isEmpty() || b.family.isEmpty())
        return place == Place::Same ? 7.9 : place == Place::Other ? -1.0 : 0.0;

    if (a.family == b.family) {
        const double share =
            frequencies ? std::max(frequencies->ofFamily(a.family), frequencies->ofFamily(b.family)) : 0.0;
        switch (place) {
        case Place::Same:
            return 20.0;
        case Place::SameDistrict:
            return nameWeight(0.8, share, 8.8);
        case Place::Unknown:
        case Place::Other:
            return nameWeight(0.8, share, 8.0);
        }
    }
    const bool changedOrSwapped = a.formerFamilies.contains(b.family) || b.formerFamilies.contains(a.family) ||
                                  (a.given == b.family && a.family == b.given);
    if (isSimilar(a.family, b.family))
        return place == Place::Same ? 19.2 : 5.7;
    if (changedOrSwapped)
        return place == Place::Same ? 16.0 : 4.5;
    if (place == Place::Same)
        return 7.9;
    return place == Place::Unknown ? -5.0 : -8.2;
}

bool shareOne(const QStringList &a, const QStringList &b)
{
    return std::any_of(a.cbegin(), a.cend(), [&b](const QString &value) { return b.contains(value); });
}

double compareContact(const Comparable &a, const Comparable &b)
{
    double weight = 0;
    if (!a.phones.isEmpty() && !b.phones.isEmpty())
        weight += shareOne(a.phones, b.phones) ? 20.9 : -2.3;
    if (!a.emails.isEmpty() && !b.emails.isEmpty()) {
        const bool near = isWithinOneEdit(a.emails.front(), b.emails.front()) && a.emails.front().size() > 7;
        weight += shareOne(a.emails, b.emails) ? 20.0 : near ? 13.7 : -4.0;
    }
    return weight;
}

double compareNumber(const QString &a, const QString &b)
{
    if (a.isEmpty() || b.isEmpty())
        return 0;
    return a == b ? 22.0 : -12.0;
}

} // namespace

double PairScore::weight(const Comparable &a, const Comparable &b) const
{
    const GivenName given = compareGiven(a, b, m_frequencies);
    double household = compareSurnameAndPlace(a, b, m_frequencies) + compareContact(a, b);
    if (given.disagrees)
        household = std::min(household, -m_prior - householdMargin);

    return m_prior + given.weight + compareBorn(a, b) + household + compareNumber(a.nhsNumber, b.nhsNumber) +
           compareNumber(a.niNumber, b.niNumber);
}

double PairScore::probability(double weight)
{
    return 1.0 / (1.0 + std::exp2(-weight));
}

} // namespace reeve::matching
