// SPDX-License-Identifier: MIT
#include "ui/person/person_hit_delegate.h"

#include "ui/parts/row_fonts.h"
#include "ui/person/person_hit_model.h"
#include "ui/theme/icons.h"

#include <QApplication>
#include <QPainter>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int marginX = 12;
constexpr int marginY = 6;

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
    const QColor grey = isSelected ? ink : Theme::applied().secondary.ink;
    const bool isOffer = index.data(PersonHitModel::OfferRole).toBool();

    painter->save();
    const QRect inner = option.rect.adjusted(marginX, marginY, -marginX, -marginY);
    const QFontMetrics bold(bolder(option.font));
    const QFontMetrics small(smaller(option.font));
    QRect line(inner.left(), inner.top(), inner.width(), bold.height());

    if (isOffer) {
        const QRect mark(inner.left(), inner.center().y() - bold.height() / 2, bold.height(), bold.height());
        icon(u"person-plus").paint(painter, mark);
        painter->setPen(ink);
        painter->setFont(option.font);
        painter->drawText(inner.adjusted(mark.width() + 8, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(option.font)
                              .elidedText(index.data(PersonHitModel::FirstLineRole).toString(), Qt::ElideRight,
                                          inner.width() - mark.width() - 8));
        painter->restore();
        return;
    }

    const QString why = index.data(PersonHitModel::WhyRole).toString();
    // Advances are rounded: without the two pixels a text that just fits is cut.
    const int whyWidth = qMin(small.horizontalAdvance(why) + 2, inner.width() / 2);
    QString warning = index.data(PersonHitModel::WarningRole).toString();
    const int warningWidth = warning.isEmpty() ? 0 : small.horizontalAdvance(warning) + bold.height() + 16;

    painter->setFont(bolder(option.font));
    painter->setPen(ink);
    const int nameSpace = inner.width() - whyWidth - warningWidth - 12;
    const QString name =
        bold.elidedText(index.data(PersonHitModel::FirstLineRole).toString(), Qt::ElideRight, nameSpace);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignLeft, name);

    painter->setFont(smaller(option.font));
    if (!warning.isEmpty()) {
        const int x = inner.left() + bold.horizontalAdvance(name) + 10;
        icon(u"exclamation-triangle").paint(painter, QRect(x, line.top(), bold.height(), bold.height()));
        painter->drawText(QRect(x + bold.height() + 4, line.top(), warningWidth, line.height()), Qt::AlignVCenter,
                          warning);
    }
    painter->setPen(grey);
    painter->drawText(line, Qt::AlignVCenter | Qt::AlignRight, small.elidedText(why, Qt::ElideRight, whyWidth));

    line.moveTop(line.bottom() + 2);
    line.setHeight(small.height());
    painter->drawText(
        line, Qt::AlignVCenter | Qt::AlignLeft,
        small.elidedText(index.data(PersonHitModel::SecondLineRole).toString(), Qt::ElideRight, line.width()));
    painter->restore();
}

QSize PersonHitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = QFontMetrics(bolder(option.font)).height() + QFontMetrics(smaller(option.font)).height() + 1;
    const bool isOffer = index.data(PersonHitModel::OfferRole).toBool();
    return {240, isOffer ? qMax(32, QFontMetrics(option.font).height() + 2 * marginY) : lines + 2 * marginY};
}

} // namespace reeve::ui
