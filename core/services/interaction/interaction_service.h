// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/result.h"
#include "core/domain/interaction.h"
#include "core/services/interaction/contact_check.h"
#include "core/services/interaction/note_hit.h"
#include "core/services/interaction/noted_interaction.h"
#include "core/services/session/desk.h"
#include "core/store/draft_repository.h"
#include "core/store/interaction_repository.h"

#include <QFuture>

#include <map>
#include <vector>

namespace reeve::services {

using store::Draft;
using store::TimelineRow;

// `draft` with the digits of card numbers and security codes masked in every text of it: what save() stores.
[[nodiscard]] Draft maskCardData(Draft draft);

// Receipt of something that is durable: the id, and its number in the outbox.
struct Saved
{
    domain::InteractionId id;
    qint64 sequence = 0;
    // Of log(): it went out to somebody who was not to be contacted that way. It is kept all the same, for it took
    // place.
    domain::ContactBar bar = domain::ContactBar::None;
};

// Interactions: started, written down while they last, finished. Answers come on a future; callable from any thread;
// `desk` must outlive it.
class InteractionService final
{
public:
    explicit InteractionService(Desk &desk) noexcept : m_desk(desk) {}

    // Whether something may go out to that person, and who there is instead: asked before start() of whatever goes out.
    // As leased_job.h; NotFound when the person is not on this desk.
    [[nodiscard]] QFuture<Result<ContactCheck>> checkContact(domain::PersonId person, domain::Channel channel) const;

    // Starts one and saves it at once, so that not even its start can be lost. `person` none: not yet known, or
    // anonymous. The draft comes back with its id.
    [[nodiscard]] QFuture<Result<Draft>> start(domain::Channel channel, domain::Direction direction,
                                               std::optional<domain::PersonId> person,
                                               const QString &callerNumber) const;

    // Saves what has been typed so far; answers when it was saved, once it is durable. CardNumber when the note or a
    // detail holds card data: the text is then saved with the digits masked, and the caller shows that masked text
    // (see maskCardData()).
    [[nodiscard]] QFuture<Result<Instant>> save(const Draft &draft) const;

    // This agent's interactions in work, oldest first: after a restart too.
    [[nodiscard]] QFuture<Result<std::vector<Draft>>> openDrafts() const;
    // What those are called whom they are about. As leased_job.h; without those who are not on this desk.
    [[nodiscard]] QFuture<Result<std::map<domain::PersonId, QString>>> namesInWork() const;

    // Wraps up: checks, stores the interaction and its outbox entry in one transaction and removes the draft.
    // InvalidInput, CardNumber: the draft is kept as it was.
    [[nodiscard]] QFuture<Result<Saved>> finish(const Draft &draft) const;

    // Sets a draft aside, or takes it back. It is purged after 30 days.
    [[nodiscard]] QFuture<Result<>> discard(domain::InteractionId id) const;
    [[nodiscard]] QFuture<Result<>> restore(domain::InteractionId id) const;

    // Logs interactions that have taken place, all in one transaction: for reevectl and imports. One that is there
    // already with the same id answers its old receipt when its content is the same, Conflict when it differs.
    // One bad interaction fails only itself.
    [[nodiscard]] QFuture<Result<std::vector<Result<Saved>>>> log(const std::vector<domain::Interaction> &batch) const;

    // After it was finished.
    [[nodiscard]] QFuture<Result<>> addNote(domain::InteractionId id, const QString &text) const;

    // Newest first; restricted counts are 0 for those who may not know.
    [[nodiscard]] QFuture<Result<std::vector<TimelineRow>>> timeline(domain::PersonId person, int limit) const;
    // Interactions in whose notes all the words of `query` stand, or that were about what a word means ("bin" is a
    // missed bin too); the newest first. Letter case and accents do not matter, the last word may be half typed, and
    // whatever else is typed is text. Restricted items stand in no note and are never found. Denied as timeline().
    [[nodiscard]] QFuture<Result<NotesFound>> findNotes(const QString &query, int limit) const;

    // What this agent logged at this desk in the last week, whoever it is about or nobody; the last first. Restricted
    // counts are 0 for those who may not know.
    [[nodiscard]] QFuture<Result<std::vector<NotedInteraction>>> ownLast(int limit) const;
    // One of this desk. NotFound.
    [[nodiscard]] QFuture<Result<NotedInteraction>> noted(domain::InteractionId id) const;
    // Says whose an interaction is that was noted without a person, and again whose it is instead; none: nobody's after
    // all. Its notes and flags go with it. Travels as an event (core/domain/merge_event.h). Answers whose
    // it was, which takes it back. InvalidInput when it was noted for a person; NotFound.
    [[nodiscard]] QFuture<Result<std::optional<domain::PersonId>>>
    give(domain::InteractionId id, const std::optional<domain::PersonId> &person) const;

    // Without restricted content. NotFound when the desk does not have it.
    [[nodiscard]] QFuture<Result<domain::Interaction>> find(domain::InteractionId id) const;

private:
    Desk &m_desk;
};

} // namespace reeve::services
