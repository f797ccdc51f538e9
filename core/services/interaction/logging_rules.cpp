// SPDX-License-Identifier: MIT
#include "core/services/interaction/logging_rules.h"

#include "core/domain/interaction_to_json.h"
#include "core/services/privacy/restricted_audit.h"
#include "core/store/store.h"

#include <QCryptographicHash>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

template <typename Item>
void complete(Item &item, const domain::Interaction &interaction, IdSource &ids, Instant now)
{
    if (item.id.isNull())
        item.id = ids.next<domain::RestrictedItemTag>();
    item.interaction = interaction.id;
    if (!item.person)
        item.person = interaction.person;
    if (item.notedAt == Instant())
        item.notedAt = now;
}

// What two tellings of the same interaction have in common: ids and times that were made while reading it are left
// out, so that a script may send a line again.
domain::Interaction essence(domain::Interaction interaction, bool withRestricted)
{
    for (auto &party : interaction.parties)
        party.id = {};
    for (auto &note : interaction.notes) {
        note.id = {};
        note.writtenAt = {};
    }
    const auto strip = [&interaction](auto &item) {
        item.id = {};
        item.notedAt = {};
        item.interaction = interaction.id;
        if (!item.person)
            item.person = interaction.person;
    };
    for (auto &item : interaction.specialCategory)
        strip(item);
    for (auto &item : interaction.criminalOffence)
        strip(item);
    if (!withRestricted) {
        interaction.specialCategory.clear();
        interaction.criminalOffence.clear();
    }
    return interaction;
}

// Knows the same interaction again once the outbox has emptied a payload with restricted content. Of the whole, so
// that nothing short enough to be guessed is hashed alone; empty where the payload itself stays.
QByteArray contentHash(const domain::Interaction &interaction)
{
    if (interaction.specialCategory.empty() && interaction.criminalOffence.empty())
        return {};
    return QCryptographicHash::hash(domain::interactionToJson(essence(interaction, true)), QCryptographicHash::Sha256);
}

// Whether `entry` is of the same interaction, with the same content.
bool isSame(const store::OutboxEntry &entry, const domain::Interaction &interaction)
{
    if (entry.kind != store::EntryKind::InteractionLogged || entry.contentHash != contentHash(interaction))
        return false;
    if (!entry.contentHash.isEmpty())
        return true;
    const auto earlier = domain::interactionFromJson(QJsonDocument::fromJson(entry.payload).object());
    return earlier && essence(*earlier, true) == essence(interaction, true);
}

// The receipt of an interaction that is there already; none when it is new.
Result<std::optional<Saved>> earlierReceipt(const Job &job, const domain::Interaction &interaction)
{
    const auto different = [&interaction] {
        return fail(ErrorCode::Conflict,
                    u"interaction "_s + interaction.id.toString() + u" exists with other content"_s);
    };

    const auto entry = store::Outbox(job.connection()).findById(domain::EntryId(interaction.id.uuid()));
    if (!entry)
        return fail(entry);
    if (*entry) {
        if (!isSame(**entry, interaction))
            return different();
        return Saved{interaction.id, (*entry)->sequence};
    }

    // Its entry is long safe and gone, or a colleague's desk logged it.
    const auto stored = store::InteractionRepository(job.connection()).find(interaction.id);
    if (!stored)
        return fail(stored);
    if (!*stored)
        return std::optional<Saved>();
    if (essence(**stored, false) != essence(interaction, false))
        return different();
    return Saved{interaction.id, 0};
}

QString dispositionsOf(const domain::ServiceCatalogue &catalogue)
{
    QStringList codes;
    for (const domain::Disposition &one : catalogue.dispositions())
        codes << one.code;
    return codes.join(u", "_s);
}

} // namespace

Result<> checkReasons(const domain::Interaction &interaction, const Policy &policy)
{
    for (const domain::ReasonCode &code : interaction.reasons) {
        if (!policy.catalogue.find(code))
            return fail(ErrorCode::InvalidInput, u"reasons: one is not in the service catalogue"_s);
    }
    return {};
}

domain::Interaction completed(domain::Interaction interaction, IdSource &ids, Instant now)
{
    if (interaction.id.isNull())
        interaction.id = ids.next<domain::InteractionTag>();
    for (auto &party : interaction.parties) {
        if (party.id.isNull())
            party.id = ids.next<domain::PartyTag>();
    }
    for (auto &note : interaction.notes) {
        if (note.id.isNull())
            note.id = ids.next<domain::NoteTag>();
        if (note.writtenAt == Instant())
            note.writtenAt = now;
    }
    for (auto &item : interaction.specialCategory)
        complete(item, interaction, ids, now);
    for (auto &item : interaction.criminalOffence)
        complete(item, interaction, ids, now);
    return interaction;
}

Result<> checkLoggable(const domain::Interaction &interaction, const Policy &policy, QDate today)
{
    if (const auto valid = domain::validate(interaction); !valid)
        return fail(valid);
    if (interaction.disposition.isEmpty())
        return fail(ErrorCode::InvalidInput, u"disposition: missing"_s);
    if (!policy.catalogue.disposition(interaction.disposition))
        return fail(ErrorCode::InvalidInput,
                    u"disposition: not in the catalogue, which has "_s + dispositionsOf(policy.catalogue));
    for (const auto &item : interaction.specialCategory) {
        if (const auto basis = policy.lawfulBasis.check(item, today); !basis)
            return fail(basis.error().code, u"special_category: "_s + basis.error().detail);
    }
    for (const auto &item : interaction.criminalOffence) {
        if (const auto basis = policy.lawfulBasis.check(item, today); !basis)
            return fail(basis.error().code, u"criminal_offence: "_s + basis.error().detail);
    }
    return {};
}

Result<Saved> storeLogged(const Job &job, const domain::Interaction &interaction)
{
    const auto earlier = earlierReceipt(job, interaction);
    if (!earlier)
        return fail(earlier);
    if (*earlier)
        return **earlier;

    const store::InteractionRepository interactions(job.connection());
    if (const auto inserted = interactions.insert(interaction, job.desk().agentName(), false); !inserted)
        return fail(inserted);

    const auto sequence =
        job.queue({.kind = store::EntryKind::InteractionLogged,
                   .id = interaction.id.uuid(),
                   .aggregate = interaction.id.uuid(),
                   .person = interaction.person ? std::optional<QUuid>(interaction.person->uuid()) : std::nullopt,
                   .payload = domain::interactionToJson(interaction),
                   .contentHash = contentHash(interaction)});
    if (!sequence)
        return fail(sequence);
    if (const auto audited = auditWriting(job, interaction); !audited)
        return fail(audited);
    return Saved{interaction.id, *sequence};
}

} // namespace reeve::services
