// SPDX-License-Identifier: MIT
#include "tests/sync/simulation/model_store.h"

#include <QJsonDocument>

#include <algorithm>
#include <utility>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using store::EntryState;
using store::OutboxEntry;

void ModelStore::setState(OutboxEntry &entry, EntryState state)
{
    forget(entry);
    entry.state = state;
    if (state == EntryState::Waiting)
        m_waiting.insert(entry.sequence);
    else if (state == EntryState::Sent)
        m_sent.emplace(entry.sentTransaction, entry.sequence);
    else if (state == EntryState::Safe)
        m_safe.insert(entry.sequence);
    if (state != EntryState::Waiting && entry.sentTransaction > 0)
        m_answered.insert(entry.sequence);
    if (state == EntryState::Safe)
        return;
    m_open.emplace(entry.aggregate, entry.sequence);
    if (entry.person)
        m_open.emplace(*entry.person, entry.sequence);
}

void ModelStore::forget(const OutboxEntry &entry)
{
    m_waiting.erase(entry.sequence);
    m_sent.erase({entry.sentTransaction, entry.sequence});
    m_safe.erase(entry.sequence);
    m_answered.erase(entry.sequence);
    m_open.erase({entry.aggregate, entry.sequence});
    if (entry.person)
        m_open.erase({*entry.person, entry.sequence});
}

qint64 ModelStore::append(OutboxEntry entry)
{
    entry.sequence = ++m_lastSequence;
    OutboxEntry &kept = m_outbox[entry.sequence];
    kept = std::move(entry);
    setState(kept, EntryState::Waiting);
    return kept.sequence;
}

const OutboxEntry *ModelStore::find(qint64 sequence) const
{
    const auto found = m_outbox.find(sequence);
    return found == m_outbox.end() ? nullptr : &found->second;
}

std::vector<OutboxEntry> ModelStore::waiting(qint64 after, int limit) const
{
    std::vector<OutboxEntry> entries;
    for (auto next = m_waiting.upper_bound(after); next != m_waiting.end() && int(entries.size()) < limit; ++next)
        entries.push_back(m_outbox.at(*next));
    return entries;
}

void ModelStore::record(const store::EntryOutcome &outcome, quint64 transaction)
{
    const auto found = m_outbox.find(outcome.sequence);
    if (found == m_outbox.end() || outcome.state == EntryState::Waiting || found->second.state == EntryState::Safe)
        return;
    OutboxEntry &entry = found->second;
    forget(entry);
    if (entry.state != outcome.state)
        entry.sentTransaction = transaction;
    entry.code = outcome.code;
    setState(entry, outcome.state);
}

std::vector<qint64> ModelStore::settle(quint64 horizon)
{
    std::vector<qint64> settled;
    for (auto sent = m_sent.begin(); sent != m_sent.end() && sent->first < horizon; ++sent)
        settled.push_back(sent->second);
    for (const qint64 sequence : settled)
        setState(m_outbox.at(sequence), EntryState::Safe);
    return settled;
}

void ModelStore::giveUpRestricted(qint64 sequence)
{
    OutboxEntry &entry = m_outbox.at(sequence);
    if (store::hasRestrictedContent(entry))
        entry.payload.clear();
}

void ModelStore::sendAllAgain()
{
    for (auto &[sequence, entry] : m_outbox) {
        if (entry.state != EntryState::Safe && entry.state != EntryState::Waiting && entry.code != u"lost")
            sendAgain(sequence);
    }
}

void ModelStore::sendAgain(qint64 sequence)
{
    OutboxEntry &entry = m_outbox.at(sequence);
    forget(entry);
    entry.code.clear();
    entry.sentTransaction = 0;
    setState(entry, EntryState::Waiting);
}

std::vector<OutboxEntry> ModelStore::purge(Instant before, bool alsoSent)
{
    std::vector<qint64> old;
    for (auto safe = m_safe.begin(); safe != m_safe.end() && m_outbox.at(*safe).deviceTime < before; ++safe)
        old.push_back(*safe);
    for (auto sent = m_sent.begin(); alsoSent && sent != m_sent.end(); ++sent) {
        if (m_outbox.at(sent->second).deviceTime < before)
            old.push_back(sent->second);
    }
    std::vector<OutboxEntry> purged;
    for (const qint64 sequence : old) {
        purged.push_back(m_outbox.at(sequence));
        drop(sequence);
    }
    return purged;
}

void ModelStore::drop(qint64 sequence)
{
    const auto entry = m_outbox.find(sequence);
    if (entry == m_outbox.end())
        return;
    forget(entry->second);
    m_outbox.erase(entry);
}

void ModelStore::put(QUuid id, qint64 revision, const QJsonObject &fields)
{
    const auto here = m_people.find(id);
    if (here != m_people.end() && here->second.revision > revision)
        return;
    m_people[id] = {revision, fields};
    m_erased.erase(id);
    if (revision > 0)
        m_unconfirmed.erase(id);
    else
        m_unconfirmed.insert(id);
}

bool ModelStore::hasWaiting(QUuid person) const
{
    for (auto open = m_open.lower_bound({person, 0}); open != m_open.end() && open->first == person; ++open) {
        if (m_waiting.contains(open->second))
            return true;
    }
    return false;
}

void ModelStore::remove(QUuid id)
{
    const auto here = m_people.find(id);
    if (here == m_people.end())
        return;
    if (!hasWaiting(id)) {
        erase(id);
        return;
    }
    here->second.isErased = true;
    m_erased.insert(id);
    m_unconfirmed.erase(id);
}

