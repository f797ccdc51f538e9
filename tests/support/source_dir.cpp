// SPDX-License-Identifier: MIT
#include "tests/support/source_dir.h"

namespace reeve::test {

QString sourcePath(const QString &relative)
{
    return QStringLiteral(REEVE_SOURCE_DIR "/") + relative;
}

} // namespace reeve::test
