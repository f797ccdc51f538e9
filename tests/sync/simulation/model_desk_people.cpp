// SPDX-License-Identifier: MIT
// Who is one person, and what is said with them: what people at the desk do about it.
#include "tests/sync/simulation/model_desk.h"

#include <QJsonDocument>

#include <algorithm>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using domain::MergeEvent;
using domain::PersonId;

bool ModelDesk::knows(QUuid person) const
{
    const auto here = m_store.people().find(person);
    return here != m_store.people().end() && !here->second.isErased;
}

// As tellMergeEvent() of core/services: it counts here at once, and its entry goes by its id.
void ModelDesk::tellsMerge(MergeEvent event)
{
    event.order = m_store.merges().highestOrder() + 1;
    event.agent = u"asha"_s;
    event.at = fromMilliseconds(1795344120000) + m_world.now();
    const QByteArray payload = QJsonDocument(domain::toJson(event)).toJson(QJsonDocument::Compact);
    const QUuid about = domain::recordsOf(event).front().uuid();
    const auto kind = store::parseEntryKind(domain::kindCode(event));
    m_store.put(event);
    saves(*kind, about, payload, domain::EntryId(event.id.uuid()), Oracle::Fits::Yes, about);
}

void ModelDesk::merges(QUuid survivor, QUuid absorbed, domain::MergeEventId eventId)
{
    const domain::MergeGraph graph = m_store.merges();
    survivor = m_store.survivorOf(graph, survivor);
    absorbed = m_store.survivorOf(graph, absorbed);
    if (survivor == absorbed || !knows(survivor) || !knows(absorbed))
        return;
    domain::PersonMerge merge;
    merge.survivor = PersonId(survivor);
    merge.absorbed = PersonId(absorbed);
    merge.survivorFields = *m_store.shown(survivor);
    for (const QString &field : merge.survivorFields.keys()) {
        if (m_store.shown(absorbed)->contains(field))
            merge.choices[field] = {merge.absorbed, merge.absorbed};
    }
    MergeEvent event;
    event.id = eventId;
    event.what = std::move(merge);
    tellsMerge(std::move(event));
}

void ModelDesk::unmergesSomething(quint64 which, domain::MergeEventId eventId)
{
    const domain::MergeGraph graph = m_store.merges();
    std::vector<const MergeEvent *> standing;
    for (const auto &[key, event] : m_store.mergeEvents()) {
        if (graph.isActive(event.id))
            standing.push_back(&event);
    }
    if (standing.empty())
        return;
    const MergeEvent &undone = *standing[which % standing.size()];
    const auto &merge = std::get<domain::PersonMerge>(undone.what);
    MergeEvent event;
    event.id = eventId;
    event.what = domain::PersonUnmerge{undone.id, merge.survivor, merge.absorbed};
    tellsMerge(std::move(event));
}

void ModelDesk::opens(QUuid person)
{
    if (m_state.link != sync::Link::Online)
        return;
    const auto timeline = m_world.centre().openPerson(token, m_state.standing.device, PersonId(person));
    if (!timeline)
        return;
    m_world.oracle().opened(id, person, token, *timeline);
    for (const sync::PulledInteraction &one : *timeline)
        m_store.put(one.interaction);
}

void ModelDesk::looksAt(domain::RestrictedItemId item)
{
    if (m_state.link != sync::Link::Online)
        return;
    const auto content = m_world.centre().reveal(token, m_state.standing.device, item, u"needed for the visit"_s);
    m_world.oracle().lookedAt(id, m_state.standing.device, item, token, content);
}

} // namespace reeve::test
