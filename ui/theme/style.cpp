// SPDX-License-Identifier: MIT
#include "ui/theme/style.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QAbstractItemView>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyleOption>
#include <QToolButton>

#include <algorithm>

namespace reeve::ui {

namespace {

constexpr qreal radius = 4;
constexpr qreal ring = 2;

void drawFocusRing(QPainter *painter, const QRectF &rect, qreal corner, const Theme &theme)
{
    painter->setPen(QPen(theme.accent.ink, ring));
    painter->setBrush(Qt::NoBrush);
    painter->drawRoundedRect(rect.adjusted(ring / 2, ring / 2, -ring / 2, -ring / 2), corner, corner);
}

// The box of a check box or the disc of a radio button.
void drawIndicator(QPainter *painter, const QStyleOption *option, bool isRound)
{
    const Theme theme = Theme::applied();
    const bool isOn = option->state & QStyle::State_On;
    const bool isEnabled = option->state & QStyle::State_Enabled;
    const bool isFocused = option->state & QStyle::State_HasFocus;
    const QRectF box = QRectF(option->rect).adjusted(1, 1, -1, -1);
    const qreal corner = isRound ? box.width() / 2 : radius - 1;

    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QColor edge = isEnabled ? (isOn || isFocused ? theme.accent.ink : theme.fieldBorder) : theme.hairline;
    painter->setPen(QPen(edge, isFocused ? ring : 1));
    painter->setBrush(isOn && isEnabled ? theme.onAccent.ground : theme.ink.ground);
    painter->drawRoundedRect(box, corner, corner);
    if (isOn) {
        const QColor mark = isEnabled ? theme.onAccent.ink : theme.fieldBorder;
        if (isRound) {
            painter->setPen(Qt::NoPen);
            painter->setBrush(mark);
            painter->drawEllipse(box.center(), box.width() / 5, box.width() / 5);
        } else {
            QPainterPath tick;
            tick.moveTo(box.left() + box.width() * 0.24, box.top() + box.height() * 0.52);
            tick.lineTo(box.left() + box.width() * 0.43, box.top() + box.height() * 0.71);
            tick.lineTo(box.left() + box.width() * 0.77, box.top() + box.height() * 0.32);
            painter->setPen(QPen(mark, box.width() / 8, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
            painter->setBrush(Qt::NoBrush);
            painter->drawPath(tick);
        }
    }
    painter->restore();
}

} // namespace

Style::Style() : QProxyStyle(QStringLiteral("Fusion")) {}

void Style::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                          const QWidget *widget) const
{
    switch (element) {
    case PE_IndicatorCheckBox:
        drawIndicator(painter, option, false);
        return;
    case PE_IndicatorRadioButton:
        drawIndicator(painter, option, true);
        return;
    case PE_FrameFocusRect:
        // Buttons and lists show the focus on their border, by style sheet.
        if (qobject_cast<const QPushButton *>(widget) || qobject_cast<const QToolButton *>(widget) ||
            qobject_cast<const QAbstractItemView *>(widget))
            return;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        drawFocusRing(painter, option->rect, radius, Theme::applied());
        painter->restore();
        return;
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void Style::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                               const QWidget *widget) const
{
    const auto *combo = qstyleoption_cast<const QStyleOptionComboBox *>(option);
    if (control != CC_ComboBox || !combo || combo->editable) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    const Theme theme = Theme::applied();
    const bool isFocused = option->state & State_HasFocus;
    const bool isEnabled = option->state & State_Enabled;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF frame = QRectF(option->rect).adjusted(0.5, 0.5, -0.5, -0.5);
    painter->setPen(QPen(isEnabled ? theme.fieldBorder : theme.hairline, 1));
    painter->setBrush(theme.ink.ground);
    painter->drawRoundedRect(frame, radius, radius);
    if (isFocused)
        drawFocusRing(painter, option->rect, radius, theme);
    painter->restore();

    const int side = grid(1.5);
    QRect arrow(0, 0, side, side);
    arrow.moveCenter(option->rect.center());
    if (option->direction == Qt::LeftToRight)
        arrow.moveRight(option->rect.right() - grid(1));
    else
        arrow.moveLeft(option->rect.left() + grid(1));
    icon(u"chevron-down", Role::Secondary)
        .paint(painter, arrow, Qt::AlignCenter, isEnabled ? QIcon::Normal : QIcon::Disabled);
}

QRect Style::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                            const QWidget *widget) const
{
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField)
        rect.adjust(grid(0.75), 0, 0, 0); // in line with the text of fields
    return rect;
}

int Style::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return grid(2.25);
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
        return grid(2);
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return grid(1);
    case PM_SplitterWidth:
        return 9; // a hairline with room to take hold of
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

QSize Style::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                              const QWidget *widget) const
{
    QSize wanted = QProxyStyle::sizeFromContents(type, option, size, widget);
    if (type == CT_ComboBox)
        wanted.setHeight(std::max(wanted.height(), grid(4)));
    if (type == CT_CheckBox || type == CT_RadioButton)
        wanted.setHeight(std::max(wanted.height(), grid(3)));
    return wanted;
}

int Style::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                     QStyleHintReturn *returnData) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
        return 0; // a list under the box, not a menu over it
    case SH_UnderlineShortcut:
        return 1;
    case SH_DialogButtonBox_ButtonsHaveIcons:
        return 0;
    default:
        return QProxyStyle::styleHint(hint, option, widget, returnData);
    }
}

} // namespace reeve::ui
