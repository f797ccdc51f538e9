// SPDX-License-Identifier: MIT
#include "core/central/sqlstate.h"

#include <array>
#include <string_view>

namespace reeve::central {

namespace {

struct Meaning
{
    std::string_view prefix; // the whole state, or the class it belongs to
    ErrorCode code;
};

// The first that fits counts, so exceptions stand before their class.
constexpr std::array meanings = {
    Meaning{"RV001", ErrorCode::SignInNeeded},
    Meaning{"RV002", ErrorCode::StaleIncarnation},
    Meaning{"RV003", ErrorCode::DeviceRevoked},
    Meaning{"RV004", ErrorCode::Denied},
    Meaning{"RV005", ErrorCode::NotFound},
    Meaning{"RV006", ErrorCode::InvalidInput},
    Meaning{"RV007", ErrorCode::CentralTooNew}, // may deliver, but speaks too old a protocol to read

    // The link, or the server going down or coming up. Whether the call took effect is unknown.
    Meaning{"08", ErrorCode::Offline},
    Meaning{"57P", ErrorCode::Offline},

    // Contention: the same again, a little later.
    Meaning{"40", ErrorCode::CentralBusy},
    Meaning{"55P03", ErrorCode::CentralBusy},
    Meaning{"57014", ErrorCode::CentralBusy},
    Meaning{"25P03", ErrorCode::CentralBusy}, // idle in transaction for too long
    // A standby, or a primary that no longer is one: another host may do.
    Meaning{"25006", ErrorCode::CentralBusy},
    // The server is unwell: disk full, too many connections, I/O errors, damaged pages.
    Meaning{"53", ErrorCode::CentralBusy},
    Meaning{"58", ErrorCode::CentralBusy},
    Meaning{"XX", ErrorCode::CentralBusy},
    // Somebody else is making the same role just now.
    Meaning{"42710", ErrorCode::CentralBusy},

    // Who is this? Nothing is ever deleted because of it.
    Meaning{"28", ErrorCode::SignInNeeded},
    Meaning{"42501", ErrorCode::SignInNeeded},

    // No such database, schema, function or column: the centre is of another version, not the entry at fault.
    Meaning{"3D000", ErrorCode::CentralTooOld},
    Meaning{"3F000", ErrorCode::CentralTooOld},
    Meaning{"42", ErrorCode::CentralTooOld},
    Meaning{"0A", ErrorCode::CentralTooOld},

    // Something in what was sent. The centre quarantines entries itself; when a call still fails so, bisect it.
    Meaning{"22", ErrorCode::InvalidInput},
    Meaning{"23", ErrorCode::InvalidInput},
    Meaning{"54", ErrorCode::InvalidInput},
    Meaning{"P0", ErrorCode::InvalidInput},
};

} // namespace

ErrorCode errorCodeOf(QByteArrayView sqlState)
{
    const std::string_view state(sqlState.data(), static_cast<std::size_t>(sqlState.size()));
    for (const Meaning &meaning : meanings) {
        if (state.substr(0, meaning.prefix.size()) == meaning.prefix)
            return meaning.code;
    }
    return ErrorCode::Internal;
}

QByteArrayView sqlStateIn(QByteArrayView message)
{
    for (const QByteArrayView mark : {QByteArrayView("FATAL:  "), QByteArrayView("ERROR:  ")}) {
        const qsizetype at = message.indexOf(mark);
        if (at < 0 || message.size() < at + mark.size() + 5)
            continue;
        const QByteArrayView state = message.sliced(at + mark.size(), 5);
        bool isState = true;
        for (const char c : state)
            isState = isState && ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z'));
        if (isState)
            return state;
    }
    return {};
}

} // namespace reeve::central
