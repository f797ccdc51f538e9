// SPDX-License-Identifier: MIT
#include "ui/parts/row_width.h"

#include <QAbstractItemView>
#include <QStyleOptionViewItem>

namespace reeve::ui {

int rowWidth(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

} // namespace reeve::ui
