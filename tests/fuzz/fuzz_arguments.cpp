// SPDX-License-Identifier: MIT
// The command line of reevectl: words split at zero bytes.
#include "tests/fuzz/target.h"

#include "app/reevectl/arguments.h"

using namespace reeve;

REEVE_FUZZ_TARGET(arguments)
{
    QStringList words;
    for (const QByteArray &word : input.toByteArray().split('\0'))
        words << QString::fromUtf8(word);
    const ctl::Grammar grammar{.leastPositional = 1,
                               .mostPositional = 2,
                               .flags = {QStringLiteral("--once")},
                               .options = {QStringLiteral("--store"), QStringLiteral("--limit")}};
    const auto read = ctl::Arguments::read(words, grammar);
    if (!read) {
        fuzz::mustHold(read.error().code == ErrorCode::InvalidInput && !read.error().detail.isEmpty(),
                       "a refusal says why");
        return;
    }
    fuzz::mustHold(read->positional().size() >= 1 && read->positional().size() <= 2, "as many words as the grammar");
    const auto limit = read->integer(QStringLiteral("--limit"), 20, 1, 1000);
    fuzz::mustHold(!limit || (*limit >= 1 && *limit <= 1000), "a number within its limits");
}
