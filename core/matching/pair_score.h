// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>

namespace reeve::matching {

// A person prepared for comparing: folded once, compared often. An empty field is unknown and says nothing.
struct Comparable
{
    QString given;
    QString knownAs;
    QString family;
    QStringList formerFamilies;
    std::optional<domain::PartialDate> born;
    QStringList addressWords; // sorted, without the postcode
    QString houseNumber;      // the first address word with a digit
    QString postcode;         // compact
    QString district;         // outward part of it
    QStringList phones;       // E.164, or the digits as told
    QStringList emails;
    QString nhsNumber;
    QString niNumber;
};
[[nodiscard]] Comparable comparable(const domain::Person &person);

// How common names are among the people compared: agreement on a rare surname says more.
class NameFrequencies final
{
public:
    void add(const Comparable &person);

    // Share of people with this name; 0 when it was not counted.
    [[nodiscard]] double ofGiven(const QString &name) const { return share(m_given, name); }
    [[nodiscard]] double ofFamily(const QString &name) const { return share(m_family, name); }

private:
    [[nodiscard]] double share(const QHash<QString, int> &counts, const QString &name) const;

    QHash<QString, int> m_given;
    QHash<QString, int> m_family;
    int m_people = 0;
};

// Fellegi-Sunter with fixed weights in bits: how much speaks for two records being one human being. Evidence that a
// household shares (surname, address, phone, e-mail) is capped where the first names disagree, so that a couple or
// twins never look like one person.
class PairScore final
{
public:
    // `prior`: log2 odds of a random pair being one person, about -18 among 50,000. Without `frequencies` every name
    // counts as an ordinary one; they must outlive the scorer.
    explicit PairScore(double prior, const NameFrequencies *frequencies = nullptr) noexcept
        : m_prior(prior),
          m_frequencies(frequencies)
    {}

    // In bits, prior included.
    [[nodiscard]] double weight(const Comparable &a, const Comparable &b) const;

    // The weight as a probability. Not calibrated: rank by it and let a person decide.
    [[nodiscard]] static double probability(double weight);

private:
    double m_prior;
    const NameFrequencies *m_frequencies;
};

} // namespace reeve::matching
