// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"
#include "core/base/result.h"

#include <QString>

namespace reeve::crypto {

// Slows guessing at a desk: after five wrong passphrases in a row each further try has to wait, 1 s, 2 s, 4 s … at
// most 5 minutes. Counted durably in the file reeve.tries, which is there only while something is counted. Guards the
// sign-in of a person at this desk; whoever carries the folder away guesses elsewhere, against Argon2id.
//
// While nobody is signed in, the audit is sealed with the store. So the wrong passphrases stay counted in that file,
// by number and time alone, until the next sign-in has written them down.
class SignInThrottle final
{
public:
    static constexpr int freeTries = 5;
    static constexpr std::chrono::seconds longestWait{300};

    // Whether a wrong passphrase is counted for the audit of the next sign-in, or the caller writes it down at once.
    enum class Audit { NextSignIn, Caller };

    // `clock` must outlive it.
    SignInThrottle(QString file, const Clock &clock, Audit audit = Audit::NextSignIn)
        : m_file(std::move(file)),
          m_clock(clock),
          m_audit(audit)
    {}

    // Counts a try, before it is made: killing the program does not undo it. Throttled, with the seconds to wait as
    // the detail; ReadOnly, DiskFull, Io when it cannot be counted.
    [[nodiscard]] Result<> admit();

    // The passphrase was right: the next try need not wait.
    void succeeded();

    // The last try failed for another reason than its passphrase, and is not counted.
    void withdraw();

    // The passphrase is another one now: the next try need not wait.
    static void letTryAgain(const QString &file);

    // Wrong passphrases that no audit has yet.
    struct Refused
    {
        qint64 count = 0;
        qint64 firstAt = 0; // UTC milliseconds
        qint64 lastAt = 0;
    };
    [[nodiscard]] static Refused refused(const QString &file);
    // It has them now.
    static void forgetRefused(const QString &file);

private:
    struct Tries
    {
        qint64 count = 0;  // in a row
        qint64 lastAt = 0; // UTC milliseconds
        Refused refused = {};
    };
    [[nodiscard]] static Tries load(const QString &file);
    [[nodiscard]] static Result<> store(const QString &file, const Tries &tries);
    static void put(const QString &file, const Tries &tries);

    QString m_file;
    const Clock &m_clock;
    Audit m_audit;
    Tries m_before;
};

} // namespace reeve::crypto
