// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reeve::ui {

// A row of Needs attention: a mark, what it is in strong words, and below it why it is there.
class AttentionRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace reeve::ui
