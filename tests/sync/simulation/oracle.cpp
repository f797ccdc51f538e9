// SPDX-License-Identifier: MIT
#include "tests/sync/simulation/oracle.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using store::EntryState;
using store::OutboxEntry;

namespace {

ReferenceCentre::PayloadKey keyOf(const OutboxEntry &entry)
{
    return {entry.id.uuid(), entry.payload};
}

// Applied, or put aside with its payload.
bool holds(const ReferenceCentre::State &centre, const OutboxEntry &entry)
{
    const auto record = centre.records.find(entry.id.uuid());
    return (record != centre.records.end() && record->second.entry.payload == entry.payload) ||
           centre.quarantine.contains(keyOf(entry));
}

QUuid originOf(const ReferenceCentre::State &centre, domain::DeviceId device)
{
    const auto desk = centre.devices.find(device.uuid());
    return desk == centre.devices.end() ? QUuid() : desk->second.origin;
}

// What somebody has to choose between: of which conflict, the field and both values.
ById<std::pair<QString, QJsonArray>> decisionsIn(const std::vector<store::FieldConflict> &conflicts)
{
    ById<std::pair<QString, QJsonArray>> decisions;
    for (const store::FieldConflict &conflict : conflicts)
        decisions[conflict.id.uuid()] = {conflict.person.toString() + u' ' + conflict.field,
                                         QJsonArray{conflict.ours, conflict.theirs}};
    return decisions;
}

} // namespace

void Oracle::violated(const QString &invariant, const QString &what)
{
    if (m_violations.size() < 20)
        m_violations.append(invariant + u": "_s + what);
}

void Oracle::check(bool isTrue, const char *invariant, const QString &what)
{
    ++m_checks;
    if (!isTrue)
        violated(QString::fromLatin1(invariant), what);
}

void Oracle::saved(int desk, const OutboxEntry &entry, Fits fits)
{
    m_saved[keyOf(entry)] = {desk, entry.sequence, entry.aggregate, fits};
    ++m_contents[entry.id.uuid()];
}

void Oracle::acknowledged(int desk, const OutboxEntry &entry, const store::EntryOutcome &outcome)
{
    m_mustResend[desk].erase(entry.sequence);
    const QString which = u"desk %1 entry %2"_s.arg(desk).arg(entry.sequence);
    const auto known = m_saved.find(keyOf(entry));
    check(known != m_saved.end(), "C4", which + u" was never saved"_s);
    if (known == m_saved.end() || outcome.state == EntryState::Waiting)
        return;
    Saved &saved = known->second;
    saved.isLate = saved.isLate || outcome.state == EntryState::Quarantined;
    if (outcome.state == EntryState::Sent || outcome.state == EntryState::Conflict) {
        check(saved.wasAtCentre, "I3", which + u" counts as sent and the centre never had it"_s);
        check(!saved.isUnreplicated, "I3", which + u" counts as sent and the standby does not have it"_s);
    } else if (outcome.code != u"refused"_s) {
        check(saved.wasAside, "I10", which + u" counts as put aside and the centre has no payload"_s);
    }
}

void Oracle::settled(const OutboxEntry &entry)
{
    check(holds(m_centre.state(), entry), "I4", u"safe, and not at the centre"_s);
    for (const ReferenceCentre::State *backup : m_restorable)
        check(holds(*backup, entry), "I4", u"safe, and not in a state that may be restored"_s);
}

void Oracle::purged(const OutboxEntry &entry)
{
    check(entry.state == EntryState::Safe, "I5", u"deleted at the desk before it was safe"_s);
}

void Oracle::sendingAgain(int desk, const ModelStore &store)
{
    m_mustResend[desk] = store.waitingSequences();
}

void Oracle::removing(int desk, const ModelStore &store, const sync::SyncState &state)
{
    static_cast<void>(store);
    check(m_mustResend[desk].empty() && !state.isSendingAgain, "I12",
          u"desk %1 applies a removal before all was sent again"_s.arg(desk));
}

// I6: nothing at or before the cursor is still to come. I7: the rows up to the cursor are here.
void Oracle::moved(int desk, const ModelStore &store)
{
    const sync::Position &position = store.standing.position;
    const ReferenceCentre::State &centre = m_centre.state();
    if (!position.isFirstLoadDone || store.standing.epoch != centre.epoch)
        return;
    const auto toCome = m_centre.firstToAppear();
    check(!toCome || position.cursor.transaction < toCome->transaction, "I6",
          u"desk %1 has read beyond a transaction in flight"_s.arg(desk));
}

