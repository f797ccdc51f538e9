// SPDX-License-Identifier: MIT
#include "ui/interaction/timeline_delegate.h"

#include "ui/interaction/timeline_model.h"
#include "ui/parts/row_fonts.h"
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
constexpr int wrapped = Qt::AlignLeft | Qt::AlignTop | Qt::TextWordWrap;

// Where things stand in one line; worked out alike for painting and for measuring.
struct Metrics
{
    explicit Metrics(const QStyleOptionViewItem &option, int lineWidth)
        : body(option.font),
          bold(bolder(option.font)),
          small(smaller(option.font)),
          icon(body.height()),
          time(body.horizontalAdvance(u"00:00"_s)),
          textX(marginX + icon + gap + time + gap),
          textWidth(qMax(80, lineWidth - textX - marginX))
    {}

    QFontMetrics body;
    QFontMetrics bold;
    QFontMetrics small;
    int icon;
    int time;
    int textX;
    int textWidth;

    [[nodiscard]] int noteHeight(const QString &note, bool isExpanded) const
    {
        if (note.isEmpty())
            return 0;
        if (!isExpanded)
            return body.height();
        return body.boundingRect(QRect(0, 0, textWidth, 100000), wrapped, note).height();
    }
    [[nodiscard]] int titleHeight(const QString &title, bool isExpanded) const
    {
        if (!isExpanded)
            return bold.height();
        return bold.boundingRect(QRect(0, 0, textWidth - 2 * (icon + 4), 100000), wrapped, title).height();
    }
};

int widthOf(const QStyleOptionViewItem &option)
{
    const auto *view = qobject_cast<const QListView *>(option.widget);
    return view ? view->viewport()->width() : option.rect.width();
}

} // namespace

void TimelineDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    painter->save();
    const QRect rect = option.rect;
    const QColor grey = Theme::applied().secondary.ink;

    if (index.data(TimelineModel::IsDayRole).toBool()) {
        painter->setFont(bolder(smaller(option.font)));
        painter->setPen(grey);
        painter->drawText(rect.adjusted(marginX, 0, -marginX, -4), Qt::AlignLeft | Qt::AlignBottom,
                          index.data().toString());
        painter->restore();
        return;
    }

    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, option.widget);

    const Metrics at(option, rect.width());
    const bool isExpanded = index.data(TimelineModel::ExpandedRole).toBool();
    int y = rect.top() + marginY;
    icon(index.data(TimelineModel::IconRole).toString(), Role::Secondary)
        .paint(painter, QRect(rect.left() + marginX, y, at.icon, at.icon));
    painter->setFont(option.font);
    painter->setPen(grey);
    painter->drawText(QRect(rect.left() + marginX + at.icon + gap, y, at.time, at.bold.height()), Qt::AlignVCenter,
                      index.data(TimelineModel::TimeRole).toString());

    const int right = rect.left() + at.textX + at.textWidth;
    int marks = right;
    const auto mark = [&](QStringView name, Role role) {
        marks -= at.icon;
        icon(name, role).paint(painter, QRect(marks, y, at.icon, at.icon));
        marks -= 4;
    };
    if (index.data(TimelineModel::SentRole).toBool())
        mark(u"check2", Role::Secondary);
    else
        mark(u"hourglass-split", Role::Attention);
    if (index.data(TimelineModel::RestrictedRole).toBool())
        mark(u"lock-fill", Role::Restricted);

    painter->setPen(option.palette.color(QPalette::Text));
    painter->setFont(bolder(option.font));
    const QString title = index.data(TimelineModel::TitleRole).toString();
    const int titleHeight = at.titleHeight(title, isExpanded);
    const QRect titleRect(rect.left() + at.textX, y, marks - rect.left() - at.textX, titleHeight);
    if (isExpanded)
        painter->drawText(titleRect, wrapped, title);
    else
        painter->drawText(titleRect, Qt::AlignVCenter, at.bold.elidedText(title, Qt::ElideRight, titleRect.width()));
    y += titleHeight + 2;

    painter->setFont(option.font);
    const QString note = index.data(TimelineModel::NoteRole).toString();
    const int noteHeight = at.noteHeight(note, isExpanded);
    const QRect noteRect(rect.left() + at.textX, y, at.textWidth, noteHeight);
    if (isExpanded)
        painter->drawText(noteRect, wrapped, note);
    else
        painter->drawText(noteRect, Qt::AlignVCenter, at.body.elidedText(note, Qt::ElideRight, at.textWidth));
    y += noteHeight + (noteHeight > 0 ? 2 : 0);

    painter->setFont(smaller(option.font));
    painter->setPen(grey);
    painter->drawText(
        QRect(rect.left() + at.textX, y, at.textWidth, at.small.height()), Qt::AlignVCenter,
        at.small.elidedText(index.data(TimelineModel::OutcomeRole).toString(), Qt::ElideRight, at.textWidth));
    painter->restore();
}

QSize TimelineDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Metrics at(option, widthOf(option));
    if (index.data(TimelineModel::IsDayRole).toBool())
        return {160, at.small.height() + 18};
    const bool isExpanded = index.data(TimelineModel::ExpandedRole).toBool();
    const int note = at.noteHeight(index.data(TimelineModel::NoteRole).toString(), isExpanded);
    const int outcome = index.data(TimelineModel::OutcomeRole).toString().isEmpty() ? 0 : at.small.height();
    const int title = at.titleHeight(index.data(TimelineModel::TitleRole).toString(), isExpanded);
    return {160, title + 2 + note + (note > 0 ? 2 : 0) + outcome + 2 * marginY};
}

} // namespace reeve::ui
