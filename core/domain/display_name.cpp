// SPDX-License-Identifier: MIT
#include "core/domain/display_name.h"

#include "core/domain/text_rules.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

bool breaksALine(QChar c) noexcept
{
    const char16_t code = c.unicode();
    return c.category() == QChar::Other_Control || (code >= 0x2028 && code <= 0x202e) ||
           (code >= 0x2066 && code <= 0x2069);
}

Result<> checkDisplayName(QStringView name, QStringView what)
{
    if (name.trimmed().isEmpty())
        return fail(ErrorCode::InvalidInput, what.toString() + u" is empty"_s);
    if (const auto storable = checkText(name, what, longestDisplayName, LineBreaks::Refused); !storable)
        return storable;
    if (std::any_of(name.begin(), name.end(), breaksALine))
        return fail(ErrorCode::InvalidInput,
                    what.toString() +
                        u" holds a character that breaks the line, or turns the direction of what follows"_s);
    return {};
}

} // namespace reeve::domain
