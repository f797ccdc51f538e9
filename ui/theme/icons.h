// SPDX-License-Identifier: MIT
#pragma once

#include "ui/theme/theme.h"

#include <QIcon>
#include <QStringView>

namespace reeve::ui {

// An icon of resources/icons/names.txt (bootstrap-icons), drawn from its SVG at the size asked for, in the colour the
// role has in the theme applied at that moment; greyed when disabled. Follows a change of theme by itself.
[[nodiscard]] QIcon icon(QStringView name, Role role = Role::Ink);

// The same as a picture for a QLabel. Fixed in colour: make it again when the theme changes.
[[nodiscard]] QPixmap iconPixmap(QStringView name, Role role, int size, qreal devicePixelRatio);

} // namespace reeve::ui
