// SPDX-License-Identifier: MIT
#include "ui/parts/link_button.h"

#include "ui/parts/button_words.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace reeve::ui {

LinkButton::LinkButton(const QString &words, QWidget *parent) : QPushButton(plainOnButton(words), parent)
{
    setProperty("role", QStringLiteral("link"));
    setAccessibleName(words);
    setAutoDefault(true);
}

QSize LinkButton::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, QPushButton::minimumSizeHint().height()};
}

int LinkButton::roomForWords() const
{
    return fontMetrics().horizontalAdvance(text()) - (sizeHint().width() - width());
}

void LinkButton::resizeEvent(QResizeEvent *event)
{
    QPushButton::resizeEvent(event);
    setToolTip(width() < sizeHint().width() ? accessibleName() : QString());
}

void LinkButton::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    if (width() < sizeHint().width())
        option.text = fontMetrics().elidedText(text(), Qt::ElideRight, roomForWords());
    painter.drawControl(QStyle::CE_PushButton, option);
}

} // namespace reeve::ui
