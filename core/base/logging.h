// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

// One category per part, so that `QT_LOGGING_RULES="reeve.sync=true"` shows what one asks for.
// A log line never holds personal data: ids, codes and counts only.
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logCentral)
Q_DECLARE_LOGGING_CATEGORY(logApp)
