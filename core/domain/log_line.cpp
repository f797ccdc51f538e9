// SPDX-License-Identifier: MIT
#include "core/domain/log_line.h"

#include "core/domain/card_mask.h"
#include "core/domain/json_names.h"
#include "core/domain/json_reader.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

constexpr auto required = JsonReader::Presence::Required;
constexpr auto optional = JsonReader::Presence::Optional;

constexpr QStringView noChannel = u"is not one of its values: phone, email, face_to_face, web, letter, telecare";
constexpr QStringView noDirection = u"is not one of its values: inbound, outbound";
constexpr QStringView noId = u"is no id (a UUID)";

bool isReasonCode(QStringView code)
{
    if (code.startsWith("lgsl:"_L1)) {
        const QStringView digits = code.sliced(5);
        return !digits.isEmpty() && digits.size() <= 9 &&
               std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    }
    if (!code.startsWith("local:"_L1))
        return false;
    const QStringView word = code.sliced(6);
    return !word.isEmpty() && word.size() <= 60 && std::all_of(word.begin(), word.end(), [](QChar c) {
        return c.unicode() < 0x80 && (c.isLetterOrNumber() || c == u'_' || c == u'-');
    });
}

Result<QString> parseDisposition(QStringView code)
{
    const bool fits = code.size() <= 40 && std::all_of(code.begin(), code.end(),
                                                       [](QChar c) { return (c >= u'a' && c <= u'z') || c == u'_'; });
    if (!fits)
        return fail(ErrorCode::InvalidInput);
    return code.toString();
}

// "A9A" … "A9J": whether the basis holds is the policy's business, see lawful_basis.h.
Result<QString> parseCondition(QStringView code)
{
    if (code.size() != 3 || !code.startsWith("A9"_L1) || code[2] < u'A' || code[2] > u'J')
        return fail(ErrorCode::InvalidInput);
    return code.toString();
}

