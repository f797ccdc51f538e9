// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"

#include <QString>

namespace reeve::ui {

// What was typed into a password field, as guarded bytes; the bytes in between are wiped. The field's own text
// cannot be: clear the field at once.
[[nodiscard]] inline crypto::Secret secretOf(const QString &typed)
{
    QByteArray bytes = typed.toUtf8();
    crypto::Secret secret(bytes);
    crypto::wipe(bytes);
    return secret;
}

} // namespace reeve::ui
