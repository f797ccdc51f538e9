// SPDX-License-Identifier: MIT
#pragma once

class QAbstractButton;

namespace reeve::ui {

// Lets a button be wide enough for its words in bold, so that nothing moves or is cut off when it is checked.
void keepRoomForBold(QAbstractButton &button);

} // namespace reeve::ui
