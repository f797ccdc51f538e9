// SPDX-License-Identifier: MIT
#include "core/domain/interaction_to_json.h"

#include <QJsonDocument>

#include <catch2/catch.hpp>

using namespace Qt::Literals::StringLiterals;
using namespace reeve;
using namespace reeve::domain;

namespace {

QByteArray byQt(const Interaction &interaction)
{
    return QJsonDocument(toJson(interaction)).toJson(QJsonDocument::Compact);
}

template <typename IdType>
IdType idNumber(uint number)
{
    return IdType(QUuid(0x01900000 + number, 0x1234, 0x7abc, 0x8d, 0xef, 1, 2, 3, 4, 5, 6));
}

// Every field, `text` among its texts; every list with more than one.
Interaction filled(const QString &text)
{
    Interaction call;
    call.id = idNumber<InteractionId>(1);
    call.person = idNumber<PersonId>(2);
    call.channel = Channel::FaceToFace;
    call.direction = Direction::Outbound;
    call.callerNumber = text;
    call.startedAt = fromMilliseconds(1795344120007);
    call.endedAt = fromMilliseconds(-1);
    call.reasons = {u"lgsl:524"_s, text, u"local:x"_s};
    call.disposition = text;
    call.parties = {{idNumber<PartyId>(3), PartyRole::Advocate, idNumber<PersonId>(4), text},
                    {idNumber<PartyId>(5), PartyRole::Informant, std::nullopt, text},
                    {PartyId(), PartyRole::Subject, std::nullopt, {}}};
    call.notes = {{idNumber<NoteId>(6), text, call.startedAt}, {idNumber<NoteId>(7), u"after"_s, Instant()}};
    call.specialCategory = {{idNumber<RestrictedItemId>(8), call.id, call.person, SpecialCategory::SexualOrientation,
                             text, text, text, text, call.startedAt},
                            {}};
    call.criminalOffence = {
        {idNumber<RestrictedItemId>(9), call.id, call.person, text, true, text, text, call.startedAt}, {}};
    return call;
}

} // namespace

TEST_CASE("an interaction is written byte by byte as Qt writes it", "[interaction]")
{
    CHECK(interactionToJson({}) == byQt({}));
    QString everyControl;
    for (char16_t unit = 0; unit < 0xA0; ++unit)
        everyControl += QChar(unit);
    for (const QString &text :
         {u"resolved"_s, QString(), u""_s, u"\"\\/{}[],:"_s, u"Łukaszewska 🦊👩‍👧 ‘’ עברית"_s,
          u"line\nfeed\ttab\r\b\f\x01\x1f\x7f\x85\u2028"_s, everyControl, u"NUL"_s + QChar(u'\0'),
          u"é"_s + QChar(0xD83E), u"x"_s + QChar(0xDD8A) + u'y', u"x"_s + QChar(0x7FF) + QChar(0x800) + QChar(0xFFFF),
          QString(5000, u'é')}) {
        INFO(text.toStdString());
        CHECK(interactionToJson(filled(text)) == byQt(filled(text)));
    }
}

TEST_CASE("each list of an interaction is left out when it is empty", "[interaction]")
{
    for (int without = 0; without < 32; ++without) {
        Interaction call = filled(u"Bin"_s);
        if ((without & 1) != 0)
            call.reasons.clear();
        if ((without & 2) != 0)
            call.parties.clear();
        if ((without & 4) != 0)
            call.notes.clear();
        if ((without & 8) != 0)
            call.specialCategory.clear();
        if ((without & 16) != 0)
            call.criminalOffence.clear();
        call.person.reset();
        call.endedAt.reset();
        CHECK(interactionToJson(call) == byQt(call));
    }
}

TEST_CASE("every code of an interaction, and years that four digits cannot say, are written as Qt writes them",
          "[interaction]")
{
    Interaction call = filled(u"x"_s);
    for (const Channel channel :
         {Channel::Phone, Channel::Email, Channel::FaceToFace, Channel::Web, Channel::Letter, Channel::Telecare}) {
        call.channel = channel;
        CHECK(interactionToJson(call) == byQt(call));
    }
    for (const SpecialCategory category : allSpecialCategories()) {
        call.specialCategory.front().category = category;
        CHECK(interactionToJson(call) == byQt(call));
    }
    for (const PartyRole role : {PartyRole::Caller, PartyRole::Family}) {
        call.parties.front().role = role;
        CHECK(interactionToJson(call) == byQt(call));
    }
    for (const qint64 milliseconds : {-99'999'999'999'999, 999'999'999'999'999}) {
        call.startedAt = fromMilliseconds(milliseconds);
        CHECK(interactionToJson(call) == byQt(call));
    }
}
