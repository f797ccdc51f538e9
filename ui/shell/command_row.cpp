// SPDX-License-Identifier: MIT
#include "ui/shell/command_row.h"

#include "ui/theme/theme.h"

#include <QIcon>
#include <QPainter>

namespace reeve::ui {

void CommandRow::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme theme = Theme::applied();
    const bool isEnabled = index.flags() & Qt::ItemIsEnabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRect row = option.rect;
    if (option.state & QStyle::State_Selected) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.selection);
        painter->drawRoundedRect(row, 4, 4);
        painter->setBrush(theme.accent.ink);
        painter->drawRoundedRect(QRect(row.left(), row.top() + grid(0.75), 3, row.height() - grid(1.5)), 1.5, 1.5);
    }

    const int side = grid(2);
    const QRect iconRect(row.left() + grid(1.5), row.center().y() - side / 2, side, side);
    index.data(Qt::DecorationRole).value<QIcon>().paint(painter, iconRect);

    QRect text = row.adjusted(grid(5), 0, -grid(1.5), 0);
    painter->setFont(option.font);
    painter->setPen(theme.secondary.ink);
    const QString key = index.data(Key).toString();
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignRight, key);
    text.setRight(text.right() - option.fontMetrics.horizontalAdvance(key) - grid(2));

    const QString name = index.data(Qt::DisplayRole).toString();
    painter->setPen(isEnabled ? theme.ink.ink : theme.fieldBorder);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft, name);
    text.setLeft(text.left() + option.fontMetrics.horizontalAdvance(name) + grid(1.5));
    painter->setPen(theme.secondary.ink);
    painter->drawText(text, Qt::AlignVCenter | Qt::AlignLeft,
                      option.fontMetrics.elidedText(index.data(OtherName).toString(), Qt::ElideRight, text.width()));
    painter->restore();
}

QSize CommandRow::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {grid(40), std::max(grid(4), option.fontMetrics.height() + grid(1))};
}

} // namespace reeve::ui
