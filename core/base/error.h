// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace reeve {

// Every way in which something of ours fails. Closed: a switch over it has no default, so that the compiler finds
// a forgotten case. Words for people are made from it in ui/ (and in app/reevectl), nowhere else.
enum class ErrorCode {
    InvalidInput, // what came from outside is not what it should be; nothing was changed
    NotFound,     // asked for by id, and not there
    Conflict,     // someone stored a newer one first; nothing was changed
    Denied,       // this agent may not
    CardNumber,   // the text holds a payment card number or security code, which is never stored

    WrongPassphrase, // no key slot opens with it
    Throttled,       // too many wrong passphrases; wait
    Corrupt,         // bytes that do not authenticate: damaged, swapped, truncated or tampered with
    NotEncrypted,    // a plain SQLite file where an encrypted store belongs
    NewerVersion,    // written by a newer Reeve than this one
    InUse,           // another process has this store open
    Busy,            // contention that passes; never corruption
    DiskFull,
    ReadOnly,     // the disk or folder cannot be written
    NetworkShare, // the store must lie on a local disk
    Io,           // the operating system refused, otherwise

    Offline,          // the centre cannot be reached; whether a change was committed there may be unknown
    SignInNeeded,     // the centre asks who this is: no session, an expired one, or a wrong password
    Untrusted,        // TLS: wrong name, expired or unknown certificate, or no TLS where it is demanded
    CentralTooOld,    // the centre lacks what this desk needs
    CentralTooNew,    // the central database was made by a newer Reeve
    CentralBusy,      // the centre is there and cannot now: disk full, too many connections, read-only
    StaleIncarnation, // this desk is a clone or a rolled-back copy of itself
    DeviceRevoked,    // the centre no longer accepts this desk

    Cancelled,
    Internal, // a mistake of ours
};

// Stable English name of a code, for logs and JSON output: "WrongPassphrase".
[[nodiscard]] QString errorName(ErrorCode code);

// Why something failed. `detail` is English, for the log, and never holds personal data.
struct Error
{
    ErrorCode code = ErrorCode::Internal;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

} // namespace reeve
