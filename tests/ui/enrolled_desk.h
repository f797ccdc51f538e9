// SPDX-License-Identifier: MIT
#pragma once

#include "tests/core/services/desk_folder.h"

namespace reeve::test {

// As if the desk had been enrolled, and its agent had a session at the centre.
inline void enrol(DeskFolder &folder)
{
    const Instant now = folder.clock().now();
    REQUIRE(folder.write([now](store::Connection &connection) -> Result<> {
        const store::DeskRepository desk(connection);
        store::DeskState state;
        state.device = domain::DeviceId(QUuid::createUuid());
        state.incarnation = QUuid::createUuid();
        state.deskName = QStringLiteral("Desk 14");
        state.centralUri = QStringLiteral("postgresql://centre.example");
        state.herdSpreadMs = 0;
        if (const auto stored = desk.setState(state); !stored)
            return stored;
        return desk.setSession({QStringLiteral("asha.patel"), QStringLiteral("token"), now + std::chrono::hours(12)});
    }));
}

} // namespace reeve::test
