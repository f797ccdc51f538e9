// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reeve::ui {

// Paints a line of the timeline: the heading of a day; or time, what it was about, the note, how it ended, and marks
// for restricted items and for what is not sent yet.
class TimelineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace reeve::ui
