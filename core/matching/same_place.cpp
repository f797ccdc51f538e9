// SPDX-License-Identifier: MIT
#include "core/matching/same_place.h"

#include "core/matching/normalise.h"

namespace reeve::matching {

bool isSamePlace(const domain::Address &a, const domain::Address &b)
{
    if (a.uprn && b.uprn)
        return *a.uprn == *b.uprn;
    const auto folded = [](const QString &text) { return fold(text).remove(u' '); };
    return !a.text.isEmpty() && folded(a.text) == folded(b.text) && folded(a.postcode) == folded(b.postcode);
}

} // namespace reeve::matching
