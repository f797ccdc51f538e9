// SPDX-License-Identifier: MIT
#include "ui/duplicates/match_row_delegate.h"

#include "ui/parts/row_fonts.h"
#include "ui/parts/row_width.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace reeve::ui {

namespace {

constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

// Where everything goes in a row of that width.
struct Places
{
    Places(const QFont &font, const QModelIndex &index, int left, int top, int width)
    {
        const QFontMetrics bold(bolder(font));
        const QFontMetrics small(smaller(font));
        const int margin = grid(1);
        const QString badgeText = index.data(MatchRowDelegate::BadgeRole).toString();
        const int badgeWidth = badgeText.isEmpty() ? 0 : small.horizontalAdvance(badgeText) + grid(2);
        const int inner = width - 2 * margin;
        // Beside the title, or under it where that would leave it less than half of the row: large text.
        const bool isUnder = badgeWidth + margin > inner / 2;
        const int titleWidth = inner - (badgeWidth > 0 && !isUnder ? badgeWidth + margin : 0);
        const auto height = [](const QFontMetrics &metrics, int room, const QString &text) {
            return metrics.boundingRect(QRect(0, 0, qMax(room, 1), 10'000), wrapped, text).height();
        };
        title = QRect(left + margin, top + margin, titleWidth,
                      height(bold, titleWidth, index.data(MatchRowDelegate::TitleRole).toString()));
        const QPoint corner = isUnder ? QPoint(left + margin, title.bottom() + 3)
                                      : QPoint(left + width - margin - badgeWidth, top + margin);
        badge = QRect(corner, QSize(badgeWidth, badgeWidth > 0 ? small.height() + 4 : 0));
        int y = qMax(title.bottom(), badge.bottom()) + 3;
        for (const QString &line : index.data(MatchRowDelegate::DetailsRole).toStringList()) {
            details.push_back(QRect(left + margin, y, inner, height(small, inner, line)));
            y = details.back().bottom() + 2;
        }
        const QString words = index.data(MatchRowDelegate::CautionRole).toString();
        if (!words.isEmpty()) {
            const int side = small.height();
            mark = QRect(left + margin, y + 1, side, side);
            const int room = inner - side - 6;
            caution = QRect(left + margin + side + 6, y + 1, room, height(small, room, words));
            y = caution.bottom() + 2;
        }
        bottom = y + margin - 1;
    }

    QRect badge;
    QRect title;
    std::vector<QRect> details;
    QRect mark;
    QRect caution;
    int bottom = 0;
};

} // namespace

void MatchRowDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, widget); // background, selection, hover

    const Theme theme = Theme::applied();
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor grey = isSelected ? ink : theme.secondary.ink;
    const Places at(option.font, index, option.rect.left(), option.rect.top(), option.rect.width());

    painter->save();
    painter->setFont(bolder(option.font));
    painter->setPen(ink);
    painter->drawText(at.title, wrapped, index.data(TitleRole).toString());

    painter->setFont(smaller(option.font));
    if (const QString badge = index.data(BadgeRole).toString(); !badge.isEmpty()) {
        const Tone tone = theme.tone(static_cast<Role>(index.data(BadgeToneRole).toInt()));
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(theme.hairline);
        painter->setBrush(tone.ground);
        painter->drawRoundedRect(QRectF(at.badge).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
        painter->setPen(tone.ink);
        painter->drawText(at.badge, Qt::AlignCenter, badge);
    }
    painter->setPen(grey);
    const QStringList details = index.data(DetailsRole).toStringList();
    for (qsizetype line = 0; line < details.size(); ++line)
        painter->drawText(at.details[static_cast<std::size_t>(line)], wrapped, details[line]);
    if (!at.caution.isNull()) {
        icon(u"exclamation-triangle", Role::Attention).paint(painter, at.mark);
        painter->setPen(isSelected ? ink : theme.attention.ink);
        painter->drawText(at.caution, wrapped, index.data(CautionRole).toString());
    }
    painter->restore();
}

QSize MatchRowDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int width = option.widget ? rowWidth(option) : qMax(option.rect.width(), grid(30));
    const QFont font = option.widget ? option.widget->font() : option.font;
    return {width, Places(font, index, 0, 0, width).bottom};
}

} // namespace reeve::ui
