// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

#include <optional>
#include <vector>

namespace reeve::central {

// The payloads of a batch, said shortly. They are JSON of a few shapes: names, quotes and codes are the same in nearly
// all. Such a phrase is said once, and in each payload one byte stands for it: no compact JSON contains a control
// character. On a slow line three records cost what two did. The centre says them out again (reeve.said_out in
// core/central/api/41_push_calls.sql) before anything is hashed or read.
struct ShortPayloads
{
    static constexpr int mostPhrases = 30;     // bytes 0x01 … 0x1E, in this order
    static constexpr char payloadEnd = '\x1F'; // between two payloads
    static constexpr int shortestPhrase = 6;   // what is shorter saves nothing worth the search
    static constexpr int longestPhrase = 256;
    static constexpr qsizetype mostBytes = 1 << 20; // of all payloads together

    QList<QByteArray> phrases;
    QByteArray joined;
};

// None where it would save nothing, or the centre would not take it: too few of them, nothing in common, very much, or
// bytes that no compact JSON has.
[[nodiscard]] std::optional<ShortPayloads> shortened(const std::vector<QByteArrayView> &payloads);

// What the centre makes of it: for tests.
[[nodiscard]] std::vector<QByteArray> saidOut(const ShortPayloads &shortPayloads);

} // namespace reeve::central
