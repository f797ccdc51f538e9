// SPDX-License-Identifier: MIT
// What the real centre answered and what it holds, against what the reference model does.
#include "tests/sync/differential/shadowed_centre.h"

#include <algorithm>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using store::EntryState;

namespace {

QString plain(QUuid id)
{
    return id.toString(QUuid::WithoutBraces);
}

} // namespace

void ShadowedCentre::comparePeople(const std::vector<store::PulledPerson> &people)
{
    for (const store::PulledPerson &person : people) {
        const auto row = state().people.find(person.id.uuid());
        if (row == state().people.end()) {
            differs(u"a person whom only the real centre knows"_s);
            continue;
        }
        const QJsonObject fields = QJsonDocument::fromJson(person.fields).object();
        if (row->second.removed != person.removed || row->second.revision != person.revision ||
            (!person.removed && row->second.fields != fields))
            differs(u"a person differs: revision %1 here, %2 at the real centre"_s.arg(row->second.revision)
                        .arg(person.revision));
    }
}

// What the real centre handed out of merges is what is here by now, wherever the two pages end.
void ShadowedCentre::compareMerges(const std::vector<domain::MergeEvent> &events)
{
    for (const domain::MergeEvent &event : events) {
        const auto here = state().mergeEvents.find(event.id.uuid());
        if (here == state().mergeEvents.end() || here->second != event)
            differs(u"a merge event that is another here, or none: "_s + domain::kindCode(event));
    }
}

void ShadowedCentre::compareNews(const std::vector<store::EntryNews> &here, const std::vector<store::EntryNews> &there)
{
    const auto inWords = [this](const std::vector<store::EntryNews> &news) {
        QStringList told; // in an order of desks that is each centre's own
        for (const store::EntryNews &one : news) {
            if (!m_appliedAtOnce.contains(one.entry.uuid()))
                told.append(u"%1 %2 %3"_s.arg(one.entry.toString()).arg(int(one.state)).arg(one.code));
        }
        told.sort();
        return told;
    };
    if (inWords(here) != inWords(there))
        differs(u"hello: the news are %1 here, and %2 at the real centre"_s.arg(inWords(here).join(u", "_s),
                                                                                inWords(there).join(u", "_s)));
}

void ShadowedCentre::compareTalks(const char *call, const QString &token,
                                  const std::vector<sync::PulledInteraction> &talks)
{
    for (const sync::PulledInteraction &one : talks) {
        const auto here = state().talks.find(one.interaction.id.uuid());
        if (here == state().talks.end()) {
            differs(QLatin1String(call) + u": a talk that only the real centre knows"_s);
            continue;
        }
        const bool mayKnow = domain::mayKnowOfRestrictedItems(rolesOf(token));
        const std::size_t marks = mayKnow ? here->second.interaction.specialCategory.size() : 0;
        if (one.interaction.person != here->second.interaction.person || one.agent != here->second.agent ||
            one.interaction.specialCategory.size() != marks)
            differs(QLatin1String(call) + u": a talk differs; %1 marks, and %2 at the real centre"_s.arg(marks).arg(
                                              one.interaction.specialCategory.size()));
    }
}

void ShadowedCentre::compareAll()
{
    qint64 parked = 0;
    for (const auto &[key, record] : state().quarantine)
        parked += record.state == EntryState::Parked;
    const auto number = [](qint64 value) { return QString::number(value); };
    const std::vector<std::pair<QString, QString>> counts{
        {number(qint64(state().people.size())), u"SELECT count(*) FROM reeve.person"_s},
        {number(qint64(state().logged.size())), u"SELECT count(*) FROM reeve.interaction"_s},
        {number(qint64(state().notes.size())), u"SELECT count(*) FROM reeve.note WHERE text ~ '^[0-9]+$'"_s},
        {number(qint64(state().records.size())), u"SELECT count(*) FROM reeve.sync_entry WHERE status IN (1, 3)"_s},
        {number(parked), u"SELECT count(*) FROM reeve.quarantine WHERE state = 'parked' AND resolved_at IS NULL"_s},
        {number(qint64(state().quarantine.size()) - parked),
         u"SELECT count(*) FROM reeve.quarantine WHERE state = 'quarantined' AND resolved_at IS NULL"_s},
        {number(std::ranges::count_if(state().conflicts, [](const auto &open) { return !open.conflict.decidedAt; })),
         u"SELECT count(*) FROM reeve.conflict WHERE decided_at IS NULL"_s},
        {number(qint64(state().mergeEvents.size())), u"SELECT count(*) FROM reeve.merge_event"_s},
        {number(qint64(state().restricted.size())), u"SELECT count(*) FROM reeve.restricted_mark"_s},
        {number(qint64(state().restricted.size())), u"SELECT count(*) FROM reeve.special_category_item"_s},
        {number(qint64(state().looks.size())),
         u"SELECT count(*) FROM reeve.audit WHERE action IN ('reveal', 'reveal_denied')"_s}};
    for (const auto &[here, query] : counts) {
        const QString there = value(u"SELECT (%1)::text"_s.arg(query));
        if (here != there)
            differs(query + u": "_s + here + u" here, "_s + there);
    }
    const QString entries = value(
        u"SELECT string_agg(entry::text, ' ' ORDER BY entry::text) FROM reeve.sync_entry WHERE status IN (1, 3)"_s);
    QStringList ids;
    for (const auto &[id, record] : state().records)
        ids.append(plain(id));
    ids.sort();
    if (entries != ids.join(u' '))
        differs(u"other entries were applied"_s);
    QStringList same;
    for (const auto &[record, survivor] : state().samePerson)
        same.append(plain(record) + u' ' + plain(survivor));
    same.sort();
    if (same.join(u',') !=
        value(u"SELECT string_agg(record || ' ' || survivor, ',' ORDER BY record::text) FROM reeve.same_person"_s))
        differs(u"other records are one person, or others are shown for them"_s);
}

} // namespace reeve::test
