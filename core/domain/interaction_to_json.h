// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/interaction.h"

#include <QByteArray>

namespace reeve::domain {

// The bytes QJsonDocument writes of toJson(interaction), compact: the same, byte by byte. For the commit somebody
// waits for.
[[nodiscard]] QByteArray interactionToJson(const Interaction &interaction);

} // namespace reeve::domain
