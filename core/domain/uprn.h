// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

#include <compare>

namespace reeve::domain {

// Unique Property Reference Number: the national identifier of one addressable place (BS 7666).
//
// A Uprn is always well formed, because parse() is the only way to obtain one; code that holds a Uprn never checks
// it again. There is no check digit. Plain value: copy it freely between threads.
class Uprn final
{
public:
    // Reads what a person typed or a gazetteer sent: 1 to 12 digits, spaces around them allowed. Leading zeros carry
    // no meaning. InvalidInput for anything else, and for zero.
    [[nodiscard]] static Result<Uprn> parse(QStringView text);

    [[nodiscard]] qint64 number() const noexcept { return m_number; }

    // Without leading zeros, as stored and sent.
    [[nodiscard]] QString toString() const;

    friend auto operator<=>(const Uprn &, const Uprn &) noexcept = default;

private:
    explicit Uprn(qint64 number) noexcept : m_number(number) {}

    qint64 m_number;
};

} // namespace reeve::domain
