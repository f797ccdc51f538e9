// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace reeve::domain {

// NHS number: ten digits with a modulus-11 check digit (NHS Data Dictionary). Collected only for social care.
// Plain value.
class NhsNumber final
{
public:
    // Spaces and hyphens are ignored. InvalidInput when it is not ten digits or the check digit is wrong.
    [[nodiscard]] static Result<NhsNumber> parse(QStringView text);

    [[nodiscard]] QString digits() const { return m_digits; } // "9990000018"
    [[nodiscard]] QString toString() const;                   // "999 000 0018"

    // 999 000 0000 and above are never issued; sample data uses nothing else.
    [[nodiscard]] bool isTestNumber() const { return m_digits.startsWith(QLatin1String("999")); }

    friend bool operator==(const NhsNumber &, const NhsNumber &) = default;

private:
    explicit NhsNumber(QString digits) : m_digits(std::move(digits)) {}

    QString m_digits;
};

} // namespace reeve::domain
