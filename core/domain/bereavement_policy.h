// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QByteArray>

namespace reeve::domain {

// A team or body that has to know when somebody has died.
struct ToBeTold
{
    QString code; // "council_tax"; a mark of MarkKind::PassedOn names it
    QString labelEn;
    QString labelCy;
    QString paymentScheme; // only for those who have such a payment reference; empty: for everybody
};

// Who must be told of a death, as data: resources/policy/bereavement.json. The law makes registrars offer Tell Us Once;
// what a council passes on inside is its own.
class BereavementPolicy final
{
public:
    [[nodiscard]] static Result<BereavementPolicy> parse(const QByteArray &json);

    [[nodiscard]] const std::vector<ToBeTold> &bodies() const { return m_bodies; }

    // Those that apply to `person`, in the order of the policy, with when they were told. Empty for the living.
    struct Item
    {
        ToBeTold body;
        std::optional<ValueMark> told;
    };
    [[nodiscard]] std::vector<Item> itemsFor(const Person &person) const;

private:
    std::vector<ToBeTold> m_bodies;
};

} // namespace reeve::domain
