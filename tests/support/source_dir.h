// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reeve::test {

// A file or folder of the repository this test was built from, by its path relative to the root. In one place, so that
// no other object depends on where the checkout lies.
[[nodiscard]] QString sourcePath(const QString &relative = {});

} // namespace reeve::test
