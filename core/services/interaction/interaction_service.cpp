// SPDX-License-Identifier: MIT
#include "core/services/interaction/interaction_service.h"

#include "core/services/interaction/logging_rules.h"
#include "core/services/session/leased_job.h"
#include "core/store/shown_people.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr std::chrono::days discardedKept{30};

// What finish() logs: the draft with the note in work, ended now where nobody said when.
domain::Interaction finished(const Draft &draft, IdSource &ids, Instant now)
{
    domain::Interaction interaction = draft.interaction;
    if (!draft.noteText.trimmed().isEmpty())
        interaction.notes.push_back({ids.next<domain::NoteTag>(), draft.noteText.trimmed(), now});
    if (!interaction.endedAt)
        interaction.endedAt = std::max(now, interaction.startedAt); // the clock may have been set back meanwhile
    return completed(std::move(interaction), ids, now);
}

// The receipt of a draft that was finished already: Ctrl+Enter, twice.
Result<std::optional<Saved>> alreadyFinished(const Job &job, domain::InteractionId id)
{
    const auto draft = store::DraftRepository(job.connection()).find(id);
    if (!draft)
        return fail(draft);
    if (*draft)
        return std::optional<Saved>();
    const auto entry = store::Outbox(job.connection()).findById(domain::EntryId(id.uuid()));
    if (!entry)
        return fail(entry);
    if (!*entry)
        return std::optional<Saved>();
    return Saved{id, (*entry)->sequence};
}

} // namespace

QFuture<Result<Draft>> InteractionService::start(domain::Channel channel, domain::Direction direction,
                                                 std::optional<domain::PersonId> person,
                                                 const QString &callerNumber) const
{
    Draft draft;
    draft.agent = m_desk.agentName();
    draft.savedAt = m_desk.clock().now();
    draft.interaction.id = m_desk.ids().next<domain::InteractionTag>();
    draft.interaction.person = person;
    draft.interaction.channel = channel;
    draft.interaction.direction = direction;
    draft.interaction.callerNumber = callerNumber;
    draft.interaction.startedAt = draft.savedAt;

    return m_desk.store().write([draft](store::Connection &connection) -> Result<Draft> {
        const store::DraftRepository drafts(connection);
        if (const auto purged = drafts.purgeDiscarded(draft.savedAt - discardedKept); !purged)
            return fail(purged);
        if (const auto saved = drafts.save(draft); !saved)
            return fail(saved);
        return draft;
    });
}

QFuture<Result<Instant>> InteractionService::save(const Draft &draft) const
{
    Draft masked = maskCardData(draft);
    masked.agent = m_desk.agentName();
    masked.savedAt = m_desk.clock().now();
    const bool hadCardData = masked.noteText != draft.noteText || masked.interaction != draft.interaction;
    masked.interaction = completed(std::move(masked.interaction), m_desk.ids(), masked.savedAt);

    auto kept = m_desk.store().write([masked](store::Connection &connection) -> Result<Instant> {
        if (const auto saved = store::DraftRepository(connection).save(masked); !saved)
            return fail(saved);
        return masked.savedAt;
    });
    if (!hadCardData)
        return kept;

    // An error rolls its own transaction back, and the masked text must be durable: so the answer is a second job,
    // which sees what the first one stored. (QFuture::then() would do, but in Qt 6.4 its future is not valid at once.)
    return m_desk.store().write([masked](store::Connection &connection) -> Result<Instant> {
        const auto stored = store::DraftRepository(connection).find(masked.interaction.id);
        if (!stored)
            return fail(stored);
        if (!*stored || (*stored)->noteText != masked.noteText || (*stored)->interaction != masked.interaction)
            return fail(ErrorCode::Io, u"the masked draft was not stored"_s);
        return fail(ErrorCode::CardNumber, u"masked"_s);
    });
}

QFuture<Result<std::vector<Draft>>> InteractionService::openDrafts() const
{
    return m_desk.store().read([agent = m_desk.agentName()](store::Connection &connection) {
        return store::DraftRepository(connection).open(agent);
    });
}

QFuture<Result<std::map<domain::PersonId, QString>>> InteractionService::namesInWork() const
{
    return leasedRead(m_desk, [](const Job &job) -> Result<std::map<domain::PersonId, QString>> {
        const auto drafts = store::DraftRepository(job.connection()).open(job.desk().agentName());
        if (!drafts)
            return fail(drafts);
        std::map<domain::PersonId, QString> names;
        for (const Draft &draft : *drafts) {
            if (!draft.interaction.person)
                continue;
            const auto person = store::shownPerson(job.connection(), *draft.interaction.person);
            if (!person)
                return fail(person);
            if (*person)
                names.emplace(*draft.interaction.person, (*person)->displayName());
        }
        return names;
    });
}

