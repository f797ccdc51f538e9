// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"

#include <QString>

namespace reeve::domain {

// An e-mail address (RFC 5321: at most 254 characters). The local part keeps its case; the domain is lower-cased.
// Plain value.
class EmailAddress final
{
public:
    // Spaces around it are dropped. InvalidInput without exactly one usable @, with spaces or control characters
    // inside, with a domain that cannot be one, or over-long. International (EAI) local parts are accepted.
    [[nodiscard]] static Result<EmailAddress> parse(QStringView text);

    [[nodiscard]] QString toString() const { return m_text; }

    // For comparing and searching: all lower case.
    [[nodiscard]] QString folded() const { return m_text.toLower(); }

    friend bool operator==(const EmailAddress &a, const EmailAddress &b) { return a.folded() == b.folded(); }

private:
    explicit EmailAddress(QString text) : m_text(std::move(text)) {}

    QString m_text;
};

} // namespace reeve::domain
