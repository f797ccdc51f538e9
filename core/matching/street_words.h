// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QStringView>

namespace reeve::matching {

// How else a word of an address is commonly written: "rd" for "road" and "road" for "rd", "st" for "street" and
// "saint". Both ways; nothing for any other word. `folded` as fold() answers it. For the search of people and of
// addresses.
[[nodiscard]] QList<QStringView> otherStreetWords(QStringView folded);

} // namespace reeve::matching
