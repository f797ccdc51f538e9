// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/domain/interaction.h"
#include "core/domain/person.h"

#include <functional>
#include <vector>

namespace reeve::services {

// Exampleton Council: made-up people in households, with UK-like name frequencies, and their past interactions.
// Deterministic by seed: person n of a seed is the same in every run and on every machine, whatever the size.
// Phones, e-mail, postcodes, UPRNs and NHS numbers come from reserved ranges only; every person has is_demo set.
struct SampleSize
{
    quint64 seed = 1;
    qint64 people = 5000; // up to 1,000,000
    double interactionsPerPerson = 1.5;
};

class SampleCouncil final
{
public:
    SampleCouncil(const SampleSize &size, Instant today);

    // 0 ≤ n < size.people
    [[nodiscard]] domain::Person person(qint64 n) const;
    // Past interactions of person n, oldest first; some have a restricted item.
    [[nodiscard]] std::vector<domain::Interaction> interactionsOf(qint64 n) const;

    [[nodiscard]] const SampleSize &size() const noexcept { return m_size; }

private:
    SampleSize m_size;
    Instant m_today;
};

} // namespace reeve::services
