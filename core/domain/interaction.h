// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "core/domain/restricted_item.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace reeve::domain {

enum class Channel { Phone, Email, FaceToFace, Web, Letter, Telecare };
enum class Direction { Inbound, Outbound };
enum class PartyRole { Caller, Subject, Family, Advocate, Informant };

// How an interaction ended. Codes come from resources/policy/service_catalogue.json: resolved, passed_on, callback,
// no_answer, abandoned, …
using DispositionCode = QString;

// Why somebody got in touch: a code of the service catalogue, `lgsl:57` (Local Government Services List) or
// `local:…`.
using ReasonCode = QString;

// Who took part in an interaction, and as what.
struct Party
{
    PartyId id;
    PartyRole role = PartyRole::Caller;
    std::optional<PersonId> person;
    QString nameAsTold; // when they have no record

    friend bool operator==(const Party &, const Party &) = default;
};

struct Note
{
    NoteId id;
    QString text;
    Instant writtenAt;

    friend bool operator==(const Note &, const Note &) = default;
};

// One call, e-mail, visit, web form, letter or alarm, with everything that was said in it. Plain value.
struct Interaction
{
    InteractionId id;
    std::optional<PersonId> person; // whom it is about; none for an anonymous caller
    Channel channel = Channel::Phone;
    Direction direction = Direction::Inbound;
    QString callerNumber; // as shown by the telephone; never authentication
    Instant startedAt;
    std::optional<Instant> endedAt;
    std::vector<ReasonCode> reasons;
    DispositionCode disposition; // empty until wrapped up
    std::vector<Party> parties;
    std::vector<Note> notes;
    std::vector<SpecialCategoryItem> specialCategory;
    std::vector<CriminalOffenceItem> criminalOffence;

    friend bool operator==(const Interaction &, const Interaction &) = default;
};

[[nodiscard]] QString toCode(Channel channel);     // phone email face_to_face web letter telecare
[[nodiscard]] QString toCode(Direction direction); // inbound outbound
[[nodiscard]] QString toCode(PartyRole role);      // caller subject family advocate informant
[[nodiscard]] Result<Channel> parseChannel(QStringView code);
[[nodiscard]] Result<Direction> parseDirection(QStringView code);
[[nodiscard]] Result<PartyRole> parsePartyRole(QStringView code);

// As stored in a draft and sent as the payload of an `interaction_logged` entry:
//   {"interaction": {"id","person","channel","direction","caller_number","started_at","ended_at","reasons":[…],
//                    "disposition"},
//    "parties": [{"id","role","person","name_as_told"}], "notes": [{"id","text","written_at"}],
//    "special_category": [{"id","person","category","condition","schedule1","evidence","detail","noted_at"}],
//    "criminal_offence": [{"id","person","schedule1","official_authority","evidence","detail","noted_at"}]}
// Times are RFC 3339; empty arrays and null values are left out.
[[nodiscard]] QJsonObject toJson(const Interaction &interaction);
[[nodiscard]] Result<Interaction> interactionFromJson(const QJsonObject &json);

// InvalidInput when it cannot be logged: it ends before it starts, a note over 100,000 characters, NUL or other
// control characters than line breaks and tabs, more than 50 reasons. CardNumber when any free text holds card data.
[[nodiscard]] Result<> validate(const Interaction &interaction);

} // namespace reeve::domain