void Oracle::restarted(int desk, const ModelStore &store)
{
    const sync::Position &position = store.standing.position;
    const ReferenceCentre::State &centre = m_centre.state();
    // Of a time that is gone, and the desk has yet to find out: its position means nothing here.
    if (m_wentBackUnnoticed)
        return;
    if (!position.isFirstLoadDone || store.standing.epoch != centre.epoch ||
        position.cursor.transaction > centre.transaction || m_centre.mutant == Mutant::TimestampCursor)
        return;
    for (const ReferenceCentre::Change &change : centre.changes) {
        if (change.at > position.cursor)
            break;
        if (!change.mergeEvent.isNull()) {
            check(store.mergeEvents().contains(change.mergeEvent), "I7",
                  u"desk %1 starts with a cursor beyond the merges that it holds"_s.arg(desk));
            continue;
        }
        const auto row = centre.people.find(change.person.uuid());
        if (change.conflict || !change.interaction.isNull() || row == centre.people.end() || row->second.removed)
            continue;
        check(store.people().contains(change.person.uuid()), "I7",
              u"desk %1 starts with a cursor beyond what it holds"_s.arg(desk));
    }
}

void Oracle::rolledBack(int desk, const ModelStore &before, const ModelStore &after)
{
    m_mustResend[desk].clear();
    for (const auto &[sequence, entry] : before.outbox()) {
        const OutboxEntry *still = after.find(sequence);
        if (still && still->id == entry.id)
            continue;
        const auto known = m_saved.find(keyOf(entry));
        if (known != m_saved.end() && entry.state != EntryState::Safe)
            known->second.isForgiven = true;
    }
}

// I13: what the handler entered is shown until the centre has answered for it.
void Oracle::edited(int desk, const ModelStore &store, QUuid person)
{
    const auto waiting = store.waitingAbout(person);
    const auto shown = waiting.empty() ? std::nullopt : store.shown(person);
    if (!shown)
        return;
    QJsonObject wished;
    for (const OutboxEntry *entry : waiting) {
        if (entry->kind != store::EntryKind::PersonEdited)
            continue;
        const QJsonObject set = QJsonDocument::fromJson(entry->payload).object().value(u"set"_s).toObject();
        for (auto field = set.constBegin(); field != set.constEnd(); ++field)
            wished.insert(field.key(), field.value());
    }
    for (auto field = wished.constBegin(); field != wished.constEnd(); ++field)
        check(shown->value(field.key()) == field.value(), "I13",
              u"desk %1: a pulled row covers what waits here"_s.arg(desk));
}

void Oracle::stepped(int desk, bool willGoOn, const char *seenFrom)
{
    ++m_checks;
    if (!willGoOn)
        violated(u"I11"_s,
                 u"desk %1: nothing would ever happen again, seen from %2"_s.arg(desk).arg(QLatin1String(seenFrom)));
}

void Oracle::recorded(const ReferenceCentre::Record &record)
{
    const auto known = m_saved.find(keyOf(record.entry));
    check(known != m_saved.end(), "I8", u"the centre holds what no desk saved so"_s);
    if (known == m_saved.end())
        return;
    Saved &saved = known->second;
    if (record.timesApplied == 0) {
        saved.wasAside = true;
        saved.isLate = true;
        return;
    }
    check(record.timesApplied == 1, "I2", u"applied %1 times"_s.arg(record.timesApplied));
    saved.wasAtCentre = true;
    saved.isUnreplicated = m_isStandbyAway;
    qint64 &last = m_appliedTo[{saved.desk, saved.aggregate}];
    check(saved.isLate || saved.sequence > last, "I9",
          u"desk %1: entry %2 applied after %3 of the same record"_s.arg(saved.desk).arg(saved.sequence).arg(last));
    last = std::max(last, saved.sequence);
}

void Oracle::read(const ReferenceCentre::Device &device)
{
    check(device.status == u"active"_s, "I14", u"people were handed to a desk that may not read"_s);
}

void Oracle::backedUp(const ReferenceCentre::State *restorable)
{
    m_restorable.insert(restorable);
}

void Oracle::forgotten(const ReferenceCentre::State *restorable)
{
    m_restorable.erase(restorable);
}

void Oracle::wentBack(bool isNoticed)
{
    m_wentBackUnnoticed = m_wentBackUnnoticed || !isNoticed;
    m_appliedTo.clear();
    for (const auto &[id, record] : m_centre.state().records) {
        const auto known = m_saved.find(keyOf(record.entry));
        if (known == m_saved.end())
            continue;
        qint64 &last = m_appliedTo[{known->second.desk, known->second.aggregate}];
        last = std::max(last, known->second.sequence);
    }
}

