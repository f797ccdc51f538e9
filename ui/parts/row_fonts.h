// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>

namespace reeve::ui {

// The two fonts beside the body's that the rows of every list are painted with.
[[nodiscard]] QFont smaller(QFont font);
[[nodiscard]] QFont bolder(QFont font);

} // namespace reeve::ui
