// SPDX-License-Identifier: MIT
#include "ui/parts/bold_room.h"

#include <QAbstractButton>
#include <QFontMetrics>

namespace reeve::ui {

void keepRoomForBold(QAbstractButton &button)
{
    button.ensurePolished();
    QFont bold = button.font();
    bold.setWeight(QFont::DemiBold);
    button.setMinimumWidth(0);
    const int more = QFontMetrics(bold).horizontalAdvance(button.text()) -
                     QFontMetrics(button.font()).horizontalAdvance(button.text());
    button.setMinimumWidth(button.sizeHint().width() + qMax(0, more) + 4);
}

} // namespace reeve::ui
