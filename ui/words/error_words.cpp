// SPDX-License-Identifier: MIT
#include "ui/words/error_words.h"

#include <QCoreApplication>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Gives the functions here a tr() of their own.
class Words
{
    Q_DECLARE_TR_FUNCTIONS(Words)

public:
    static QString ofStore(ErrorCode code);
    static QString ofCentre(ErrorCode code);
    static QString ofWork(ErrorCode code);
    static QString of(domain::Channel channel);
    static QString of(domain::Channel channel, domain::Direction direction);
    static QString of(domain::PartyRole role);
};

QString Words::ofWork(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return tr("Something here cannot be stored as it is. What you typed was kept; correct it and try again.");
    case ErrorCode::NotFound:
        return tr("It is no longer here. Nothing you typed was lost; find it again with F2.");
    case ErrorCode::Conflict:
        return tr("Somebody else changed this first. Your version was kept; compare both under Needs attention.");
    case ErrorCode::Denied:
        return tr("Your role does not allow this. Nothing was changed; ask a supervisor if you need it.");
    case ErrorCode::CardNumber:
        return tr("Card numbers and security codes are never stored. The digits were masked and the rest was kept.");
    case ErrorCode::Cancelled:
        return tr("It was stopped before it was done. What you typed was kept; try again when you like.");
    default:
        return tr("Reeve made a mistake. What was saved before is safe; try again, and tell support if it happens "
                  "once more.");
    }
}

QString Words::ofStore(ErrorCode code)
{
    switch (code) {
    case ErrorCode::WrongPassphrase:
        return tr(
            "This passphrase does not open the desk. Nothing was changed; check the Caps Lock key and try again.");
    case ErrorCode::Throttled:
        return tr("Too many wrong passphrases. Nothing was lost; wait a little, then try again.");
    case ErrorCode::Corrupt:
        return tr("The store of this desk is damaged or was tampered with. Reeve has not touched it, and what was "
                  "sent is safe at the centre; ask support to recover what was waiting.");
    case ErrorCode::NotEncrypted:
        return tr("There is a file here that is not an encrypted store of Reeve. It was not touched; ask support to "
                  "enrol this desk again.");
    case ErrorCode::NewerVersion:
        return tr("This store was last used by a newer Reeve. It was not touched; update Reeve on this desk.");
    case ErrorCode::InUse:
        return tr("Reeve is already open on this store. Nothing was lost; go to the window that is open.");
    case ErrorCode::Busy:
        return tr("The store is busy. What you typed was kept; it will be tried again in a moment.");
    case ErrorCode::DiskFull:
        return tr("The disk is full, so this could not be saved. Your words are still here; free some space, then "
                  "try again.");
    case ErrorCode::ReadOnly:
        return tr("The disk cannot be written to, so this could not be saved. Your words are still here; ask support "
                  "to allow writing.");
    case ErrorCode::NetworkShare:
        return tr("The store lies on a network share, where it would not be safe. Nothing was changed; it must lie "
                  "on this computer's own disk.");
    default:
        return tr("The computer could not read or write the store. Your words are still here; try again, and tell "
                  "support if it happens once more.");
    }
}

QString Words::ofCentre(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Offline:
        return tr("The centre cannot be reached. Everything is saved here and will be sent by itself.");
    case ErrorCode::SignInNeeded:
        return tr("The centre asks who you are. Everything is saved here; sign in to send it.");
    case ErrorCode::Untrusted:
        return tr("The centre could not prove that it is the centre. Nothing was sent and all is saved here; tell "
                  "support.");
    case ErrorCode::CentralTooOld:
        return tr("The centre is older than this Reeve needs. All is saved here and will be sent once the centre is "
                  "updated.");
    case ErrorCode::CentralTooNew:
        return tr("The centre is newer than this Reeve. All is saved here and will be sent once Reeve is updated.");
    case ErrorCode::CentralBusy:
        return tr("The centre is busy. All is saved here and will be sent by itself.");
    case ErrorCode::StaleIncarnation:
        return tr("This desk looks like a copy of another. All is saved here and will be sent under a new number.");
    case ErrorCode::DeviceRevoked:
        return tr("The centre no longer accepts this desk. What is waiting is saved here; tell support.");
    default:
        return tr("The centre could not do this now. All is saved here and will be sent by itself.");
    }
}

