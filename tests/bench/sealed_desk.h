// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"

#include <QTemporaryDir>

#include <memory>

namespace reeve::bench {

// A new, empty, sealed store in a temporary folder and one agent's session on it. Ends the program when it cannot be.
struct SealedDesk
{
    SealedDesk();

    const QString agent;
    const crypto::Secret passphrase;
    QTemporaryDir folder;
    SystemClock clock;
    std::shared_ptr<services::Desk> desk;
};

} // namespace reeve::bench
