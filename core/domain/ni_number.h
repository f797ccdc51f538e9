// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace reeve::domain {

// National Insurance number (HMRC NIM39110). Never used to verify who somebody is. Plain value.
class NiNumber final
{
public:
    // Spaces and letter case are ignored. InvalidInput for prefixes that are never issued, the administrative ones
    // included, and for tax reference numbers.
    [[nodiscard]] static Result<NiNumber> parse(QStringView text);

    [[nodiscard]] QString toString() const { return m_text; } // "QQ123456C", without spaces

    friend bool operator==(const NiNumber &, const NiNumber &) = default;

private:
    explicit NiNumber(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

} // namespace reeve::domain
