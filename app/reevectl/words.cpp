// SPDX-License-Identifier: MIT
#include "app/reevectl/terminal.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

QString wordsForCode(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return u"Not accepted; nothing was changed"_s;
    case ErrorCode::NotFound:
        return u"Not found"_s;
    case ErrorCode::Conflict:
        return u"Something else is stored there already; nothing was changed"_s;
    case ErrorCode::Denied:
        return u"Not allowed"_s;
    case ErrorCode::CardNumber:
        return u"It holds a payment card number or security code, which is never stored; nothing was kept"_s;
    case ErrorCode::WrongPassphrase:
        return u"The passphrase opens no key of this store"_s;
    case ErrorCode::Throttled:
        return u"Too many wrong passphrases; wait before the next one"_s;
    case ErrorCode::Corrupt:
        return u"The store is damaged, or was tampered with; nothing was changed, and 'reevectl store recover' "
               "saves what waited in it"_s;
    case ErrorCode::NotEncrypted:
        return u"There is a plain database where an encrypted store belongs; nothing was changed"_s;
    case ErrorCode::NewerVersion:
        return u"The store was written by a newer Reeve; nothing was changed"_s;
    case ErrorCode::InUse:
        return u"Another program has this store open"_s;
    case ErrorCode::Busy:
        return u"The store is busy; try again"_s;
    case ErrorCode::DiskFull:
        return u"The disk is full: nothing that was saved is lost, and 'reevectl sync' still sends it, but nothing "
               "new is kept; make room on the disk, then try again"_s;
    case ErrorCode::ReadOnly:
        return u"The disk or folder cannot be written"_s;
    case ErrorCode::NetworkShare:
        return u"A store must lie on a local disk, not on a network share"_s;
    case ErrorCode::Io:
        return u"The operating system refused"_s;
    case ErrorCode::Offline:
        return u"The centre cannot be reached"_s;
    case ErrorCode::SignInNeeded:
        return u"The centre did not accept the sign-in"_s;
    case ErrorCode::Untrusted:
        return u"The centre's TLS certificate or name is not the right one; nothing was sent"_s;
    case ErrorCode::CentralTooOld:
        return u"There is no Reeve centre of that name, or it is older than this Reeve. Look at the name in the URI; "
               "'reevectl central init' makes a centre, or brings it up to date"_s;
    case ErrorCode::CentralTooNew:
        return u"The central database was made by a newer Reeve than this one"_s;
    case ErrorCode::CentralBusy:
        return u"The centre is there but cannot take anything now"_s;
    case ErrorCode::StaleIncarnation:
        return u"This store is a copy or an older state of itself; it gets a new device id at the next sync"_s;
    case ErrorCode::DeviceRevoked:
        return u"The centre no longer accepts this desk"_s;
    case ErrorCode::Cancelled:
        return u"Cancelled"_s;
    case ErrorCode::Internal:
        return u"A mistake in Reeve"_s;
    }
    return errorName(code);
}

// The centre is away or refuses: no harm to the work of a desk.
bool isOfCentre(ErrorCode code)
{
    return code == ErrorCode::Offline || code == ErrorCode::SignInNeeded || code == ErrorCode::CentralTooNew ||
           code == ErrorCode::CentralBusy || code == ErrorCode::CentralTooOld || code == ErrorCode::Untrusted;
}

} // namespace

QString wordsFor(const Error &error, bool isAtDesk)
{
    QString words = wordsForCode(error.code);
    if (isAtDesk && isOfCentre(error.code))
        words += u"; what is saved here stays saved and waits"_s;
    return error.detail.isEmpty() ? words + u'.' : words + u" ("_s + error.detail + u")."_s;
}

} // namespace reeve::ctl
