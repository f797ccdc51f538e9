// SPDX-License-Identifier: MIT
#pragma once

class QWidget;

namespace reeve::ui {

// Makes Tab go through what is in `form` in the order of its layouts, which is the order in which it is read. Qt goes
// by when each was made: call it again after a row was added.
void tabInReadingOrder(QWidget *form);

} // namespace reeve::ui
