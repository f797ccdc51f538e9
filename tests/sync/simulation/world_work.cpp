// SPDX-License-Identifier: MIT
// People at work.
#include "tests/sync/simulation/world.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using store::EntryKind;

namespace {

QString plain(QUuid id)
{
    return id.toString(QUuid::WithoutBraces);
}

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject interaction(QUuid id, const QString &note, std::optional<QUuid> person = {})
{
    QJsonObject head{{u"id"_s, plain(id)},
                     {u"channel"_s, u"phone"_s},
                     {u"direction"_s, u"inbound"_s},
                     {u"started_at"_s, u"2026-11-22T10:42:00.000Z"_s},
                     {u"disposition"_s, note}};
    if (person)
        head.insert(u"person"_s, plain(*person));
    return {{u"interaction"_s, head}};
}

// Health, said by the person themselves.
QJsonObject restrictedItem(QUuid id, const QString &detail)
{
    return {{u"id"_s, plain(id)},       {u"category"_s, u"health"_s},
            {u"condition"_s, u"A9C"_s}, {u"evidence"_s, u"could not be asked"_s},
            {u"detail"_s, detail},      {u"noted_at"_s, u"2026-11-22T10:43:00.000Z"_s}};
}

} // namespace

void World::work()
{
    ModelDesk &desk = anyDesk();
    const domain::EntryId id(freshId());
    const QString word = QString::number(draw() % 1000);
    switch (draw() % 16) {
    case 0:
    case 1:
    case 2:
    case 3: {
        const QUuid person = anybody();
        if (desk.knows(person)) {
            desk.editsPerson(person, u"field%1"_s.arg(draw() % 3), word, id);
            break;
        }
        [[fallthrough]];
    }
    case 4:
    case 5:
    case 6:
        logsCall(desk, id, word, chance(8));
        break;
    case 7: {
        QJsonObject payload = interaction(id.uuid(), word);
        QJsonObject head = payload.value(u"interaction"_s).toObject();
        head.insert(u"channel"_s, QString::fromLatin1(poison));
        payload.insert(u"interaction"_s, head);
        desk.saves(EntryKind::InteractionLogged, id.uuid(), compact(payload), id, Oracle::Fits::No);
        m_logged.push_back(id);
        break;
    }
    case 8:
    case 9:
        if (!m_logged.empty()) { // a note on something said before, perhaps at another desk, perhaps in quarantine
            const domain::EntryId earlier = m_logged[draw() % m_logged.size()];
            const QJsonObject note{{u"interaction"_s, plain(earlier.uuid())},
                                   {u"id"_s, plain(freshId())},
                                   {u"text"_s, word},
                                   {u"written_at"_s, u"2026-11-22T10:43:00.000Z"_s}};
            desk.saves(EntryKind::NoteAdded, earlier.uuid(), compact(note), id, Oracle::Fits::Perhaps);
        }
        break;
    case 10: {
        const QUuid person = freshId();
        const QJsonObject fields{{u"family_name"_s, u"Newcombe "_s + word}};
        const QJsonObject payload{{u"id"_s, plain(person)}, {u"fields"_s, fields}};
        desk.saves(EntryKind::PersonCreated, person, compact(payload), id, Oracle::Fits::Yes);
        m_people.push_back(person);
        break;
    }
    case 11:
        if (!m_logged.empty() && chance(4)) { // two machines made from one image make the same ids
            const domain::EntryId used = m_logged[draw() % m_logged.size()];
            desk.saves(EntryKind::InteractionLogged, used.uuid(), compact(interaction(used.uuid(), u"again "_s + word)),
                       used, Oracle::Fits::Perhaps);
        }
        break;
    default:
        worksOnPeople(desk, id, word);
        break;
    }
}

void World::logsCall(ModelDesk &desk, domain::EntryId id, const QString &word, bool isRestricted)
{
    const QUuid caller = oneOfFew();
    const bool isKnown = chance(2) && desk.knows(caller); // else nobody knows who it was
    const std::optional<QUuid> about = isKnown ? std::optional(caller) : std::nullopt;
    QJsonObject payload = interaction(id.uuid(), word, about);
    if (isRestricted) {
        m_items.push_back(freshId());
        payload.insert(u"special_category"_s, QJsonArray{restrictedItem(m_items.back(), word)});
    }
    desk.saves(EntryKind::InteractionLogged, id.uuid(), compact(payload), id, Oracle::Fits::Yes, about);
    m_logged.push_back(id);
}

void World::worksOnPeople(ModelDesk &desk, domain::EntryId id, const QString &word)
{
    const QUuid one = oneOfFew();
    const QUuid other = oneOfFew();
    switch (draw() % 6) {
    case 0:
        desk.merges(one, other, domain::MergeEventId(id.uuid()));
        break;
    case 1:
        desk.unmergesSomething(draw(), domain::MergeEventId(id.uuid()));
        break;
    case 2:
    case 3:
        if (!m_logged.empty()) { // something restricted that came up in it, perhaps told at another desk
            const QUuid earlier = m_logged[draw() % m_logged.size()].uuid();
            m_items.push_back(id.uuid());
            QJsonObject payload = restrictedItem(id.uuid(), word);
            payload.insert(u"interaction"_s, plain(earlier));
            desk.saves(EntryKind::SpecialCategoryItemAdded, earlier, compact(payload), id, Oracle::Fits::Perhaps);
        }
        break;
    case 4:
        if (isReached(desk))
            desk.opens(one);
        break;
    default:
        if (isReached(desk) && !m_items.empty())
            desk.looksAt(domain::RestrictedItemId(m_items[draw() % m_items.size()]));
        break;
    }
}

} // namespace reeve::test
