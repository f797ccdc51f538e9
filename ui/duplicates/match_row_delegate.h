// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reeve::ui {

// Draws a row that asks "is it the same person?": who, how likely as a badge, what speaks for it, and a caution with
// its icon. As high as its words need in the width of the view.
class MatchRowDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    enum RowRole {
        TitleRole = Qt::UserRole + 1, // QString, of one or two lines
        BadgeRole,                    // QString: how likely
        BadgeToneRole,                // int: ui::Role
        DetailsRole,                  // QStringList
        CautionRole,                  // QString, or empty
    };

    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace reeve::ui
