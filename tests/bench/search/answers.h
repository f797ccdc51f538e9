// SPDX-License-Identifier: MIT
#pragma once

#include "tests/bench/search/borough.h"

#include <QString>

#include <climits>
#include <functional>
#include <map>
#include <vector>

namespace reeve::bench {

// Where the truth stood among the answers, and how long each took.
class Answers final
{
public:
    // `found`: references, best first, ten at most. An empty `truth` counts for the time alone.
    void add(const QString &kind, const QString &truth, const QStringList &found, double milliseconds);

    // Shares of the first and the first ten, of each kind and of all; the median, the 95th and 99th percentile.
    void print(const QString &title) const;
    void printAll(const QString &title) const; // one line

private:
    struct Tally
    {
        int asked = 0;
        int first = 0;
        int firstTen = 0;
    };
    std::map<QString, Tally> m_kinds;
    Tally m_all;
    std::vector<double> m_times;
};

// The value below which `part` (0 to 1) of them are; 0 of none.
[[nodiscard]] double percentile(std::vector<double> values, double part);

// Asks all queries of a file, at most so many of a kind, and lets a moment pass after each: nobody types without a
// pause, and the kernel takes 50 ms of a second from whoever runs above all others (chrt -f) and makes none.
[[nodiscard]] Answers askAll(const std::vector<Asked> &queries,
                             const std::function<QStringList(const QString &query)> &ask, int mostOfAKind = INT_MAX);

} // namespace reeve::bench
