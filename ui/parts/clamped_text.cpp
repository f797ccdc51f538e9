// SPDX-License-Identifier: MIT
#include "ui/parts/clamped_text.h"

#include <QFontMetrics>
#include <QStringList>
#include <QTextLayout>

namespace reeve::ui {

QString clampedText(const QString &text, const QFont &font, int width, int mostLines)
{
    const QString words = text.simplified();
    QTextOption option;
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    QTextLayout layout(words, font);
    layout.setTextOption(option);
    QStringList lines;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        if (lines.size() == mostLines - 1) {
            lines.append(QFontMetrics(font).elidedText(words.mid(line.textStart()), Qt::ElideRight, width));
            break;
        }
        lines.append(words.mid(line.textStart(), line.textLength()).trimmed());
    }
    layout.endLayout();
    return lines.join(u'\n');
}

} // namespace reeve::ui
