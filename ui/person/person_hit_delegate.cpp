// SPDX-License-Identifier: MIT
#include "ui/person/person_hit_delegate.h"

#include "ui/parts/clamped_text.h"
#include "ui/parts/row_fonts.h"
#include "ui/parts/row_width.h"
#include "ui/person/person_hit_model.h"
#include "ui/theme/icons.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QPainter>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int marginX = 12;
constexpr int marginY = 6;
constexpr int gap = 12;

// Where everything stands in the row of a person, worked out alike for painting and for measuring. Why somebody was
// found stands beside the name, or below everything else where there is too little room: large text.
struct Places
{
    Places(const QFont &font, const QModelIndex &index, const QPoint &corner, int width)
    {
        const QFontMetrics bold(bolder(font));
        const QFontMetrics small(smaller(font));
        const QString words = index.data(PersonHitModel::FirstLineRole).toString();
        const QString why = index.data(PersonHitModel::WhyRole).toString();
        const QString warned = index.data(PersonHitModel::WarningRole).toString();
        const int left = corner.x() + marginX;
        const int room = qMax(bold.height() * 4, width - 2 * marginX);
        // Advances are rounded: without the two pixels a text that just fits is cut.
        const int warningRoom = warned.isEmpty() ? 0 : bold.height() + 4 + small.horizontalAdvance(warned) + 2 + gap;
        const int whyWidth = small.horizontalAdvance(why) + 2;
        const bool isUnder = bold.horizontalAdvance(words) + warningRoom + gap + whyWidth > room;
        const int nameRoom = room - warningRoom - (isUnder ? 0 : gap + whyWidth);
        int y = corner.y() + marginY;
        const auto put = [&](QString &text, QRect &at, const QFont &in, const QString &given, int space) {
            text = clampedText(given, in, space, 2);
            const int height = QFontMetrics(in).boundingRect(QRect(0, 0, space, 10'000), 0, text).height();
            at = QRect(left, y, space, text.isEmpty() ? 0 : height);
            y = at.bottom() + 2;
        };
        put(name, nameAt, bolder(font), words, nameRoom);
        if (!warned.isEmpty()) {
            const int x = left + qMin(nameRoom, bold.horizontalAdvance(words)) + gap;
            mark = QRect(x, nameAt.top(), bold.height(), bold.height());
            warningAt = QRect(mark.right() + 5, mark.top(), left + room - mark.right() - 5, mark.height());
        }
        put(facts, factsAt, smaller(font), index.data(PersonHitModel::SecondLineRole).toString(), room);
        if (isUnder)
            put(reason, reasonAt, smaller(font), why, room);
        else {
            reason = why;
            reasonAt = QRect(left + room - whyWidth, nameAt.top(), whyWidth, bold.height());
        }
        bottom = y - 1 + marginY;
    }

    QString name;
    QRect nameAt;
    QRect mark;
    QRect warningAt;
    QString facts;
    QRect factsAt;
    QString reason;
    QRect reasonAt;
    int bottom = 0;
};

void paintOffer(QPainter *painter, const QStyleOptionViewItem &option, const QString &words)
{
    const int side = QFontMetrics(bolder(option.font)).height();
    const QRect inner = option.rect.adjusted(marginX, marginY, -marginX, -marginY);
    icon(u"person-plus").paint(painter, QRect(inner.left(), inner.center().y() - side / 2, side, side));
    painter->setFont(option.font);
    painter->drawText(inner.adjusted(side + 8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(option.font).elidedText(words, Qt::ElideRight, inner.width() - side - 8));
}

} // namespace

void PersonHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, widget); // background, selection, hover

    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    painter->save();
    painter->setPen(ink);
    if (index.data(PersonHitModel::OfferRole).toBool()) {
        paintOffer(painter, option, index.data(PersonHitModel::FirstLineRole).toString());
        painter->restore();
        return;
    }
    const Places at(option.font, index, option.rect.topLeft(), option.rect.width());
    constexpr int lines = Qt::AlignLeft | Qt::AlignTop;
    painter->setFont(bolder(option.font));
    painter->drawText(at.nameAt, lines, at.name);
    painter->setFont(smaller(option.font));
    if (!at.mark.isNull()) {
        icon(u"exclamation-triangle").paint(painter, at.mark);
        painter->drawText(at.warningAt, Qt::AlignVCenter | Qt::AlignLeft,
                          index.data(PersonHitModel::WarningRole).toString());
    }
    painter->setPen(isSelected ? ink : Theme::applied().secondary.ink);
    painter->drawText(
        at.reasonAt, at.reasonAt.top() == at.nameAt.top() ? static_cast<int>(Qt::AlignVCenter | Qt::AlignRight) : lines,
        at.reason);
    painter->drawText(at.factsAt, lines, at.facts);
    painter->restore();
}

QSize PersonHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int leastWidth = 240; // the view stretches the rows
    if (index.data(PersonHitModel::OfferRole).toBool())
        return {leastWidth, qMax(32, QFontMetrics(option.font).height() + 2 * marginY)};
    return {leastWidth, Places(option.font, index, {}, rowWidth(option)).bottom};
}

} // namespace reeve::ui
