// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/desk.h"

#include <QString>

namespace reeve::ui {
class Language;
}

namespace reeve::app {

// Drives the real window through a made-up morning and writes what it looks like to `folder` as PNG. Works on any
// platform plug-in, offscreen too. False, with a line on standard error, when a picture could not be made.
[[nodiscard]] bool makeScreenshots(const QString &folder, const services::Policy &policy, ui::Language &language);

} // namespace reeve::app
