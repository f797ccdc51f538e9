// SPDX-License-Identifier: MIT
#include "ui/parts/button_words.h"

#include "ui/theme/theme.h"

#include <QAbstractButton>

namespace reeve::ui {

namespace {

constexpr int widestName = 32; // in steps of the grid

} // namespace

QString plainOnButton(const QString &words)
{
    return QString(words).replace(u'&', QStringLiteral("&&"));
}

QString nameOnButton(const QAbstractButton &button, const QString &words)
{
    return plainOnButton(button.fontMetrics().elidedText(words, Qt::ElideRight, grid(widestName)));
}

} // namespace reeve::ui
