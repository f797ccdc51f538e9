// SPDX-License-Identifier: MIT
#include "core/base/logging.h"

Q_LOGGING_CATEGORY(logStore, "reeve.store", QtWarningMsg)
Q_LOGGING_CATEGORY(logSync, "reeve.sync", QtWarningMsg)
Q_LOGGING_CATEGORY(logCentral, "reeve.central", QtWarningMsg)
Q_LOGGING_CATEGORY(logApp, "reeve.app", QtWarningMsg)
