// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>

namespace reeve::ui {

// Words that wrap, and are never read as markup whatever somebody has written. `role` as in ui/theme/theme.h.
[[nodiscard]] QLabel *plainLabel(const QString &text, const QString &role, QWidget *parent = nullptr);

} // namespace reeve::ui
