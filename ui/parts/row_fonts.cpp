// SPDX-License-Identifier: MIT
#include "ui/parts/row_fonts.h"

namespace reeve::ui {

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() * 0.92);
    return font;
}

QFont bolder(QFont font)
{
    font.setWeight(QFont::DemiBold);
    return font;
}

} // namespace reeve::ui
