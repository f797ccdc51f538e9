// SPDX-License-Identifier: MIT
#include "core/matching/linkage/evidence.h"
#include "core/matching/string_distance.h"

#include <algorithm>

namespace reeve::matching {

namespace {

using Number = TextPool::Number;

// A number that more people than this share (a hostel, a support worker, a default) says nothing about who someone is.
constexpr std::uint32_t mostSharing = 6;
constexpr qsizetype longEnoughUser = 8; // for one edit to be a slip and not another person
constexpr double leastJaro = 0.83;      // of which Winkler's prefix makes 0.9
constexpr std::uint32_t allButLetters = letterSet(u"02468.");

QStringView view(std::u16string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

// As namesakes have: jsmith12, jsmith13, j.smith, j_smith.
bool hasSameLetters(QStringView a, QStringView b)
{
    qsizetype i = 0;
    qsizetype j = 0;
    while (true) {
        while (i < a.size() && !a[i].isLetter())
            ++i;
        while (j < b.size() && !b[j].isLetter())
            ++j;
        if (i == a.size() || j == b.size())
            return i == a.size() && j == b.size() && !a.isEmpty() && !b.isEmpty();
        if (a[i++] != b[j++])
            return false;
    }
}

// One slip apart, as texts of one pool.
bool isSlip(const TextPool &pool, Number a, Number b)
{
    return mayBeWithin(1, pool.letters(a), pool.letters(b)) && isWithinOneEdit(view(pool.text(a)), view(pool.text(b)));
}

bool saysSomething(const Frequencies &frequencies, Number contact)
{
    return contact != 0 && frequencies.of(contact) <= mostSharing;
}

void comparePhones(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Evidence &evidence)
{
    const Frequencies &frequencies = set.frequencies(static_cast<std::size_t>(MatchField::Phone));
    bool comparedOne = false;
    Number shared = 0;
    bool isNear = false;
    for (const Number left : a.phones) {
        if (!saysSomething(frequencies, left))
            continue;
        for (const Number right : b.phones) {
            if (!saysSomething(frequencies, right))
                continue;
            comparedOne = true;
            if (left == right)
                shared = shared == 0 || frequencies.of(left) < frequencies.of(shared) ? left : shared;
            else if (shared == 0 && !isNear)
                isNear = isSlip(set.phones, left, right);
        }
    }
    if (shared != 0)
        evidence.setSame(MatchField::Phone, frequencies, shared);
    else if (comparedOne)
        evidence.set(MatchField::Phone, isNear ? Agreement::OneEdit : Agreement::Differs);
}

void compareLandlines(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Evidence &evidence)
{
    const Frequencies &frequencies = set.frequencies(static_cast<std::size_t>(MatchField::Landline));
    if (!saysSomething(frequencies, a.landline) || !saysSomething(frequencies, b.landline))
        return;
    if (a.landline == b.landline)
        evidence.setSame(MatchField::Landline, frequencies, a.landline);
    else
        evidence.set(MatchField::Landline,
                     isSlip(set.phones, a.landline, b.landline) ? Agreement::OneEdit : Agreement::Differs);
}

void compareEmails(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Evidence &evidence)
{
    const Frequencies &frequencies = set.frequencies(static_cast<std::size_t>(MatchField::Email));
    if (!saysSomething(frequencies, a.email) || !saysSomething(frequencies, b.email))
        return;
    if (a.email == b.email) {
        evidence.setSame(MatchField::Email, frequencies, a.email);
        return;
    }
    const Letters lettersA = set.emails.letters(a.email);
    const Letters lettersB = set.emails.letters(b.email);
    const bool sameLetters = ((lettersA.set ^ lettersB.set) & ~allButLetters) == 0;
    if (!sameLetters && !mayBeWithin(1, lettersA, lettersB) && !mayBeJaro(leastJaro, lettersA, lettersB)) {
        evidence.set(MatchField::Email, Agreement::Differs);
        return;
    }
    const QStringView leftUser = view(set.emails.head(a.email));
    const QStringView rightUser = view(set.emails.head(b.email));
    const qsizetype shorter = std::min(leftUser.size(), rightUser.size());
    if (leftUser == rightUser && shorter > 0)
        evidence.set(MatchField::Email, Agreement::Part);
    else if (hasSameLetters(leftUser, rightUser))
        evidence.set(MatchField::Email, Agreement::Near);
    else if (shorter >= longEnoughUser && isWithinOneEdit(leftUser, rightUser))
        evidence.set(MatchField::Email, Agreement::OneEdit);
    else if (shorter >= 4 && jaroWinkler(leftUser, rightUser) >= 0.9)
        evidence.set(MatchField::Email, Agreement::SoundsAlike);
    else
        evidence.set(MatchField::Email, Agreement::Differs);
}

void compareNumbers(const RecordSet &set, MatchField field, Number a, Number b, Evidence &evidence)
{
    if (a == 0 || b == 0)
        return;
    const Frequencies &frequencies = set.frequencies(static_cast<std::size_t>(field));
    if (a == b)
        evidence.setSame(field, frequencies, a);
    else
        evidence.set(field, isSlip(set.identities, a, b) ? Agreement::OneEdit : Agreement::Differs);
}

} // namespace

void compareContacts(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Evidence &evidence)
{
    comparePhones(set, a, b, evidence);
    compareLandlines(set, a, b, evidence);
    compareEmails(set, a, b, evidence);
    compareNumbers(set, MatchField::NhsNumber, a.nhsNumber, b.nhsNumber, evidence);
    compareNumbers(set, MatchField::NiNumber, a.niNumber, b.niNumber, evidence);
}

void compareExtras(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b, Evidence &evidence)
{
    const auto extras = static_cast<std::size_t>(set.extraNames.size());
    for (std::size_t i = 0; i < extras; ++i) {
        const Number left = a.extras[i];
        const Number right = b.extras[i];
        if (left == 0 || right == 0)
            continue;
        const std::size_t field = firstExtra + i;
        const Frequencies &frequencies = set.frequencies(field);
        const float rarer = std::max(frequencies.rarity(left), frequencies.rarity(right));
        if (left == right) {
            evidence.setSame(field, frequencies, left);
            continue;
        }
        const QStringView leftText = view(set.extras.text(left));
        const QStringView rightText = view(set.extras.text(right));
        const qsizetype shorter = std::min(leftText.size(), rightText.size());
        if (shorter >= 3 && isWithinOneEdit(leftText, rightText))
            evidence.set(field, Agreement::OneEdit);
        else if (shorter >= 4 && (leftText.contains(rightText) || rightText.contains(leftText)))
            evidence.set(field, Agreement::Part);
        else if (shorter >= 5 && jaroWinkler(leftText, rightText) >= 0.88)
            evidence.set(field, Agreement::SoundsAlike, std::max(rarer - 4, 0.0F));
        else
            evidence.set(field, Agreement::Differs);
    }
}

Evidence compare(const RecordSet &set, const LinkageRecord &a, const LinkageRecord &b)
{
    Evidence evidence;
    compareNames(set, a, b, evidence);
    compareBirth(set, a, b, evidence);
    comparePlaces(set, a, b, evidence);
    compareContacts(set, a, b, evidence);
    compareExtras(set, a, b, evidence);
    return evidence;
}

bool Evidence::isOneHome() const
{
    const Agreement address = (*this)[MatchField::Address];
    if (address == Agreement::Same || address == Agreement::OneEdit)
        return true;
    const bool samePostcode = (*this)[MatchField::Postcode] == Agreement::Same;
    return samePostcode && (address == Agreement::Variant || address == Agreement::Near);
}

bool Evidence::sharesContact() const
{
    return (*this)[MatchField::Phone] == Agreement::Same || (*this)[MatchField::Landline] == Agreement::Same ||
           (*this)[MatchField::Email] == Agreement::Same;
}

} // namespace reeve::matching
