// SPDX-License-Identifier: MIT
#include "core/base/logging.h"

Q_LOGGING_CATEGORY(logStore, "reeve.store", QtInfoMsg)
Q_LOGGING_CATEGORY(logSync, "reeve.sync", QtInfoMsg)
Q_LOGGING_CATEGORY(logCentral, "reeve.central", QtInfoMsg)
Q_LOGGING_CATEGORY(logApp, "reeve.app", QtInfoMsg)
