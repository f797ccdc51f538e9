// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reeve::ui {

// Draws one command: icon, name, its name in the other language in grey, and the key at the end of the row.
class CommandRow final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum ItemRole { CommandIndex = Qt::UserRole, OtherName, Key };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace reeve::ui
