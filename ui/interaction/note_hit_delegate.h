// SPDX-License-Identifier: MIT
#pragma once

#include <QStyledItemDelegate>

namespace reeve::ui {

// Paints an interaction that was found by its notes in two lines: what it was about, whose it is and when in grey;
// under it the note, with the words that were asked for in bold.
class NoteHitDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace reeve::ui
