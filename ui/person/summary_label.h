// SPDX-License-Identifier: MIT
#pragma once

#include <QLabel>
#include <QStringList>

namespace reeve::ui {

// Words about a person: never read as markup, may be selected with the mouse.
[[nodiscard]] QLabel *summaryLabel(const QString &words, const QString &role, QWidget *parent);

// "one · two": those that are not empty.
[[nodiscard]] QString joinedParts(QStringList parts);

} // namespace reeve::ui