// "S1P1" … "S1P37".
Result<QString> parseSchedule1(QStringView code)
{
    const QStringView digits = code.startsWith("S1P"_L1) ? code.sliced(3) : QStringView();
    const bool fits = !digits.isEmpty() && digits.size() <= 2 && digits[0] != u'0' &&
                      std::all_of(digits.begin(), digits.end(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    if (!fits)
        return fail(ErrorCode::InvalidInput);
    return code.toString();
}

// Where the ids of what belongs to an interaction come from. A line that brings its own id may come again, after a
// crash for example, and must then read as the very same interaction: its children's ids follow from its id.
class ChildIds
{
public:
    ChildIds(IdSource &ids, std::optional<InteractionId> given) : m_ids(ids), m_given(given) {}

    template <typename Tag>
    [[nodiscard]] Id<Tag> next(QLatin1StringView kind)
    {
        if (!m_given)
            return m_ids.next<Tag>();
        const QByteArray name = m_given->uuid().toRfc4122() + kind.latin1() + QByteArray::number(m_count++);
        QByteArray bytes = QCryptographicHash::hash(name, QCryptographicHash::Sha256).first(16);
        // The first six bytes are the interaction's, so that rows that belong together lie together.
        bytes.replace(0, 6, m_given->uuid().toRfc4122().first(6));
        bytes[6] = static_cast<char>((static_cast<uchar>(bytes[6]) & 0x0fU) | 0x80U); // UUIDv8: made to our own rule
        bytes[8] = static_cast<char>((static_cast<uchar>(bytes[8]) & 0x3fU) | 0x80U);
        return Id<Tag>(QUuid::fromRfc4122(bytes));
    }

private:
    IdSource &m_ids;
    std::optional<InteractionId> m_given;
    int m_count = 0;
};

SpecialCategoryItem readSpecialCategory(JsonReader &json)
{
    json.refuseUnknown({"category"_L1, "condition"_L1, "schedule1"_L1, "evidence"_L1, "detail"_L1});
    SpecialCategoryItem item;
    item.category = json.parsed("category"_L1, &parseSpecialCategory, required).value_or(SpecialCategory::Health);
    item.condition = json.parsed("condition"_L1, &parseCondition, required).value_or(QString());
    item.schedule1 = json.parsed("schedule1"_L1, &parseSchedule1).value_or(QString());
    item.evidence = json.text("evidence"_L1);
    item.detail = json.text("detail"_L1, required);
    return item;
}

CriminalOffenceItem readCriminalOffence(JsonReader &json)
{
    json.refuseUnknown({"schedule1"_L1, "official_authority"_L1, "evidence"_L1, "detail"_L1});
    CriminalOffenceItem item;
    item.schedule1 = json.parsed("schedule1"_L1, &parseSchedule1).value_or(QString());
    item.officialAuthority = json.boolean("official_authority"_L1);
    item.evidence = json.text("evidence"_L1);
    item.detail = json.text("detail"_L1, required);
    return item;
}

Interaction readLine(JsonReader &json, IdSource &ids)
{
    json.refuseUnknown({"id"_L1, "person"_L1, "channel"_L1, "direction"_L1, "caller_number"_L1, "started_at"_L1,
                        "ended_at"_L1, "reasons"_L1, "note"_L1, "special_category"_L1, "criminal_offence"_L1,
                        "disposition"_L1});
    Interaction read;
    const auto given = json.parsed("id"_L1, &InteractionId::parse, optional, noId);
    ChildIds childIds(ids, given);
    read.person = json.parsed("person"_L1, &PersonId::parse, optional, noId);
    read.channel = json.parsed("channel"_L1, &parseChannel, required, noChannel).value_or(Channel::Phone);
    read.direction = json.parsed("direction"_L1, &parseDirection, required, noDirection).value_or(Direction::Inbound);
    read.callerNumber = json.text("caller_number"_L1);
    read.startedAt = json.instant("started_at"_L1, required).value_or(Instant());
    read.endedAt = json.instant("ended_at"_L1, required);
    read.disposition = json.parsed("disposition"_L1, &parseDisposition, required).value_or(QString());
    json.eachText("reasons"_L1, required, [&](const QString &reason) {
        if (!isReasonCode(reason))
            json.refuse("reasons"_L1, u"holds something that is no reason code");
        else if (std::find(read.reasons.begin(), read.reasons.end(), reason) == read.reasons.end())
            read.reasons.push_back(reason);
    });

    // What was said is dated by the line itself, not by when it is read: the same line reads the same again.
    const Instant saidAt = read.endedAt.value_or(read.startedAt);
    if (const QString note = json.text("note"_L1); json.ok() && !note.isEmpty())
        read.notes.push_back({childIds.next<NoteTag>("note"_L1), note, saidAt});
    json.each("special_category"_L1, [&](JsonReader &one) {
        SpecialCategoryItem item = readSpecialCategory(one);
        item.id = childIds.next<RestrictedItemTag>("special_category"_L1);
        item.person = read.person;
        item.notedAt = saidAt;
        read.specialCategory.push_back(item);
    });
    json.each("criminal_offence"_L1, [&](JsonReader &one) {
        CriminalOffenceItem item = readCriminalOffence(one);
        item.id = childIds.next<RestrictedItemTag>("criminal_offence"_L1);
        item.person = read.person;
        item.notedAt = saidAt;
        read.criminalOffence.push_back(item);
    });

    read.id = given ? *given : ids.next<InteractionTag>();
    for (auto &item : read.specialCategory)
        item.interaction = read.id;
    for (auto &item : read.criminalOffence)
        item.interaction = read.id;
    return read;
}

} // namespace

Result<LogLine> parseLogLine(const QByteArray &line, IdSource &ids, [[maybe_unused]] Instant now)
{
    // QJsonDocument lets both pass in places.
    if (line.contains('\0'))
        return fail(ErrorCode::InvalidInput, u"the line holds a NUL byte"_s);
    if (!QUtf8StringView(line).isValidUtf8())
        return fail(ErrorCode::InvalidInput, u"the line is not UTF-8"_s);

    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(line, &error);
    if (error.error != QJsonParseError::NoError)
        return fail(ErrorCode::InvalidInput, u"not JSON at byte %1: %2"_s.arg(error.offset).arg(error.errorString()));
    if (!document.isObject())
        return fail(ErrorCode::InvalidInput, u"the line is not a JSON object"_s);

    JsonReader json(document.object());
    LogLine read{readLine(json, ids)};
    if (!json.ok())
        return fail(json.outcome());
    // Only now: what stands there are names we know, and may be told.
    if (const QString twice = repeatedName(line); !twice.isEmpty())
        return fail(ErrorCode::InvalidInput, twice + u" is there twice"_s);
    read.isMasked = maskCardData(read.interaction);
    if (const auto valid = validate(read.interaction); !valid)
        return fail(valid);
    return read;
}

} // namespace reeve::domain
