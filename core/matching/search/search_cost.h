// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace reeve::matching {

// How unlikely it is that somebody with this in their record is asked for in those words, in 1/32 bit: 0 is certain,
// 32 one in two, 320 one in a thousand. Costs of independent slips add up.
using Cost = quint16;
inline constexpr Cost impossible = 0x7fff;

[[nodiscard]] constexpr Cost bits(double count) noexcept
{
    return static_cast<Cost>(count * 32 + 0.5);
}

namespace cost {

// One slip of the hand or ear, by kind: measured on nobody, set by what typing studies agree on (neighbouring keys and
// swapped letters are commoner than any other slip, and the first letter is rarely wrong).
inline constexpr Cost swappedLetters = bits(6.5);
inline constexpr Cost doubledLetter = bits(6.0); // one where there are two, or two for one
inline constexpr Cost neighbouringKey = bits(8.0);
inline constexpr Cost otherVowel = bits(7.5);
inline constexpr Cost likeSound = bits(7.0); // c k, s z, i y …
inline constexpr Cost otherLetter = bits(9.5);
inline constexpr Cost omittedLetter = bits(7.5);
inline constexpr Cost omittedSilent = bits(6.5); // e, h
inline constexpr Cost addedLetter = bits(9.0);
inline constexpr Cost firstLetter = bits(2.0); // on top of the slip

inline constexpr Cost oneSlip = bits(12.0); // no single slip costs more
inline constexpr Cost twoSlips = bits(19.0);

inline constexpr Cost beginning = bits(1.5);   // only the beginning was typed …
inline constexpr Cost perMissing = bits(0.25); // … and so many letters are missing
inline constexpr Cost mostMissing = bits(2.0);
inline constexpr Cost unfinished = bits(2.5); // and further words follow

inline constexpr Cost nickname = bits(4.5);
inline constexpr Cost spelling = bits(5.0);
inline constexpr Cost soundsAlike = bits(7.5);

} // namespace cost

} // namespace reeve::matching
