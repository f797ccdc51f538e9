// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <chrono>

namespace reeve::sync {

inline constexpr std::chrono::milliseconds backOffBase{500};
inline constexpr std::chrono::milliseconds backOffCap{60'000};
inline constexpr std::chrono::milliseconds busyBackOffCap{300'000};

// The next of a splitmix64 sequence.
[[nodiscard]] quint64 nextRandom(quint64 &state) noexcept;

// Anything from 0 to `most`, evenly.
[[nodiscard]] std::chrono::milliseconds anyUpTo(std::chrono::milliseconds most, quint64 &random) noexcept;

// Full jitter: anything from 0 to base * 2^(failures - 1), at most `cap`. A thousand desks that lost the centre in
// the same second do not come back in the same second.
[[nodiscard]] std::chrono::milliseconds backOff(int failures, std::chrono::milliseconds cap, quint64 &random) noexcept;

// For what a retry will hardly mend: between half the cap and the cap.
[[nodiscard]] std::chrono::milliseconds slowRetry(quint64 &random) noexcept;

} // namespace reeve::sync
