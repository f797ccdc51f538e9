// SPDX-License-Identifier: MIT
#pragma once

#include <QUuid>

#include <cstring>
#include <map>
#include <set>
#include <utility>

namespace reeve::test {

// The order of PostgreSQL: byte by byte. QUuid's own takes a quarter of a simulation's time.
struct InOrder
{
    bool operator()(const QUuid &left, const QUuid &right) const noexcept { return compare(left, right) < 0; }
    template <typename T>
    bool operator()(const std::pair<QUuid, T> &left, const std::pair<QUuid, T> &right) const
    {
        const int first = compare(left.first, right.first);
        return first < 0 || (first == 0 && left.second < right.second);
    }

private:
    static int compare(const QUuid &left, const QUuid &right) noexcept
    {
        const quint64 head = headOf(left);
        const quint64 other = headOf(right);
        if (head != other)
            return head < other ? -1 : 1;
        return std::memcmp(left.data4, right.data4, sizeof left.data4);
    }
    static quint64 headOf(const QUuid &id) noexcept
    {
        return (quint64(id.data1) << 32) | (quint64(id.data2) << 16) | id.data3;
    }
};

template <typename T>
using ById = std::map<QUuid, T, InOrder>;
using Ids = std::set<QUuid, InOrder>;

} // namespace reeve::test
