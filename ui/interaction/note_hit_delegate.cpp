// SPDX-License-Identifier: MIT
#include "ui/interaction/note_hit_delegate.h"

#include "ui/interaction/note_hit_model.h"
#include "ui/parts/row_fonts.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QPainter>
#include <QTextLayout>

namespace reeve::ui {

namespace {

constexpr int marginX = 12;
constexpr int marginY = 6;

// Its one line of text; what is found too far behind is brought into sight by leaving out what stands before it.
void drawSnippet(QPainter &painter, const QRect &line, const QFont &font, const services::NoteMatch &match)
{
    QTextLayout layout(match.snippet, font);
    QTextOption option;
    option.setWrapMode(QTextOption::NoWrap);
    layout.setTextOption(option);
    QList<QTextLayout::FormatRange> formats;
    for (const services::NoteMatch::Mark &mark : match.marks) {
        QTextCharFormat bold;
        bold.setFontWeight(QFont::Bold);
        bold.setFontUnderline(true);
        formats.append({static_cast<int>(mark.begin), static_cast<int>(mark.length), bold});
    }
    layout.setFormats(formats);
    layout.beginLayout();
    QTextLine text = layout.createLine();
    layout.endLayout();
    if (!text.isValid())
        return;
    qreal shift = 0;
    if (!match.marks.empty()) {
        const auto &first = match.marks.front();
        const qreal end = text.cursorToX(static_cast<int>(first.begin + first.length));
        if (end > line.width() * 0.8)
            shift = text.cursorToX(static_cast<int>(first.begin)) - line.width() / 3.0;
    }
    painter.save();
    painter.setClipRect(line);
    text.draw(&painter, QPointF(line.left() - shift, line.top()));
    painter.restore();
}

} // namespace

void NoteHitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &given, const QModelIndex &index) const
{
    QStyleOptionViewItem option = given;
    initStyleOption(&option, index);
    option.text.clear();
    const QWidget *widget = option.widget;
    const QStyle *style = widget ? widget->style() : QApplication::style();
    style->drawControl(QStyle::CE_ItemViewItem, &option, painter, widget); // background, selection, hover

    const auto *model = qobject_cast<const NoteHitModel *>(index.model());
    if (!model)
        return;
    const bool isSelected = option.state.testFlag(QStyle::State_Selected);
    const QColor ink = option.palette.color(isSelected ? QPalette::HighlightedText : QPalette::Text);
    const QColor grey = isSelected ? ink : Theme::applied().secondary.ink;
    const QFontMetrics bold(bolder(option.font));
    const QFontMetrics small(smaller(option.font));
    const QRect inner = option.rect.adjusted(marginX, marginY, -marginX, -marginY);
    QRect line(inner.left(), inner.top(), inner.width(), bold.height());

    painter->save();
    const QString who = index.data(NoteHitModel::WhoRole).toString();
    const int whoWidth = qMin(small.horizontalAdvance(who) + 2, inner.width() * 3 / 5);
    painter->setPen(ink);
    painter->setFont(bolder(option.font));
    painter->drawText(
        line, Qt::AlignVCenter | Qt::AlignLeft,
        bold.elidedText(index.data(NoteHitModel::TitleRole).toString(), Qt::ElideRight, inner.width() - whoWidth - 12));
    painter->setPen(grey);
    painter->setFont(smaller(option.font));
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, small.elidedText(who, Qt::ElideRight, whoWidth));

    line.moveTop(line.bottom() + 2);
    line.setHeight(small.height());
    painter->setPen(ink);
    drawSnippet(*painter, line, smaller(option.font), model->rows()[static_cast<size_t>(index.row())].hit.match);
    painter->restore();
}

QSize NoteHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {240,
            QFontMetrics(bolder(option.font)).height() + QFontMetrics(smaller(option.font)).height() + 1 + 2 * marginY};
}

} // namespace reeve::ui
