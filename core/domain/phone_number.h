// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace reeve::domain {

// A telephone number: as it was told, and in E.164 for comparing. Read by libphonenumber with region GB.
// Numbers reserved for drama (Ofcom) are accepted: sample data uses nothing else. Plain value.
class PhoneNumber final
{
public:
    // Any format: spaces, brackets, +44, 0044, extension. A text-relay prefix (18001, 18002) is dropped.
    // InvalidInput when it cannot be a number that is dialled (too short, too long, letters).
    [[nodiscard]] static Result<PhoneNumber> parse(QStringView text);

    [[nodiscard]] QString asTold() const { return m_asTold; } // what is stored, and what is edited
    [[nodiscard]] QString e164() const { return m_e164; }     // "+447700900123"

    // The digits after 0 or +44, for searching in any format: "7700900123".
    [[nodiscard]] QString nationalDigits() const;

    friend bool operator==(const PhoneNumber &a, const PhoneNumber &b) { return a.m_e164 == b.m_e164; }

private:
    PhoneNumber(QString asTold, QString e164) : m_asTold(std::move(asTold)), m_e164(std::move(e164)) {}

    QString m_asTold;
    QString m_e164;
};

// A number without " ext 12", "x12", "est. 12" (Welsh), "#12", or the beginning of one. Anything else as it is.
[[nodiscard]] QStringView withoutExtension(QStringView text);

// A number as people read it: "07700 900123", "020 7946 0123", "+353 1 496 0123", with the extension or text-relay
// prefix it was told with. What is no telephone number is answered as it was told. About 10 µs.
[[nodiscard]] QString readablePhone(const QString &told);

} // namespace reeve::domain
