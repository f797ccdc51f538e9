// SPDX-License-Identifier: MIT
// What the desk writes to its store: one transaction each, in their order, landing when their turn comes.
#include "tests/sync/simulation/model_desk.h"

#include <QJsonDocument>

namespace reeve::test {

using namespace sync;

void ModelDesk::write(std::function<Event()> change)
{
    const milliseconds delay = m_world.storeDelay();
    if (delay.count() == 0 && m_writes.empty()) {
        m_events.push_back(change());
        return;
    }
    if (m_world.draw() % 4 == 0) { // it counts every second, whatever is going on
        m_world.after(milliseconds(qint64(m_world.draw() % quint64(delay.count() + 1))), [this, life = m_life] {
            if (life == m_life)
                happens(event::OutboxCounted{m_store.waitingCount(), qint64(m_store.people().size())});
        });
    }
    m_writes.push_back(std::move(change));
    m_world.after(delay, [this, life = m_life] {
        if (life == m_life)
            land();
    });
}

void ModelDesk::land()
{
    if (m_writes.empty())
        return;
    const auto change = std::move(m_writes.front());
    m_writes.pop_front();
    m_events.push_back(change());
    pump();
}

void ModelDesk::acknowledge(const std::vector<store::EntryOutcome> &outcomes, quint64 transaction)
{
    for (const store::EntryOutcome &outcome : outcomes) {
        const store::OutboxEntry *entry = m_store.find(outcome.sequence);
        if (!entry || entry->state == store::EntryState::Safe)
            continue; // nothing changes that, and what it says may have been given up
        m_world.oracle().acknowledged(id, *entry, outcome);
        m_store.record(outcome, transaction);
        if (mutant() == Mutant::EmptiesWhenSent && outcome.state == store::EntryState::Sent)
            m_store.giveUpRestricted(outcome.sequence);
    }
}

void ModelDesk::hear(const std::vector<store::EntryNews> &news)
{
    for (const store::EntryNews &one : news) {
        for (const auto &[sequence, entry] : m_store.outbox()) {
            if (entry.id == one.entry)
                acknowledge({{sequence, one.state, one.code, one.revision}}, one.transaction);
        }
        m_store.newsSeen = one.number;
    }
    m_store.finishErasures();
}

Event ModelDesk::storeOutcomes(quint64 reply)
{
    if (const auto fault = m_world.storeFault(*this))
        return event::OutcomesStored{fail(*fault)};
    const PushReply &answer = m_replies[reply];
    Ids touched;
    for (const store::EntryOutcome &outcome : answer.outcomes) {
        if (const store::OutboxEntry *entry = m_store.find(outcome.sequence))
            touched.insert(entry->aggregate);
    }
    acknowledge(answer.outcomes, answer.transaction);
    for (const store::FieldConflict &conflict : answer.conflicts) {
        if (m_store.people().contains(conflict.person.uuid()))
            m_store.put(conflict);
    }
    m_store.finishErasures();
    Standing &standing = m_store.standing;
    standing.highestTransaction = std::max(standing.highestTransaction, answer.transaction);
    m_replies.erase(reply);
    for (const QUuid &person : touched)
        m_world.oracle().edited(id, m_store, person);
    return event::OutcomesStored{};
}

void ModelDesk::applyPage(const Page &page)
{
    for (const store::PulledPerson &row : page.people) {
        if (row.removed) {
            m_world.oracle().removing(id, m_store, m_state);
            m_store.remove(row.id.uuid());
            continue;
        }
        m_store.put(row.id.uuid(), row.revision, QJsonDocument::fromJson(row.fields).object());
        m_world.oracle().edited(id, m_store, row.id.uuid());
    }
    for (const sync::PulledInteraction &one : page.interactions)
        m_store.put(one.interaction);
    for (const store::FieldConflict &conflict : page.conflicts)
        m_store.put(conflict);
    for (const domain::MergeEvent &event : page.mergeEvents)
        m_store.put(event);
}

Event ModelDesk::storePage(const effect::StorePage &effect)
{
    const Page page = std::move(m_pages[effect.id]);
    m_pages.erase(effect.id);
    if (m_store.standing.position != effect.from)
        return event::PageStored{effect.id, m_store.standing.position};
    if (const auto fault = m_world.storeFault(*this))
        return event::PageStored{effect.id, fail(*fault)};
    if (effect.from == Position{})
        m_store.forgetConflicts();
    m_store.standing.position = effect.to;
    m_store.standing.highestTransaction = std::max(m_store.standing.highestTransaction, effect.to.cursor.transaction);
    if (mutant() == Mutant::CursorBeforePage) {
        write([this, page]() -> Event {
            applyPage(page);
            return event::OutboxCounted{m_store.waitingCount(), qint64(m_store.people().size())};
        });
        return event::PageStored{effect.id, effect.to};
    }
    applyPage(page);
    m_world.oracle().moved(id, m_store);
    return event::PageStored{effect.id, effect.to};
}

Event ModelDesk::removeUnknown(bool isAllowed)
{
    if (const auto fault = m_world.storeFault(*this))
        return event::UnknownRemoved{fail(*fault)};
    qint64 kept = 0;
    const std::vector<QUuid> unknown = m_store.unknown(kept);
    const auto found = qint64(unknown.size());
    if (found > 20 && found * 20 > qint64(m_store.people().size()) && !isAllowed)
        return event::UnknownRemoved{found, kept};
    for (const QUuid &person : unknown) {
        m_world.oracle().removing(id, m_store, m_state);
        m_store.erase(person);
    }
    m_store.removeUnknownMerges();
    if (kept == 0)
        m_store.standing.position.loadedTo = QUuid();
    return event::UnknownRemoved{0, kept};
}

Event ModelDesk::storeGreeting(const effect::StoreGreeting &effect)
{
    if (const auto fault = m_world.storeFault(*this))
        return event::GreetingStored{fail(*fault)};
    const bool readsAgain = effect.standing.position == Position{};
    m_store.standing = effect.standing;
    if (effect.sendAllAgain) {
        m_store.sendAllAgain();
        if (effect.centralHasTo)
            m_store.takeBackSafe(*effect.centralHasTo);
        if (readsAgain)
            m_store.forgetRevisions();
        m_world.oracle().sendingAgain(id, m_store);
    } else {
        for (const qint64 sequence : m_store.settle(effect.standing.settledHorizon)) {
            m_world.oracle().settled(*m_store.find(sequence));
            m_store.giveUpRestricted(sequence);
        }
    }
    hear(m_heard);
    if (effect.sendAllAgain && readsAgain)
        m_store.newsSeen = 0; // what was told now may bear numbers that were heard before
    const Instant now = fromMilliseconds(1795344120000) + m_world.now();
    for (const store::OutboxEntry &entry : m_store.purge(now - std::chrono::hours(1), mutant() == Mutant::PurgesSent))
        m_world.oracle().purged(entry);
    if (mutant() == Mutant::UnsyncedCommits)
        m_onDisk = m_store;
    return event::GreetingStored{};
}

} // namespace reeve::test
