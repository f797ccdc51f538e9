// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace reeve::domain {

// A UK postcode in its one written form: upper case, one space before the last three.
//
// Source: the A9/A99/AA9/AA99/A9A/AA9A forms of BS 7666; BFPO numbers are kept apart. Advisory: an address is never
// refused for its postcode, it is kept as told and marked. Plain value.
class Postcode final
{
public:
    // Any letter case, missing or extra spaces, and punctuation are ignored. InvalidInput when what is left is no
    // postcode; GIR 0AA and the NHS pseudo-codes (ZZ99 …) are none.
    [[nodiscard]] static Result<Postcode> parse(QStringView text);

    [[nodiscard]] QString toString() const { return m_text; } // "SW1A 2AA"
    [[nodiscard]] QString compact() const;                    // "SW1A2AA"
    [[nodiscard]] QString outward() const;                    // "SW1A"

    friend bool operator==(const Postcode &, const Postcode &) = default;

private:
    explicit Postcode(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

} // namespace reeve::domain
