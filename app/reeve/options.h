// SPDX-License-Identifier: MIT
#pragma once

#include <QStringList>

namespace reeve::app {

// What `reeve` was started with. No secrets: arguments can be read by everybody on the machine.
struct Options
{
    QString store;             // folder; the usual place when not named
    bool isUnattended = false; // opens with REEVE_PASSPHRASE: for the sample council and for tests
    QString error;             // what is wrong with the arguments; empty when nothing is
    bool wantsHelp = false;
};

[[nodiscard]] Options readOptions(const QStringList &arguments);
[[nodiscard]] QString usage();

} // namespace reeve::app
