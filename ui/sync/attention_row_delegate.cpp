// SPDX-License-Identifier: MIT
#include "ui/sync/attention_row_delegate.h"

#include "ui/parts/row_fonts.h"
#include "ui/sync/attention_view_model.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QIcon>
#include <QPainter>

namespace reeve::ui {

namespace {

constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

// Where everything goes in a row of that width.
struct Places
{
    Places(const QFont &font, const QModelIndex &index, QPoint at, int width)
    {
        const QFontMetrics bold(bolder(font));
        const int margin = grid(1);
        mark = QRect(at.x() + margin, at.y() + margin, bold.height(), bold.height());
        const int left = mark.right() + 1 + margin;
        const int room = qMax(1, at.x() + width - margin - left);
        const auto below = [&](const QFontMetrics &metrics, int top, int role) {
            const QString words = index.data(role).toString();
            return QRect(left, top, room, metrics.boundingRect(QRect(0, 0, room, 10'000), wrapped, words).height());
        };
        title = below(bold, mark.top(), AttentionModel::TitleRole);
        reason = below(QFontMetrics(smaller(font)), title.bottom() + 3, AttentionModel::ReasonRole);
        bottom = reason.bottom() + margin;
    }

    QRect mark;
    QRect title;
    QRect reason;
    int bottom = 0;
};

} // namespace

void AttentionRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    const QIcon mark = option.icon;
    option.text.clear();
    option.icon = {};
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, widget); // background, selection, hover

    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const Places at(option.font, index, option.rect.topLeft(), option.rect.width());
    painter->save();
    mark.paint(painter, at.mark);
    painter->setPen(ink);
    painter->setFont(bolder(option.font));
    painter->drawText(at.title, wrapped, index.data(AttentionModel::TitleRole).toString());
    painter->setPen(isSelected ? ink : Theme::applied().secondary.ink);
    painter->setFont(smaller(option.font));
    painter->drawText(at.reason, wrapped, index.data(AttentionModel::ReasonRole).toString());
    painter->restore();
}

QSize AttentionRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const int width = view ? view->viewport()->width() : qMax(option.rect.width(), grid(30));
    return {width, Places(view ? view->font() : option.font, index, {}, width).bottom};
}

} // namespace reeve::ui
