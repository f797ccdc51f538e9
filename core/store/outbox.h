// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/instant.h"
#include "core/domain/ids.h"
#include "core/store/connection.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace reeve::store {

// What an entry asks the centre to do. Codes as stored and sent in brackets.
enum class EntryKind {
    PersonCreated,            // person_created             {"id","fields":{…}}
    PersonEdited,             // person_edited              {"id","set":{…},"was":{…},"conflict":ID?}
    InteractionLogged,        // interaction_logged         domain::toJson(Interaction)
    NoteAdded,                // note_added                 {"interaction":ID,"person":ID?,"id","text","written_at"}
    SpecialCategoryItemAdded, // special_category_item_added {"interaction":ID,"person":ID?,"id",…}
    CriminalOffenceItemAdded, // criminal_offence_item_added
    RestrictedItemRead,       // restricted_item_read       {"item":ID,"person":ID?,"reason","read_at"} (audit)
    PeopleMerged,             // people_merged              domain::toJson(MergeEvent), like the four that follow
    PeopleUnmerged,           // people_unmerged
    FieldsChosen,             // fields_chosen
    ItemAssigned,             // item_assigned
    PairDecided,              // pair_decided
};
[[nodiscard]] QString toCode(EntryKind kind);
[[nodiscard]] Result<EntryKind> parseEntryKind(QStringView code);

// Where an entry is on its way. Saved = Waiting or later; Sent = Sent or later; Safe = Safe.
enum class EntryState {
    Waiting = 0,     // saved here; the centre has not answered for it
    Sent = 1,        // applied at the centre, or known there already
    Safe = 2,        // older than the centre's settled horizon; final
    Conflict = 3,    // applied in part; a person decides the rest (see Attention)
    Parked = 4,      // the centre keeps it until what it depends on is mended; its payload is safe there
    Quarantined = 5, // the centre keeps it, payload and reason; a person acts
};

// One change, on its way to the centre. Entries of one desk are numbered 1, 2, 3 … without gaps.
struct OutboxEntry
{
    qint64 sequence = 0;
    domain::EntryId id;
    EntryKind kind = EntryKind::InteractionLogged;
    QUuid aggregate; // the person or interaction it belongs to; order is kept per aggregate
    std::optional<QUuid> person;
    qint64 baseRevision = 0; // edits: the person's revision the change was made on
    QByteArray payload;      // JSON, UTF-8; its bytes are what is hashed and sent; see hasRestrictedContent()
    QByteArray contentHash;  // optional: knows the same work again when the payload is gone
    QString agent;
    Instant deviceTime;
    qint64 monotonic = 0; // milliseconds since the process started
    qint64 skew = 0;      // centre's clock minus the desk's, milliseconds, as last measured
    EntryState state = EntryState::Waiting;
    QString code;                // the centre's reason, for Conflict, Parked and Quarantined
    quint64 sentTransaction = 0; // xid8 of the centre's transaction that applied it; 0 while waiting
};

// Whether the payload holds what a restricted item says. It is kept only as long as needed: until the entry is Safe,
// since it must be sent again after a restore of the centre; then the payload is emptied in the same transaction.
[[nodiscard]] bool hasRestrictedContent(const OutboxEntry &entry);

struct OutboxCounts
{
    qint64 waiting = 0; // not answered for
    qint64 sent = 0;    // sent, not yet safe
    qint64 safe = 0;
    qint64 needsAttention = 0; // quarantined, parked or in conflict, and not yet dealt with
    std::optional<Instant> oldestWaiting;
    qint64 lastSequence = 0;
};

// What the centre said of one entry.
struct EntryOutcome
{
    qint64 sequence = 0;
    EntryState state = EntryState::Sent;
    QString code;
    qint64 revision = 0; // the aggregate's new revision, where it has one
};

// The outbox table. Runs inside the caller's transaction, so that a change and its entry stand or fall together.
class Outbox final
{
public:
    explicit Outbox(Connection &connection) noexcept : m_connection(connection) {}

    // Stores `entry` under the next sequence number, which it returns. `sequence` and `state` are ignored.
    // Conflict when an entry with this id is there already.
    [[nodiscard]] Result<qint64> append(const OutboxEntry &entry) const;

    // Waiting entries after `afterSequence`, oldest first, at most `maxEntries` and about `maxBytes` of payload (one
    // entry at least).
    [[nodiscard]] Result<std::vector<OutboxEntry>> waiting(qint64 afterSequence, int maxEntries, qint64 maxBytes) const;

    [[nodiscard]] Result<std::optional<OutboxEntry>> find(qint64 sequence) const;
    [[nodiscard]] Result<std::optional<OutboxEntry>> findById(domain::EntryId id) const;

    // Entries that need a person, newest first.
    [[nodiscard]] Result<std::vector<OutboxEntry>> needingAttention(int limit) const;

    // Entries of this person that the centre has not answered for, in order: the overlay over pulled rows.
    [[nodiscard]] Result<std::vector<OutboxEntry>> pendingFor(QUuid aggregate) const;

    // What is Safe already is left as it is.
    [[nodiscard]] Result<> record(const std::vector<EntryOutcome> &outcomes, quint64 transaction) const;

    // Sent entries of centre transactions before `horizon` become Safe; so do those that the centre refused or parked
    // and a person has dealt with. Restricted content goes with it. Returns how many.
    [[nodiscard]] Result<qint64> settle(quint64 horizon) const;

    // Everything not Safe waits again, to be pushed by id: after a new epoch or a new device id. Returns how many. What
    // is Safe does not.
    [[nodiscard]] Result<qint64> sendAgain() const;

    // Nothing is known of what any centre answered: for a desk that is enrolled anew with the work of an older one. All
    // that can be sent waits; what is Safe and emptied stays so.
    [[nodiscard]] Result<> forgetAnswers() const;

    // The last entry that the centre has answered for; 0 for none.
    [[nodiscard]] Result<qint64> answeredTo() const;
    // The centre has entries up to `sequence` only, though later ones were Safe: it was put back to a state that it
    // should never have been put back to. They wait again; those whose restricted content this desk has given up
    // already become Quarantined with the code "lost", since only a person can still mend that. Returns how many.
    [[nodiscard]] Result<qint64> takeBackSafe(qint64 sequence) const;

    // One quarantined, parked or conflicting entry waits again.
    [[nodiscard]] Result<> sendAgain(qint64 sequence) const;

    // A person has dealt with it: it no longer counts as needing attention. The entry stays.
    [[nodiscard]] Result<> dismiss(qint64 sequence, Instant now) const;
    // Takes that back. NotFound when it is safe, or waits again.
    [[nodiscard]] Result<> takeUpAgain(qint64 sequence) const;

    // Deletes entries that are Safe and older than `before`. Returns how many.
    [[nodiscard]] Result<qint64> purgeSafe(Instant before) const;

    [[nodiscard]] Result<OutboxCounts> counts() const;

private:
    Connection &m_connection;
};

} // namespace reeve::store