QString Words::of(domain::Channel channel)
{
    switch (channel) {
    case domain::Channel::Phone:
        return tr("Phone call");
    case domain::Channel::Email:
        return tr("E-mail");
    case domain::Channel::FaceToFace:
        return tr("Face to face");
    case domain::Channel::Web:
        return tr("Web form");
    case domain::Channel::Letter:
        return tr("Letter");
    case domain::Channel::Telecare:
        return tr("Lifeline");
    }
    return {};
}

QString Words::of(domain::Channel channel, domain::Direction direction)
{
    const bool isOut = direction == domain::Direction::Outbound;
    switch (channel) {
    case domain::Channel::Phone:
        return isOut ? tr("Phone call out") : tr("Phone call in");
    case domain::Channel::Email:
        return isOut ? tr("E-mail out") : tr("E-mail in");
    case domain::Channel::Letter:
        return isOut ? tr("Letter out") : tr("Letter in");
    case domain::Channel::Telecare:
        return isOut ? tr("Lifeline, call out") : tr("Lifeline alarm");
    case domain::Channel::FaceToFace:
        return isOut ? tr("Visit to them") : tr("Face to face");
    case domain::Channel::Web:
        return tr("Web form");
    }
    return {};
}

QString Words::of(domain::PartyRole role)
{
    switch (role) {
    case domain::PartyRole::Caller:
        return tr("Caller");
    case domain::PartyRole::Subject:
        return tr("Whom it is about");
    case domain::PartyRole::Family:
        return tr("Family");
    case domain::PartyRole::Advocate:
        return tr("Advocate");
    case domain::PartyRole::Informant:
        return tr("Informant");
    }
    return {};
}

} // namespace

QString words(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::NotFound:
    case ErrorCode::Conflict:
    case ErrorCode::Denied:
    case ErrorCode::CardNumber:
    case ErrorCode::Cancelled:
    case ErrorCode::Internal:
        return Words::ofWork(code);
    case ErrorCode::WrongPassphrase:
    case ErrorCode::Throttled:
    case ErrorCode::Corrupt:
    case ErrorCode::NotEncrypted:
    case ErrorCode::NewerVersion:
    case ErrorCode::InUse:
    case ErrorCode::Busy:
    case ErrorCode::DiskFull:
    case ErrorCode::ReadOnly:
    case ErrorCode::NetworkShare:
    case ErrorCode::Io:
        return Words::ofStore(code);
    case ErrorCode::Offline:
    case ErrorCode::SignInNeeded:
    case ErrorCode::Untrusted:
    case ErrorCode::CentralTooOld:
    case ErrorCode::CentralTooNew:
    case ErrorCode::CentralBusy:
    case ErrorCode::StaleIncarnation:
    case ErrorCode::DeviceRevoked:
        return Words::ofCentre(code);
    }
    return Words::ofWork(ErrorCode::Internal);
}

QString words(domain::Channel channel)
{
    return Words::of(channel);
}

QString words(domain::Channel channel, domain::Direction direction)
{
    return Words::of(channel, direction);
}

QString words(domain::PartyRole role)
{
    return Words::of(role);
}

QString iconName(domain::Channel channel)
{
    switch (channel) {
    case domain::Channel::Phone:
        return u"telephone"_s;
    case domain::Channel::Email:
        return u"envelope"_s;
    case domain::Channel::FaceToFace:
        return u"people"_s;
    case domain::Channel::Web:
        return u"globe"_s;
    case domain::Channel::Letter:
        return u"postcard"_s;
    case domain::Channel::Telecare:
        return u"heart-pulse"_s;
    }
    return {};
}

} // namespace reeve::ui