void ModelStore::erase(QUuid id)
{
    m_unconfirmed.erase(id);
    m_erased.erase(id);
    std::erase_if(m_conflicts, [id](const auto &one) { return one.second.person.uuid() == id; });
    std::erase_if(m_interactions, [id](const auto &one) { return one.second.person == domain::PersonId(id); });
    for (auto &[event, told] : m_mergeEvents) {
        auto *merge = std::get_if<domain::PersonMerge>(&told.what);
        if (merge && merge->survivor.uuid() == id)
            merge->survivorFields = {};
    }
    m_people.erase(id);
}

void ModelStore::finishErasures()
{
    const Ids erased = m_erased;
    for (const QUuid &id : erased) {
        if (!hasWaiting(id))
            erase(id);
    }
}

void ModelStore::put(const store::FieldConflict &conflict)
{
    store::FieldConflict &here = m_conflicts[conflict.id.uuid()];
    const auto decidedAt = conflict.decidedAt ? conflict.decidedAt : here.decidedAt;
    here = conflict;
    here.decidedAt = decidedAt;
}

void ModelStore::forgetConflicts()
{
    m_conflicts.clear(); // nobody decides at these desks
}

std::vector<store::FieldConflict> ModelStore::openConflicts() const
{
    std::vector<store::FieldConflict> open;
    for (const auto &[id, conflict] : m_conflicts) {
        if (!conflict.decidedAt)
            open.push_back(conflict);
    }
    return open;
}

void ModelStore::forgetRevisions()
{
    for (auto &[id, person] : m_people) {
        person.revision = 0;
        if (!person.isErased)
            m_unconfirmed.insert(id);
    }
    for (const auto &[id, event] : m_mergeEvents)
        m_unconfirmedMerges.insert(id);
}

void ModelStore::put(const domain::MergeEvent &event)
{
    m_mergeEvents.emplace(event.id.uuid(), event);
    m_unconfirmedMerges.erase(event.id.uuid());
}

void ModelStore::removeUnknownMerges()
{
    Ids onTheirWay;
    for (const auto &[sequence, entry] : m_outbox) {
        if (entry.state != EntryState::Safe)
            onTheirWay.insert(entry.id.uuid()); // which is the event's
    }
    for (const QUuid &id : std::exchange(m_unconfirmedMerges, {})) {
        if (onTheirWay.contains(id))
            m_unconfirmedMerges.insert(id);
        else
            m_mergeEvents.erase(id);
    }
}

domain::MergeGraph ModelStore::merges() const
{
    domain::MergeGraph graph;
    for (const auto &[id, event] : m_mergeEvents)
        graph.add(event);
    return graph;
}

QUuid ModelStore::survivorOf(const domain::MergeGraph &merges, QUuid record) const
{
    const auto isLive = [this](domain::PersonId one) {
        const auto person = m_people.find(one.uuid());
        return person != m_people.end() && !person->second.isErased;
    };
    return merges.survivorOf(merges.recordsWith(domain::PersonId(record)), isLive).uuid();
}

// Marks are added to: who asks may not be told of those that others were told of.
void ModelStore::put(const domain::Interaction &interaction)
{
    domain::Interaction &here = m_interactions[interaction.id.uuid()];
    std::vector<domain::SpecialCategoryItem> marks = std::move(here.specialCategory);
    here = interaction;
    for (domain::SpecialCategoryItem &mark : marks) {
        const auto isSame = [&mark](const auto &one) { return one.id == mark.id; };
        if (std::ranges::none_of(here.specialCategory, isSame))
            here.specialCategory.push_back(std::move(mark));
    }
}

qint64 ModelStore::answeredTo() const
{
    return m_answered.empty() ? 0 : *m_answered.rbegin();
}

void ModelStore::takeBackSafe(qint64 after)
{
    const std::vector<qint64> lost(m_safe.upper_bound(after), m_safe.end());
    for (const qint64 sequence : lost) {
        OutboxEntry &entry = m_outbox.at(sequence);
        if (!entry.payload.isEmpty()) {
            sendAgain(sequence);
            continue;
        }
        forget(entry);
        entry.code = u"lost"_s;
        entry.sentTransaction = 0;
        setState(entry, EntryState::Quarantined);
    }
}

Ids ModelStore::withWork() const
{
    Ids busy;
    for (const auto &[aggregate, sequence] : m_open)
        busy.insert(aggregate);
    return busy;
}

std::vector<QUuid> ModelStore::unknown(qint64 &kept) const
{
    std::vector<QUuid> people;
    for (const QUuid &id : m_unconfirmed) {
        const auto work = m_open.lower_bound({id, 0});
        if (work != m_open.end() && work->first == id)
            ++kept;
        else
            people.push_back(id);
    }
    return people;
}

std::vector<const OutboxEntry *> ModelStore::waitingAbout(QUuid aggregate) const
{
    std::vector<const OutboxEntry *> entries;
    for (auto open = m_open.lower_bound({aggregate, 0}); open != m_open.end() && open->first == aggregate; ++open) {
        if (m_waiting.contains(open->second))
            entries.push_back(&m_outbox.at(open->second));
    }
    return entries;
}

std::optional<QJsonObject> ModelStore::shown(QUuid id) const
{
    const auto base = m_people.find(id);
    if (base == m_people.end())
        return std::nullopt;
    QJsonObject fields = base->second.fields;
    for (const OutboxEntry *entry : waitingAbout(id)) {
        if (entry->kind != store::EntryKind::PersonEdited)
            continue;
        const QJsonObject set = QJsonDocument::fromJson(entry->payload).object().value(u"set"_s).toObject();
        for (auto field = set.constBegin(); field != set.constEnd(); ++field)
            fields.insert(field.key(), field.value());
    }
    return fields;
}

} // namespace reeve::test
