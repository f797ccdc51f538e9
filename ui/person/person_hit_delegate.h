// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reeve::ui {

// Paints one search result in two lines: the name, why it matches in grey; under it what one recognises people by.
// Where there is too little room it takes more lines.
class PersonHitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace reeve::ui
