// SPDX-License-Identifier: MIT
#include "core/domain/interaction.h"

#include "core/domain/code_table.h"
#include "core/domain/text_rules.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr std::array channelCodes = {
    Coded<Channel>{Channel::Phone, "phone"_L1},
    Coded<Channel>{Channel::Email, "email"_L1},
    Coded<Channel>{Channel::FaceToFace, "face_to_face"_L1},
    Coded<Channel>{Channel::Web, "web"_L1},
    Coded<Channel>{Channel::Letter, "letter"_L1},
    Coded<Channel>{Channel::Telecare, "telecare"_L1},
};

constexpr std::array directionCodes = {
    Coded<Direction>{Direction::Inbound, "inbound"_L1},
    Coded<Direction>{Direction::Outbound, "outbound"_L1},
};

constexpr std::array partyRoleCodes = {
    Coded<PartyRole>{PartyRole::Caller, "caller"_L1},       Coded<PartyRole>{PartyRole::Subject, "subject"_L1},
    Coded<PartyRole>{PartyRole::Family, "family"_L1},       Coded<PartyRole>{PartyRole::Advocate, "advocate"_L1},
    Coded<PartyRole>{PartyRole::Informant, "informant"_L1},
};

constexpr std::size_t mostReasons = 50;
constexpr qsizetype longestCode = 100;

// The first fault among the texts of an interaction.
class TextCheck
{
public:
    void code(const QString &text, QStringView field) { look(text, field, longestCode, LineBreaks::Refused); }
    void line(const QString &text, QStringView field) { look(text, field, longestField, LineBreaks::Refused); }
    void prose(const QString &text, QStringView field) { look(text, field, longestNote, LineBreaks::Allowed); }

    [[nodiscard]] const Result<> &outcome() const { return m_outcome; }

private:
    void look(const QString &text, QStringView field, qsizetype limit, LineBreaks lineBreaks)
    {
        if (m_outcome)
            m_outcome = checkText(text, field, limit, lineBreaks);
    }

    Result<> m_outcome;
};

void checkRestricted(const Interaction &interaction, TextCheck &check)
{
    for (const auto &item : interaction.specialCategory) {
        check.code(item.condition, u"special_category.condition");
        check.code(item.schedule1, u"special_category.schedule1");
        check.prose(item.evidence, u"special_category.evidence");
        check.prose(item.detail, u"special_category.detail");
    }
    for (const auto &item : interaction.criminalOffence) {
        check.code(item.schedule1, u"criminal_offence.schedule1");
        check.prose(item.evidence, u"criminal_offence.evidence");
        check.prose(item.detail, u"criminal_offence.detail");
    }
}

} // namespace

QString toCode(Channel channel)
{
    return codeOf(channelCodes, channel);
}

QString toCode(Direction direction)
{
    return codeOf(directionCodes, direction);
}

QString toCode(PartyRole role)
{
    return codeOf(partyRoleCodes, role);
}

Result<Channel> parseChannel(QStringView code)
{
    if (const auto channel = valueOf(channelCodes, code))
        return *channel;
    return fail(ErrorCode::InvalidInput, u"unknown channel"_s);
}

Result<Direction> parseDirection(QStringView code)
{
    if (const auto direction = valueOf(directionCodes, code))
        return *direction;
    return fail(ErrorCode::InvalidInput, u"unknown direction"_s);
}

Result<PartyRole> parsePartyRole(QStringView code)
{
    if (const auto role = valueOf(partyRoleCodes, code))
        return *role;
    return fail(ErrorCode::InvalidInput, u"unknown role of a party"_s);
}

Result<> validate(const Interaction &interaction)
{
    if (interaction.endedAt && *interaction.endedAt < interaction.startedAt)
        return fail(ErrorCode::InvalidInput, u"ended_at is before started_at"_s);
    if (interaction.reasons.size() > mostReasons)
        return fail(ErrorCode::InvalidInput, u"more than 50 reasons"_s);

    TextCheck check;
    check.line(interaction.callerNumber, u"caller_number");
    check.code(interaction.disposition, u"disposition");
    for (const auto &reason : interaction.reasons)
        check.code(reason, u"reasons");
    for (const auto &party : interaction.parties)
        check.line(party.nameAsTold, u"parties.name_as_told");
    for (const auto &note : interaction.notes)
        check.prose(note.text, u"note");
    checkRestricted(interaction, check);
    return check.outcome();
}

} // namespace reeve::domain
