// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reeve::ctl {

// Who and what the demo is about. Made up.
[[nodiscard]] inline QString demoAgent()
{
    return QStringLiteral("asha.patel");
}

[[nodiscard]] inline QString onlineNote()
{
    return QStringLiteral("Green bin was not emptied on Tuesday; crew comes back tomorrow.");
}

[[nodiscard]] inline QString offlineNote()
{
    return QStringLiteral("Asks for an assisted collection from next week on.");
}

[[nodiscard]] inline QString offlineHealth()
{
    return QStringLiteral("Broke her wrist and cannot move the bin for eight weeks");
}

} // namespace reeve::ctl
