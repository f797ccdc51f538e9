// SPDX-License-Identifier: MIT
#pragma once

#include <QLoggingCategory>

// One category per part, so that `QT_LOGGING_RULES="reeve.sync=true"` shows what one asks for. Unasked they are silent
// in normal work, an outage included: warnings are for what ought not to happen, and standard error is for people.
// A log line never holds personal data: ids, codes and counts only.
Q_DECLARE_LOGGING_CATEGORY(logStore)
Q_DECLARE_LOGGING_CATEGORY(logSync)
Q_DECLARE_LOGGING_CATEGORY(logCentral)
Q_DECLARE_LOGGING_CATEGORY(logApp)
