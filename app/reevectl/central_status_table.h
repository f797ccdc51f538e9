// SPDX-License-Identifier: MIT
#pragma once

#include <QJsonObject>
#include <QString>

namespace reeve::ctl {

// What `central status` answers, as a table for the person at the terminal.
[[nodiscard]] QString centralStatusTable(const QJsonObject &status);

} // namespace reeve::ctl
