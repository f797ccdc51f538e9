// SPDX-License-Identifier: MIT
#pragma once

#include <QFont>
#include <QString>

namespace reeve::ui {

// `text` broken into at most `mostLines` lines of at most `width` pixels in `font`, ready to be drawn without wrapping;
// where there is more, the last of them ends in "…". White space is made single spaces.
[[nodiscard]] QString clampedText(const QString &text, const QFont &font, int width, int mostLines);

} // namespace reeve::ui
