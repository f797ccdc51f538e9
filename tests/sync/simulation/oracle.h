// SPDX-License-Identifier: MIT
#pragma once

#include "tests/sync/reference/reference_centre.h"
#include "tests/sync/simulation/model_store.h"

#include <QStringList>

#include <set>

namespace reeve::test {

// Knows everything that was ever saved, and checks the invariants I1–I14 of tests/sync/README.md as things happen:
// each change of a store or of the centre when it is made, and the whole from scratch where it says so.
class Oracle final
{
public:
    explicit Oracle(const ReferenceCentre &centre) : m_centre(centre) {}

    // Why it may, or must, end up in quarantine.
    enum class Fits { Yes, No, Perhaps };

    // --- at a desk (`store` is what it holds afterwards)
    void saved(int desk, const store::OutboxEntry &entry, Fits fits);
    void acknowledged(int desk, const store::OutboxEntry &entry, const store::EntryOutcome &outcome);
    void settled(const store::OutboxEntry &entry);
    void purged(const store::OutboxEntry &entry);
    void sendingAgain(int desk, const ModelStore &store);
    void removing(int desk, const ModelStore &store, const sync::SyncState &state);
    void moved(int desk, const ModelStore &store); // page and cursor stored
    void restarted(int desk, const ModelStore &store);
    void rolledBack(int desk, const ModelStore &before, const ModelStore &after);
    void edited(int desk, const ModelStore &store, QUuid person);
    void stepped(int desk, bool willGoOn, const char *seenFrom);

    // What was handed out on that session: a timeline that was asked for, changes of one, what an item says.
    void opened(int desk, QUuid person, const QString &token, const std::vector<sync::PulledInteraction> &timeline);
    void handed(int desk, const QString &token, const std::vector<sync::PulledInteraction> &interactions);
    void lookedAt(int desk, domain::DeviceId device, domain::RestrictedItemId item, const QString &token,
                  const Result<sync::RestrictedContent> &content);

    // --- at the centre
    void recorded(const ReferenceCentre::Record &record);
    void read(const ReferenceCentre::Device &device);
    void backedUp(const ReferenceCentre::State *restorable); // may be restored from now on
    void forgotten(const ReferenceCentre::State *restorable);
    void wentBack(bool isNoticed); // the centre's state is another now
    void standbyIsAway(bool isAway);

    // --- from scratch
    void everySavedIsSomewhere(const std::vector<const ModelStore *> &desks);
    void everythingArrived(const std::vector<const ModelStore *> &desks);

    // Another way of being wrong, found elsewhere.
    void violated(const QString &invariant, const QString &what);

    [[nodiscard]] const QStringList &violations() const { return m_violations; }
    [[nodiscard]] qint64 savedCount() const { return qint64(m_saved.size()); }
    [[nodiscard]] qint64 checks() const { return m_checks; }

private:
    using Key = ReferenceCentre::PayloadKey;
    struct Saved
    {
        int desk = 0;
        qint64 sequence = 0;
        QUuid aggregate;
        Fits fits = Fits::Yes;
        bool isForgiven = false; // the only copy was rolled back by hand
        bool wasAtCentre = false;
        bool wasAside = false;
        bool isLate = false;         // put aside once: it comes when somebody lets it
        bool isUnreplicated = false; // committed while the standby was not there
    };
    void check(bool holds, const char *invariant, const QString &what);
    void allAreOne(const std::vector<const ModelStore *> &desks); // the same people everywhere

    const ReferenceCentre &m_centre;
    std::map<Key, Saved, InOrder> m_saved;
    ById<int> m_contents;                                // how many contents were saved under this id
    std::map<std::pair<int, QUuid>, qint64> m_appliedTo; // last sequence applied, by desk and aggregate
    std::map<int, std::set<qint64>> m_mustResend;
    std::set<const ReferenceCentre::State *> m_restorable;
    QStringList m_violations;
    qint64 m_checks = 0;
    bool m_isStandbyAway = false;
    bool m_wentBackUnnoticed = false;
};

} // namespace reeve::test
