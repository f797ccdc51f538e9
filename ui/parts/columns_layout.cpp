// SPDX-License-Identifier: MIT
#include "ui/parts/columns_layout.h"

#include <QStyle>
#include <QWidget>

namespace reeve::ui {

int ColumnsLayout::arrange(const QRect &rect, bool place) const
{
    std::vector<QLayoutItem *> shown;
    QSize widest(1, 0);
    for (int i = 0; i < count(); ++i) {
        QLayoutItem *item = itemAt(i);
        if (item->isEmpty())
            continue;
        shown.push_back(item);
        widest = widest.expandedTo(item->sizeHint().expandedTo(item->minimumSize()));
    }
    if (shown.empty())
        return 0;
    const int all = static_cast<int>(shown.size());
    const int columns = qBound(1, (rect.width() + gap()) / (widest.width() + gap()), all);
    const int rows = (all + columns - 1) / columns;
    if (place) {
        const int step = (rect.width() + gap()) / columns;
        for (int i = 0; i < all; ++i) {
            QLayoutItem *item = shown[static_cast<size_t>(i)];
            const QSize size(qMin(item->sizeHint().width(), rect.width()), widest.height());
            const QPoint corner(i / rows * step, i % rows * (widest.height() + gap()));
            item->setGeometry(
                QStyle::visualRect(parentWidget()->layoutDirection(), rect, QRect(rect.topLeft() + corner, size)));
        }
    }
    return rows * (widest.height() + gap()) - gap();
}

} // namespace reeve::ui
