// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <array>
#include <cstddef>
#include <optional>

namespace reeve::domain {

// One value of an enumeration and the code it is stored and sent as.
template <typename Enum>
struct Coded
{
    Enum value;
    QLatin1StringView code;
};

template <typename Enum, std::size_t N>
[[nodiscard]] QString codeOf(const std::array<Coded<Enum>, N> &table, Enum value)
{
    for (const auto &row : table) {
        if (row.value == value)
            return row.code;
    }
    return {};
}

template <typename Enum, std::size_t N>
[[nodiscard]] std::optional<Enum> valueOf(const std::array<Coded<Enum>, N> &table, QStringView code)
{
    for (const auto &row : table) {
        if (code == row.code)
            return row.value;
    }
    return std::nullopt;
}

} // namespace reeve::domain
