// SPDX-License-Identifier: MIT
#include "ui/parts/tab_order.h"

#include <QLayout>
#include <QScrollArea>
#include <QWidget>

#include <vector>

namespace reeve::ui {

namespace {

using Stops = std::vector<QWidget *>;

void gather(QWidget *widget, Stops &stops);

void gather(const QLayout *layout, Stops &stops)
{
    for (int i = 0; i < layout->count(); ++i) {
        QLayoutItem *item = layout->itemAt(i);
        if (item->widget())
            gather(item->widget(), stops);
        else if (item->layout())
            gather(item->layout(), stops);
    }
}

void gather(QWidget *widget, Stops &stops)
{
    if ((widget->focusPolicy() & Qt::TabFocus) != 0)
        stops.push_back(widget);
    const auto *scroll = qobject_cast<QScrollArea *>(widget);
    if (scroll && scroll->widget())
        gather(scroll->widget(), stops);
    else if (widget->layout())
        gather(widget->layout(), stops);
}

} // namespace

void tabInReadingOrder(QWidget *form)
{
    Stops stops;
    gather(form, stops);
    for (std::size_t i = 1; i < stops.size(); ++i)
        QWidget::setTabOrder(stops[i - 1], stops[i]);
}

} // namespace reeve::ui
