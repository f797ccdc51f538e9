// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QAbstractButton;

namespace reeve::ui {

// A name on a button: a lone "&" in it is no mark of a key.
[[nodiscard]] QString plainOnButton(const QString &words);

// The same, with the end of a very long one left out: it is told whole elsewhere, and to a screen reader.
[[nodiscard]] QString nameOnButton(const QAbstractButton &button, const QString &words);

} // namespace reeve::ui
