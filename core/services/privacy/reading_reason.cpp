// SPDX-License-Identifier: MIT
#include "core/services/privacy/reading_reason.h"

#include "core/domain/card_data.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr qsizetype shortestReason = 3;

} // namespace

Result<> checkReadingReason(const QString &trimmed)
{
    if (trimmed.size() < shortestReason)
        return fail(ErrorCode::InvalidInput, u"reason: too short"_s);
    if (!domain::scanForCardData(trimmed).isClean())
        return fail(ErrorCode::CardNumber, u"reason"_s);
    return {};
}

} // namespace reeve::services
