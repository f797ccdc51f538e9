// SPDX-License-Identifier: MIT
#pragma once

class QStyleOptionViewItem;

namespace reeve::ui {

// How wide a row is, for a delegate that is asked how high it wants to be: as its view is wide at the moment. What the
// option says itself is of no use then; it counts where there is no view.
[[nodiscard]] int rowWidth(const QStyleOptionViewItem &option);

} // namespace reeve::ui
