// SPDX-License-Identifier: MIT
#pragma once

namespace reeve::ctl {

// From now on SIGINT and SIGTERM only set a flag and end a blocking read(), so that what was begun is finished;
// a reader that went away is an error of write() and no signal.
void watchSignals();

[[nodiscard]] bool isInterrupted() noexcept;

} // namespace reeve::ctl
