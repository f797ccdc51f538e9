// SPDX-License-Identifier: MIT
#include "ui/interaction/timeline_delegate.h"

#include "ui/interaction/timeline_model.h"
#include "ui/parts/clamped_text.h"
#include "ui/parts/row_fonts.h"
#include "ui/parts/row_width.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QListView>
#include <QPainter>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int marginX = 10;
constexpr int marginY = 6;
constexpr int gap = 8;
constexpr int between = 2; // lines of one row
constexpr int fewestLetters = 18;
constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

// One of the texts of a row, broken into lines, and where it goes.
struct Block
{
    QFont font;
    QString text;
    QRect at;
};

// Where everything stands in one row; worked out alike for painting and for measuring.
struct Places
{
    Places(const QFont &font, const QModelIndex &index, const QPoint &corner, int width)
    {
        const QFontMetrics body(font);
        const bool isExpanded = index.data(TimelineModel::ExpandedRole).toBool();
        const int side = body.height();
        const int left = corner.x() + marginX;
        const int right = corner.x() + width - marginX;
        int y = corner.y() + marginY;
        channel = QRect(left, y, side, side);
        time = QRect(channel.right() + 1 + gap, y,
                     body.horizontalAdvance(index.data(TimelineModel::TimeRole).toString()), side);
        int marksLeft = right - side;
        sent = QRect(marksLeft, y, side, side);
        if (index.data(TimelineModel::RestrictedRole).toBool()) {
            marksLeft -= side + 4;
            restricted = QRect(marksLeft, y, side, side);
        }
        // Beside the time, or under it where that would leave the words next to no room: large text.
        const int beside = channel.right() + 1 + gap + body.horizontalAdvance(u"00:00"_s) + gap;
        const bool isUnder = right - beside < fewestLetters * body.averageCharWidth();
        const int textX = isUnder ? left : beside;
        if (isUnder)
            y += side + between;
        const int titleWidth = isUnder ? right - textX : marksLeft - 4 - textX;
        // Whole once it is opened; before that enough of it to know which one it is.
        const auto add = [&](const QFont &in, const QString &text, int room, int mostLines) {
            room = qMax(room, body.averageCharWidth() * 4);
            Block block{in, isExpanded ? text : clampedText(text, in, room, mostLines), {}};
            const QRect all(0, 0, room, 100'000);
            const int height =
                text.isEmpty() ? 0 : QFontMetrics(in).boundingRect(all, isExpanded ? wrapped : 0, block.text).height();
            block.at = QRect(textX, y, room, height);
            y += height + (height > 0 ? between : 0);
            blocks.push_back(std::move(block));
        };
        add(bolder(font), index.data(TimelineModel::TitleRole).toString(), titleWidth, isUnder ? 3 : 2);
        add(font, index.data(TimelineModel::NoteRole).toString(), right - textX, isUnder ? 3 : 2);
        add(smaller(font), index.data(TimelineModel::OutcomeRole).toString(), right - textX, 3);
        bottom = y - between + marginY;
    }

    QRect channel;
    QRect time;
    QRect sent;
    QRect restricted;          // null where nothing is
    std::vector<Block> blocks; // title, note, outcome
    int bottom = 0;
};

} // namespace

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    painter->save();
    const QColor grey = Theme::applied().secondary.ink;

    if (index.data(TimelineModel::IsDayRole).toBool()) {
        painter->setFont(bolder(smaller(option.font)));
        painter->setPen(grey);
        painter->drawText(option.rect.adjusted(marginX, 0, -marginX, -4), Qt::AlignLeft | Qt::AlignBottom,
                          index.data().toString());
        painter->restore();
        return;
    }

    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const Places at(option.font, index, option.rect.topLeft(), option.rect.width());
    icon(index.data(TimelineModel::IconRole).toString(), Role::Secondary).paint(painter, at.channel);
    painter->setFont(option.font);
    painter->setPen(grey);
    painter->drawText(at.time, Qt::AlignVCenter | Qt::TextDontClip, index.data(TimelineModel::TimeRole).toString());
    if (index.data(TimelineModel::SentRole).toBool())
        icon(u"check2", Role::Secondary).paint(painter, at.sent);
    else
        icon(u"hourglass-split", Role::Attention).paint(painter, at.sent);
    if (!at.restricted.isNull())
        icon(u"lock-fill", Role::Restricted).paint(painter, at.restricted);

    const bool isExpanded = index.data(TimelineModel::ExpandedRole).toBool();
    const QColor ink = option.palette.color(QPalette::Text);
    for (const Block &block : at.blocks) {
        painter->setFont(block.font);
        painter->setPen(&block == &at.blocks.back() ? grey : ink);
        painter->drawText(block.at, isExpanded ? wrapped : Qt::AlignLeft | Qt::AlignTop, block.text);
    }
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    constexpr int leastWidth = 160; // the view stretches the rows
    if (index.data(TimelineModel::IsDayRole).toBool())
        return {leastWidth, QFontMetrics(smaller(option.font)).height() + 18};
    return {leastWidth, Places(option.font, index, {}, rowWidth(option)).bottom};
}

} // namespace reeve::ui
