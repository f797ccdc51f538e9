// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"

#include <QLineEdit>
#include <QString>

#include <utility>

namespace reeve::ui {

// What was typed into a password field, as guarded bytes; the bytes in between are wiped.
[[nodiscard]] inline crypto::Secret secretOf(const QString &typed)
{
    QByteArray bytes = typed.toUtf8();
    crypto::Secret secret(bytes);
    crypto::wipe(bytes);
    return secret;
}

// Empties a password field and overwrites its text, once `use` has had it. Not clear(), which keeps the letters for
// undoing. What Qt let go while the text grew, parts of its beginning, is out of reach.
template <typename Use>
void takeTyped(QLineEdit &field, Use use)
{
    QString typed = field.text();
    field.setText({});
    use(std::as_const(typed));
    crypto::wipe(typed);
}

} // namespace reeve::ui
