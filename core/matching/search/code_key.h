// SPDX-License-Identifier: MIT
#pragma once

#include <QStringView>
#include <QtGlobal>

namespace reeve::matching {

// A code (date, postcode, telephone number, reference …) as a number that sorts as the code does: its first twelve
// characters, letters and digits only. What begins with the same characters stands together.
using CodeKey = quint64;
inline constexpr qsizetype codeKeyLength = 12;

// Characters other than a-z and 0-9 count as gaps, which sort first. `text` is folded.
[[nodiscard]] CodeKey codeKey(QStringView text) noexcept;

// The second part of a postcode out of its key; of shorter and of longer codes whatever stands there and what follows
// it.
[[nodiscard]] CodeKey inwardOf(CodeKey key) noexcept;

// The keys from `from` up to, not including, `to`; with `inward` those of them that stand for a postcode ending so.
struct CodeKeys
{
    CodeKey from = 0;
    CodeKey to = 0;
    CodeKey inward = 0;

    [[nodiscard]] bool contains(CodeKey key) const noexcept
    {
        return key >= from && key < to && (inward == 0 || inwardOf(key) == inward);
    }
};
[[nodiscard]] CodeKeys exactly(QStringView text) noexcept;
[[nodiscard]] CodeKeys beginningWith(QStringView text) noexcept;
// The postcodes of all districts whose second part this is: "1aa".
[[nodiscard]] CodeKeys endingWithInward(QStringView inward) noexcept;

// Fourteen digits of a text of any length, for finding just that text.
[[nodiscard]] CodeKey textKey(QStringView text) noexcept;

} // namespace reeve::matching