QFuture<Result<Saved>> InteractionService::finish(const Draft &draft) const
{
    return m_desk.store().write([&desk = m_desk, draft](store::Connection &connection) -> Result<Saved> {
        const Job job(desk, connection);
        const auto earlier = alreadyFinished(job, draft.interaction.id);
        if (!earlier)
            return fail(earlier);
        if (*earlier)
            return **earlier;

        const domain::Interaction interaction = finished(draft, desk.ids(), job.now());
        if (const auto loggable = checkLoggable(interaction, desk.policy(), job.today()); !loggable)
            return fail(loggable);
        const auto saved = storeLogged(job, interaction);
        if (!saved)
            return fail(saved);
        if (const auto removed = store::DraftRepository(connection).remove(interaction.id); !removed)
            return fail(removed);
        return saved;
    });
}

QFuture<Result<>> InteractionService::discard(domain::InteractionId id) const
{
    return m_desk.store().write([id, now = m_desk.clock().now()](store::Connection &connection) -> Result<> {
        return store::DraftRepository(connection).setDiscarded(id, now);
    });
}

QFuture<Result<>> InteractionService::restore(domain::InteractionId id) const
{
    return m_desk.store().write([id](store::Connection &connection) -> Result<> {
        return store::DraftRepository(connection).setDiscarded(id, std::nullopt);
    });
}

QFuture<Result<std::vector<Result<Saved>>>> InteractionService::log(const std::vector<domain::Interaction> &batch) const
{
    using Receipts = std::vector<Result<Saved>>;
    return m_desk.store().write([&desk = m_desk, batch](store::Connection &connection) -> Result<Receipts> {
        const Job job(desk, connection);
        Receipts receipts;
        receipts.reserve(batch.size());
        for (const domain::Interaction &logged : batch) {
            const domain::Interaction interaction = completed(logged, desk.ids(), job.now());
            if (const auto loggable = checkLoggable(interaction, desk.policy(), job.today()); !loggable) {
                receipts.push_back(fail(loggable));
                continue;
            }
            if (const auto known = checkReasons(interaction, desk.policy()); !known) {
                receipts.push_back(fail(known));
                continue;
            }
            auto saved = storeLogged(job, interaction);
            if (!saved && saved.error().code != ErrorCode::Conflict)
                return fail(saved); // the store itself: nothing of this batch is kept
            if (saved) {
                const auto bar = barTo(job, interaction);
                if (!bar)
                    return fail(bar);
                saved->bar = *bar;
            }
            receipts.push_back(std::move(saved));
        }
        return receipts;
    });
}

QFuture<Result<>> InteractionService::addNote(domain::InteractionId id, const QString &text) const
{
    return m_desk.store().write([&desk = m_desk, id, text](store::Connection &connection) -> Result<> {
        const Job job(desk, connection);
        const domain::Note note{desk.ids().next<domain::NoteTag>(), text.trimmed(), job.now()};
        if (note.text.isEmpty())
            return fail(ErrorCode::InvalidInput, u"note: empty"_s);

        const store::InteractionRepository interactions(connection);
        auto interaction = interactions.find(id);
        if (!interaction)
            return fail(interaction);
        if (!*interaction)
            return fail(ErrorCode::NotFound, u"interaction "_s + id.toString());
        (*interaction)->notes = {note};
        if (const auto valid = domain::validate(**interaction); !valid)
            return fail(valid);

        if (const auto added = interactions.addNote(id, note); !added)
            return fail(added);
        const auto &person = (*interaction)->person;
        QJsonObject payload{{u"interaction"_s, id.toString()},
                            {u"id"_s, note.id.toString()},
                            {u"text"_s, note.text},
                            {u"written_at"_s, toRfc3339(note.writtenAt)}};
        if (person)
            payload.insert(u"person"_s, person->toString());
        const auto queued = job.queue({.kind = store::EntryKind::NoteAdded,
                                       .id = note.id.uuid(),
                                       .aggregate = id.uuid(),
                                       .person = person ? std::optional<QUuid>(person->uuid()) : std::nullopt,
                                       .payload = compactJson(payload)});
        if (!queued)
            return fail(queued);
        return {};
    });
}

QFuture<Result<std::vector<TimelineRow>>> InteractionService::timeline(domain::PersonId person, int limit) const
{
    return leasedRead(m_desk, [person, limit](const Job &job) -> Result<std::vector<TimelineRow>> {
        auto rows = store::InteractionRepository(job.connection()).timeline(person, limit);
        if (!rows)
            return rows;
        const auto roles = job.roles();
        if (!roles)
            return fail(roles);
        if (!domain::mayKnowOfRestrictedItems(*roles)) {
            for (TimelineRow &row : *rows)
                row.restrictedItems = 0;
        }
        return rows;
    });
}

QFuture<Result<domain::Interaction>> InteractionService::find(domain::InteractionId id) const
{
    return leasedRead(m_desk, [id](const Job &job) -> Result<domain::Interaction> {
        auto found = store::InteractionRepository(job.connection()).find(id);
        if (!found)
            return fail(found);
        if (!*found)
            return fail(ErrorCode::NotFound, u"interaction "_s + id.toString());
        return std::move(**found);
    });
}

} // namespace reeve::services
