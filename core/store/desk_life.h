// SPDX-License-Identifier: MIT
#pragma once

#include "core/store/conflict_repository.h"
#include "core/store/outbox.h"

namespace reeve::store {

// What somebody at the centre decided about an entry of this desk: mended and applied, or rejected with a reason.
struct EntryNews
{
    qint64 number = 0; // of the centre's list; rises
    domain::EntryId entry;
    EntryState state = EntryState::Quarantined;
    QString code;
    QString words; // why, as they wrote it
    qint64 revision = 0;
    quint64 transaction = 0; // xid8 of the decision
    QString decidedBy;
    Instant decidedAt;
};

struct EntryDecision
{
    QString words;
    QString decidedBy;
    Instant decidedAt;
};

struct ConflictDecision
{
    FieldConflict conflict;
    bool keptOurs = false;
    QString decidedBy;
    Instant decidedAt;
};

// What the centre told this desk about itself and its work. Runs inside the caller's transaction.
class DeskLife final
{
public:
    explicit DeskLife(Connection &connection) noexcept : m_connection(connection) {}

    struct Told
    {
        QByteArray councilSigningKey; // empty until told once
        qint64 orderFloor = 0;
        qint64 newsSeen = 0;
    };
    [[nodiscard]] Result<Told> told() const;
    // A key that is known is kept, and the floor never falls: whoever owns the centre cannot change them here.
    [[nodiscard]] Result<> tell(const QByteArray &councilSigningKey, qint64 orderFloor) const;
    [[nodiscard]] Result<> setNewsSeen(qint64 number) const;

    // Takes over what was decided. News of entries that are not here, or safe already, changes nothing.
    [[nodiscard]] Result<> apply(const std::vector<EntryNews> &news) const;
    [[nodiscard]] Result<std::optional<EntryDecision>> decisionOn(domain::EntryId entry) const;

    [[nodiscard]] Result<> rememberConflict(domain::ConflictId id, bool keptOurs, const QString &agent,
                                            Instant at) const;
    // Newest first.
    [[nodiscard]] Result<std::vector<ConflictDecision>> decidedConflicts(Instant since, int limit) const;

private:
    [[nodiscard]] Result<> setTold(const Told &told) const;

    Connection &m_connection;
};

} // namespace reeve::store
