// SPDX-License-Identifier: MIT
#pragma once

#include "core/sync/sync_core.h"

#include "tests/sync/reference/reference_gateway.h"

#include <QStringList>

#include <deque>
#include <functional>

namespace reeve::test {

// One desk of the simulator: the real sync core, a store and outbox in memory, and virtual timers. Everything that
// happens is decided by `random`, so that the same seed gives the same trace.
//
// A write to the store happens when its turn comes, not when it is asked for: a crash loses those still queued.
class ModelDesk final
{
public:
    // What a crash leaves.
    struct Disk
    {
        sync::Standing standing;
        std::map<qint64, store::OutboxEntry> outbox;
        std::map<QUuid, std::pair<qint64, QJsonObject>> people; // the centre's state: revision, fields
    };

    ModelDesk(ReferenceCentre &centre, QString token, const sync::Standing &standing, quint64 seed);

    // One thing happens: an event is taken, an effect done, a write lands or a timer fires.
    // False when nothing was due at `now`.
    bool turn(std::chrono::milliseconds now);
    // When the next timer fires; nullopt when none is armed and nothing is on its way.
    [[nodiscard]] std::optional<std::chrono::milliseconds> nextTimer() const;

    void saves(store::EntryKind kind, QUuid aggregate, const QByteArray &payload, domain::EntryId id);
    void editsPerson(QUuid person, const QString &field, const QString &value, domain::EntryId id);
    void crashes();

    [[nodiscard]] qint64 waiting() const;
    [[nodiscard]] const Disk &disk() const { return m_disk; }
    [[nodiscard]] const sync::SyncState &state() const { return m_state; }
    [[nodiscard]] const QStringList &trace() const { return m_trace; }

    ReferenceGateway gateway;
    QStringList broken; // invariants that did not hold

private:
    void start();
    void happens(sync::Event event);
    void perform(const sync::Effect &effect);
    void call(const sync::Effect &effect);
    void later(std::function<sync::Event()> write);
    [[nodiscard]] sync::Event readBatch(const sync::effect::ReadBatch &effect);
    [[nodiscard]] sync::Event storePage(const sync::effect::StorePage &effect);
    [[nodiscard]] sync::Event storeGreeting(const sync::effect::StoreGreeting &effect);
    [[nodiscard]] sync::Event storeOutcomes(quint64 id);
    [[nodiscard]] bool chance(int oneIn);

    QString m_token;
    quint64 m_random;
    Disk m_disk;
    sync::SyncState m_state;
    std::chrono::milliseconds m_now{0};
    std::deque<sync::Event> m_events;
    std::deque<sync::Effect> m_effects;
    std::deque<std::function<sync::Event()>> m_writes;
    std::map<quint64, std::vector<store::OutboxEntry>> m_batches;
    std::map<quint64, sync::PushReply> m_replies;
    std::map<quint64, std::vector<store::PulledPerson>> m_pages;
    std::array<std::optional<std::chrono::milliseconds>, sync::timerCount> m_timers;
    QStringList m_trace;
};

} // namespace reeve::test
