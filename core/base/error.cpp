// SPDX-License-Identifier: MIT
#include "core/base/error.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve {

QString errorName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return u"InvalidInput"_s;
    case ErrorCode::NotFound:
        return u"NotFound"_s;
    case ErrorCode::Conflict:
        return u"Conflict"_s;
    case ErrorCode::Denied:
        return u"Denied"_s;
    case ErrorCode::CardNumber:
        return u"CardNumber"_s;
    case ErrorCode::WrongPassphrase:
        return u"WrongPassphrase"_s;
    case ErrorCode::Throttled:
        return u"Throttled"_s;
    case ErrorCode::Corrupt:
        return u"Corrupt"_s;
    case ErrorCode::NotEncrypted:
        return u"NotEncrypted"_s;
    case ErrorCode::NewerVersion:
        return u"NewerVersion"_s;
    case ErrorCode::InUse:
        return u"InUse"_s;
    case ErrorCode::Busy:
        return u"Busy"_s;
    case ErrorCode::DiskFull:
        return u"DiskFull"_s;
    case ErrorCode::ReadOnly:
        return u"ReadOnly"_s;
    case ErrorCode::NetworkShare:
        return u"NetworkShare"_s;
    case ErrorCode::Io:
        return u"Io"_s;
    case ErrorCode::Offline:
        return u"Offline"_s;
    case ErrorCode::SignInNeeded:
        return u"SignInNeeded"_s;
    case ErrorCode::Untrusted:
        return u"Untrusted"_s;
    case ErrorCode::CentralTooOld:
        return u"CentralTooOld"_s;
    case ErrorCode::CentralTooNew:
        return u"CentralTooNew"_s;
    case ErrorCode::CentralBusy:
        return u"CentralBusy"_s;
    case ErrorCode::StaleIncarnation:
        return u"StaleIncarnation"_s;
    case ErrorCode::DeviceRevoked:
        return u"DeviceRevoked"_s;
    case ErrorCode::Cancelled:
        return u"Cancelled"_s;
    case ErrorCode::Internal:
        return u"Internal"_s;
    }
    return u"Unknown"_s;
}

} // namespace reeve
