// SPDX-License-Identifier: MIT
// The search for card data in every free text: what it has masked holds none any more.
#include "tests/fuzz/target.h"

#include "core/domain/card_data.h"

using namespace reeve;

REEVE_FUZZ_TARGET(card_data)
{
    const QString text = QString::fromUtf8(input.first(qMin<qsizetype>(input.size(), 4096)));
    const auto scan = domain::scanForCardData(text);
    fuzz::mustHold(!scan.isClean() || scan.masked == text, "clean text is left alone");
    fuzz::mustHold(domain::scanForCardData(scan.masked).cardNumbers == 0, "a masked text holds no card number");
}
