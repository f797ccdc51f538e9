// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QString>

namespace reeve::crypto {

// Slows guessing at a desk: after five wrong passphrases in a row each further try has to wait, 1 s, 2 s, 4 s … at
// most 5 minutes. Counted durably in the file reeve.tries, which is there only while something is counted. Guards the
// sign-in of a person at this desk; whoever carries the folder away guesses elsewhere, against Argon2id.
class SignInThrottle final
{
public:
    static constexpr int freeTries = 5;
    static constexpr std::chrono::seconds longestWait{300};

    // `clock` must outlive it.
    SignInThrottle(QString file, const Clock &clock) : m_file(std::move(file)), m_clock(clock) {}

    // Counts a try, before it is made: killing the program does not undo it. Throttled, with the seconds to wait as
    // the detail; ReadOnly, DiskFull, Io when it cannot be counted.
    [[nodiscard]] Result<> admit();

    // The passphrase was right: forgets what was counted.
    void succeeded();

    // The last try failed for another reason than its passphrase, and is not counted.
    void withdraw();

private:
    struct Tries
    {
        qint64 count = 0;
        qint64 lastAt = 0; // UTC milliseconds
    };
    [[nodiscard]] Tries load() const;
    [[nodiscard]] Result<> store(const Tries &tries) const;

    QString m_file;
    const Clock &m_clock;
    Tries m_before;
};

} // namespace reeve::crypto
