// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

class QWidget;

namespace reeve::ui {

// Tells a screen reader something that changed without the focus moving there: `words` becomes the accessible name
// of `where`, and an alert event is sent. Does nothing when these words were the last ones said there.
void announce(QWidget *where, const QString &words);

} // namespace reeve::ui