void Oracle::standbyIsAway(bool isAway)
{
    m_isStandbyAway = isAway;
    if (isAway)
        return;
    for (auto &[key, saved] : m_saved)
        saved.isUnreplicated = false;
}

void Oracle::everySavedIsSomewhere(const std::vector<const ModelStore *> &desks)
{
    std::set<Key, InOrder> here;
    for (const ModelStore *desk : desks) {
        for (const auto &[sequence, entry] : desk->outbox())
            here.insert(keyOf(entry));
    }
    const ReferenceCentre::State &centre = m_centre.state();
    for (const auto &[key, saved] : m_saved) {
        const auto record = centre.records.find(key.first);
        const bool isAtCentre = (record != centre.records.end() && record->second.entry.payload == key.second) ||
                                centre.quarantine.contains(key);
        check(saved.isForgiven || isAtCentre || here.contains(key), "I1",
              u"desk %1 entry %2 is nowhere"_s.arg(saved.desk).arg(saved.sequence));
    }
}

void Oracle::everythingArrived(const std::vector<const ModelStore *> &desks)
{
    const ReferenceCentre::State &centre = m_centre.state();
    for (const auto &[key, saved] : m_saved) {
        if (saved.isForgiven)
            continue;
        QString which = u"desk %1 entry %2"_s.arg(saved.desk).arg(saved.sequence);
        for (const ModelStore *desk : desks) {
            const OutboxEntry *entry = desk->find(saved.sequence);
            if (entry && keyOf(*entry) == key)
                which += u" (here in state %1 %2)"_s.arg(int(entry->state)).arg(entry->code);
        }
        const auto record = centre.records.find(key.first);
        const bool isApplied = record != centre.records.end() && record->second.entry.payload == key.second;
        const bool isAside = centre.quarantine.contains(key);
        const bool isShared = m_contents.at(key.first) > 1; // two contents under one id: one of them is aside
        check(isApplied || isAside, "C2", which + u" did not arrive"_s);
        if (saved.fits == Fits::Yes && !isShared)
            check(isApplied, "C7", which + u" fits, and is in quarantine"_s);
        if (saved.fits == Fits::No)
            check(!isApplied, "C7", which + u" does not fit, and was applied"_s);
    }
    allAreOne(desks);
    const auto truth = m_centre.people();
    const auto undecidedThere = decisionsIn(m_centre.openConflicts());
    for (std::size_t n = 0; n < desks.size(); ++n) {
        const ModelStore &desk = *desks[n];
        for (const auto &[sequence, entry] : desk.outbox()) {
            const auto record = centre.records.find(entry.id.uuid());
            const bool isApplied = record != centre.records.end() && record->second.entry.payload == entry.payload;
            const bool isAside = entry.state == EntryState::Parked || entry.state == EntryState::Quarantined;
            // Two copies of a desk, one of them made in a time that was lost, count as two: one of them is told.
            if (isApplied && isAside &&
                originOf(centre, record->second.device) == originOf(centre, desk.standing.device))
                violated(u"C7"_s,
                         u"desk %1 shows entry %2 as put aside, and the centre has applied it"_s.arg(n).arg(sequence));
        }
        check(desk.waitingCount() == 0, "C8", u"desk %1 still waits with %2"_s.arg(n).arg(desk.waitingCount()));
        qint64 wrong = 0;
        for (const auto &[id, fields] : truth) {
            const auto person = desk.people().find(id);
            wrong += person == desk.people().end() || person->second.fields != fields;
        }
        check(decisionsIn(desk.openConflicts()) == undecidedThere, "C6",
              u"desk %1 shows %2 open conflicts, the centre has %3, or they are others"_s.arg(n)
                  .arg(desk.openConflicts().size())
                  .arg(undecidedThere.size()));
        // Whom somebody at the desk still has to decide something about stays in sight.
        const Ids undecided = desk.withWork();
        qint64 beyond = 0;
        for (const auto &[id, person] : desk.people())
            beyond += !truth.contains(id) && !undecided.contains(id);
        check(wrong == 0, "C6", u"desk %1 has %2 people wrong or lacks them"_s.arg(n).arg(wrong));
        check(beyond == 0, "C6", u"desk %1 has %2 people that the centre does not have"_s.arg(n).arg(beyond));
    }
}

} // namespace reeve::test
