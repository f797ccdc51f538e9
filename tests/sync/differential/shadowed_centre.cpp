// SPDX-License-Identifier: MIT
#include "tests/sync/differential/shadowed_centre.h"

namespace reeve::test {

using namespace Qt::Literals::StringLiterals;
using store::EntryState;

namespace {

QString plain(QUuid id)
{
    return id.toString(QUuid::WithoutBraces);
}

QString quoted(const QJsonObject &object)
{
    QString json = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return u'\'' + json.replace(u'\'', u"''"_s) + u'\'';
}

} // namespace

ShadowedCentre::ShadowedCentre() : m_gateway(central::makeGateway(m_real.server().uri(m_real.database(), u"nobody"_s)))
{
    execute(u"INSERT INTO reeve.epoch (server, reason) VALUES (reeve.server_identity(), 'first')"_s);
    m_ids[state().epoch] = QUuid::fromString(value(u"SELECT epoch::text FROM reeve.epoch"_s));
    // As here: nobody reads before a new epoch is confirmed.
    execute(u"UPDATE reeve.setting SET value = 'on' WHERE name = 'hold_after_restore'"_s);
}

ShadowedCentre::~ShadowedCentre()
{
    for (const auto &[number, picture] : m_pictures)
        (void)m_real.server().sql(u"postgres"_s, u"DROP DATABASE %1"_s.arg(picture));
}

central::Connection &ShadowedCentre::administrator()
{
    if (m_administrator)
        return *m_administrator;
    const auto target = central::Target::parse(m_real.uri());
    REQUIRE(target);
    std::size_t host = 0;
    auto opened = central::Connection::open(*target, {"postgres", crypto::Secret()}, m_interrupt, host);
    REQUIRE(opened);
    m_administrator = std::move(*opened);
    return *m_administrator;
}

void ShadowedCentre::execute(const QString &statements)
{
    REQUIRE(administrator().execute(statements.toUtf8()));
}

QString ShadowedCentre::value(const QString &query)
{
    const auto rows = administrator().call(query.toUtf8().constData(), {});
    REQUIRE(rows);
    return rows->count() == 0 ? QString() : QString::fromUtf8(rows->bytes(0, 0));
}

void ShadowedCentre::differs(const QString &what)
{
    if (m_differences.size() < 20)
        m_differences.append(what);
}

QString ShadowedCentre::givenSession(const QString &agent, domain::DeviceId device)
{
    const QString token = ReferenceCentre::givenSession(agent, device);
    m_tokens[token] = QString(); // opened when it is known for which desk
    return token;
}

std::pair<domain::DeviceId, QUuid> ShadowedCentre::givenDevice()
{
    const auto made = ReferenceCentre::givenDevice();
    const auto enrolled = m_gateway->enrol({u"asha"_s, Centre::passwordOf(u"asha"_s), u"Desk"_s});
    REQUIRE(enrolled);
    m_gateway->usePool(enrolled->poolUser, enrolled->poolPassword);
    m_ids[made.first.uuid()] = enrolled->device.uuid();
    m_ids[made.second] = enrolled->incarnation;
    return made;
}

domain::PersonId ShadowedCentre::givenPerson(const QJsonObject &fields)
{
    const domain::PersonId id = ReferenceCentre::givenPerson(fields);
    execute(u"WITH added AS (INSERT INTO reeve.person (id, fields) VALUES ('%1', %2) RETURNING id) "
            "INSERT INTO reeve.change_log (kind, pk, person) SELECT 1, id, id FROM added"_s.arg(plain(id.uuid()),
                                                                                                quoted(fields)));
    noteTransaction();
    return id;
}

void ShadowedCentre::editPerson(domain::PersonId id, const QJsonObject &set)
{
    ReferenceCentre::editPerson(id, set);
    execute(u"WITH changed AS (UPDATE reeve.person SET revision = revision + 1, fields = fields || %2::jsonb, "
            "field_revision = field_revision || (SELECT jsonb_object_agg(k, revision + 1) FROM "
            "jsonb_object_keys(%2::jsonb) k) "
            "WHERE id = '%1' AND NOT removed RETURNING id) "
            "INSERT INTO reeve.change_log (kind, pk, person) SELECT 1, id, id FROM changed"_s.arg(plain(id.uuid()),
                                                                                                  quoted(set)));
    noteTransaction();
}

void ShadowedCentre::removePerson(domain::PersonId id)
{
    ReferenceCentre::removePerson(id);
    execute(u"WITH changed AS (UPDATE reeve.person SET revision = revision + 1, fields = '{}', removed = true "
            "WHERE id = '%1' RETURNING id) "
            "INSERT INTO reeve.change_log (kind, pk, person) SELECT 1, id, id FROM changed"_s.arg(plain(id.uuid())));
    noteTransaction();
}

void ShadowedCentre::decideConflicts(Instant raisedBefore)
{
    for (const OpenConflict &open : state().conflicts) {
        if (open.conflict.decidedAt || open.conflict.raisedAt >= raisedBefore)
            continue;
        execute(
            u"WITH decided AS (UPDATE reeve.conflict SET decided_at = now(), decided_by = 'test' WHERE person = '%1' "
            "AND field = '%2' AND device = '%3' AND decided_at IS NULL RETURNING id, person) "
            "INSERT INTO reeve.change_log (kind, pk, person) SELECT 3, id, person FROM decided"_s.arg(
                plain(open.conflict.person.uuid()), open.conflict.field,
                plain(real(domain::DeviceId(open.device)).uuid())));
    }
    ReferenceCentre::decideConflicts(raisedBefore);
    noteTransaction();
}

void ShadowedCentre::setDeviceStatus(domain::DeviceId device, const QString &status)
{
    ReferenceCentre::setDeviceStatus(device, status);
    execute(u"UPDATE reeve.device SET status = '%2' WHERE id = '%1'"_s.arg(plain(real(device).uuid()), status));
}

void ShadowedCentre::endSession(const QString &token)
{
    ReferenceCentre::endSession(token);
    m_tokens[token] = u"ended"_s;
}

void ShadowedCentre::openEpoch()
{
    ReferenceCentre::openEpoch();
    execute(u"INSERT INTO reeve.epoch (server, reason) VALUES (reeve.server_identity(), 'test');"
            "DELETE FROM reeve.setting WHERE name = 'unconfirmed_epoch'"_s);
}

void ShadowedCentre::confirm()
{
    ReferenceCentre::confirm();
    execute(u"DELETE FROM reeve.setting WHERE name = 'unconfirmed_epoch'"_s);
}

ReferenceCentre::State ShadowedCentre::backup()
{
    State taken = ReferenceCentre::backup();
    m_gateway->disconnect();
    m_administrator.reset();
    taken.picture = m_pictures.size() + 1;
    m_pictures[taken.picture] = m_real.takePicture();
    return taken;
}

void ShadowedCentre::restore(const State &backup, bool announce)
{
    ReferenceCentre::restore(backup, announce);
    m_gateway->disconnect();
    m_administrator.reset();
    m_real.putBack(m_pictures.at(backup.picture));
    m_transactions.erase(m_transactions.upper_bound(backup.transaction), m_transactions.end());
    m_isToldTooNew.reset();
    for (auto &[token, there] : m_tokens)
        there.clear(); // perhaps it was opened there after the picture was taken
    if (announce) {
        execute(u"WITH made AS (INSERT INTO reeve.epoch (server, reason) VALUES (reeve.server_identity(), 'test')"
                " RETURNING epoch) INSERT INTO reeve.setting SELECT 'unconfirmed_epoch', epoch FROM made"
                " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s);
    } else if (m_ids.contains(backup.epoch)) { // which may be named by hand
        execute(u"INSERT INTO reeve.epoch (epoch, server, reason) VALUES ('%1', reeve.server_identity(), 'test')"
                " ON CONFLICT (epoch) DO NOTHING"_s.arg(plain(m_ids.at(backup.epoch))));
    }
}

void ShadowedCentre::noteTransaction()
{
    const QString last = value(u"SELECT max(xid::text::bigint)::text FROM reeve.change_log"_s);
    m_transactions[state().transaction] = last.toULongLong();
}

// A line here is one of the real log as well, which has others besides: of interactions.
sync::Cursor ShadowedCentre::realPosition(sync::Cursor here)
{
    const auto known = m_transactions.upper_bound(here.transaction);
    if (known == m_transactions.begin())
        return {};
    const QString found = value(u"SELECT xid || ' ' || n FROM reeve.change_log WHERE xid <= '%1' ORDER BY xid DESC,"
                                " n DESC LIMIT 1"_s.arg(std::prev(known)->second));
    return {found.section(u' ', 0, 0).toULongLong(), found.section(u' ', 1).toLongLong()};
}

void ShadowedCentre::tellWhetherTooNew()
{
    if (m_isToldTooNew == isTooNewToRead)
        return;
    m_isToldTooNew = isTooNewToRead;
    execute(
        u"UPDATE reeve.setting SET value = '%1' WHERE name = 'least_reading_protocol'"_s.arg(isTooNewToRead ? 99 : 2));
}

domain::DeviceId ShadowedCentre::real(domain::DeviceId device) const
{
    const auto found = m_ids.find(device.uuid());
    return found == m_ids.end() ? device : domain::DeviceId(found->second);
}

QString ShadowedCentre::realToken(const QString &token, domain::DeviceId device)
{
    if (!state().sessions.contains(token) || !state().devices.contains(device.uuid()))
        return u"unknown"_s;
    QString &there = m_tokens[token];
    if (!there.isEmpty())
        return there;
    // Sessions here are from before whatever has befallen the desk since.
    const QString id = plain(real(device).uuid());
    const QString status = value(u"SELECT status FROM reeve.device WHERE id = '%1'"_s.arg(id));
    execute(u"UPDATE reeve.device SET status = 'active' WHERE id = '%1'"_s.arg(id));
    const QString agent = state().sessions.at(token);
    const auto opened = m_gateway->signIn(agent, Centre::passwordOf(agent), real(device));
    if (!status.isEmpty())
        execute(u"UPDATE reeve.device SET status = '%2' WHERE id = '%1'"_s.arg(id, status));
    there = opened ? opened->token : u"not opened"_s;
    return there;
}

template <typename T>
bool ShadowedCentre::sameEnd(const char *call, const Result<T> &here, const Result<T> &there)
{
    ++m_calls;
    const auto name = [](const Result<T> &result) { return result ? u"a value"_s : errorName(result.error().code); };
    if (name(here) != name(there))
        differs(QLatin1String(call) + u": "_s + name(here) + u" here, "_s + name(there) + u" at the real centre"_s);
    return here && there;
}

Result<sync::HelloReply> ShadowedCentre::hello(const sync::HelloRequest &request)
{
    const QString token = realToken(request.token, request.device);
    const auto here = ReferenceCentre::hello(request);
    sync::HelloRequest asked = request;
    asked.token = token;
    asked.device = real(request.device);
    asked.incarnation = m_ids.contains(request.incarnation) ? m_ids.at(request.incarnation) : request.incarnation;
    asked.epoch = m_ids.contains(request.epoch) ? m_ids.at(request.epoch) : QUuid();
    const auto seen = m_transactions.upper_bound(request.highestTransaction);
    asked.highestTransaction = seen == m_transactions.begin() ? 0 : std::prev(seen)->second;
    asked.newsSeen = 0; // numbers are each centre's own: all of it is compared
    const bool isToldFromLater = !state().sessions.contains(request.token);
    const auto there = m_gateway->hello(asked);
    if (isToldFromLater && !there && !here)
        return here;
    if (!sameEnd("hello", here, there))
        return here;
    if (here->deviceStatus != there->deviceStatus)
        differs(u"hello: status "_s + here->deviceStatus + u" here, "_s + there->deviceStatus);
    if ((here->device == request.device) != (there->device == asked.device))
        differs(u"hello: one of the centres finds a copy"_s);
    if (!asked.epoch.isNull() && (here->epoch == request.epoch) != (there->epoch == asked.epoch))
        differs(u"hello: one of the centres is in a new epoch"_s);
    if (here->hasEntriesTo != there->hasEntriesTo || here->deliveries != there->deliveries)
        differs(u"hello: %1 deliveries here, %2 at the real centre"_s.arg(here->deliveries).arg(there->deliveries));
    if (here->deviceStatus == u"active"_s || here->deviceStatus == u"push_only"_s)
        compareNews(newsFor(here->device.uuid(), 0), there->news);
    m_ids[here->device.uuid()] = there->device.uuid();
    m_ids[here->incarnation] = there->incarnation;
    m_ids[here->epoch] = there->epoch;
    m_transactions[here->highestTransaction] = there->highestTransaction;
    return here;
}

Result<sync::PushReply> ShadowedCentre::push(const sync::PushBatch &batch)
{
    sync::PushBatch sent = batch;
    sent.token = realToken(batch.token, batch.device);
    sent.device = real(batch.device);
    sent.incarnation = m_ids.contains(batch.incarnation) ? m_ids.at(batch.incarnation) : batch.incarnation;
    const auto here = ReferenceCentre::push(batch);
    Result<sync::PushReply> there = fail(ErrorCode::Internal);
    if (const auto gone = m_gateway->sendPush(sent); gone)
        there = m_gateway->receivePush();
    else
        there = fail(gone);
    if (!sameEnd("push", here, there))
        return here;
    m_transactions[here->transaction] = there->transaction;
    if (here->deliveries != there->deliveries)
        differs(u"push: %1 deliveries here, %2 at the real centre"_s.arg(here->deliveries).arg(there->deliveries));
    if (here->outcomes.size() != there->outcomes.size()) {
        differs(u"push: another number of answers"_s);
        return here;
    }
    for (std::size_t n = 0; n < here->outcomes.size(); ++n) {
        const store::EntryOutcome &left = here->outcomes[n];
        const store::EntryOutcome &right = there->outcomes[n];
        const bool isPoisoned = batch.entries[n].payload.contains(poison); // its reason is the rule it breaks
        if (left.state == right.state && (isPoisoned || left.code == right.code) &&
            (isPoisoned || left.revision == right.revision))
            continue;
        // PostgreSQL takes the interactions of a batch before what is about them; in memory a note that stands before
        // its interaction is parked, and let go at the end of the batch. It comes to the same.
        if (left.state == EntryState::Parked && right.state == EntryState::Sent &&
            timesApplied(batch.entries[n].id) == 1) {
            m_appliedAtOnce.insert(batch.entries[n].id.uuid());
            continue;
        }
        differs(u"push: %1 %2 revision %3 here, %4 %5 revision %6 at the real centre; entry of kind %7"_s
                    .arg(int(left.state))
                    .arg(left.code)
                    .arg(left.revision)
                    .arg(int(right.state))
                    .arg(right.code)
                    .arg(right.revision)
                    .arg(int(batch.entries[n].kind)));
    }
    return here;
}

Result<sync::Cursor> ShadowedCentre::changeLogStart(const QString &token, domain::DeviceId device)
{
    tellWhetherTooNew();
    const auto here = ReferenceCentre::changeLogStart(token, device);
    const auto there = m_gateway->changeLogStart(realToken(token, device), real(device));
    if (sameEnd("change log start", here, there))
        m_positions[*here] = realPosition(*here);
    return here;
}

Result<sync::FirstLoadPage> ShadowedCentre::firstLoad(const QString &token, domain::DeviceId device, QUuid after,
                                                      int limit)
{
    tellWhetherTooNew();
    const auto here = ReferenceCentre::firstLoad(token, device, after, limit);
    const auto there = m_gateway->firstLoad(realToken(token, device), real(device), after, limit);
    if (!sameEnd("first load", here, there))
        return here;
    if (here->people.size() != there->people.size())
        differs(
            u"first load: %1 people here, %2 at the real centre"_s.arg(here->people.size()).arg(there->people.size()));
    comparePeople(there->people);
    compareMerges(there->mergeEvents);
    if (here->mergeEvents.size() != there->mergeEvents.size())
        differs(u"first load: %1 merge events here, %2 at the real centre"_s.arg(here->mergeEvents.size())
                    .arg(there->mergeEvents.size()));
    const auto inWords = [](const std::vector<store::FieldConflict> &conflicts) {
        QStringList told; // ids are each centre's own
        for (const store::FieldConflict &one : conflicts) {
            const QJsonObject values{{u"ours"_s, one.ours}, {u"theirs"_s, one.theirs}};
            told.append(plain(one.person.uuid()) + u' ' + one.field + u' ' + quoted(values));
        }
        told.sort();
        return told;
    };
    if (inWords(here->conflicts) != inWords(there->conflicts))
        differs(u"first load: %1 open conflicts here, %2 at the real centre, or others"_s.arg(here->conflicts.size())
                    .arg(there->conflicts.size()));
    return here;
}

// Pages end elsewhere in the real log, which has lines for interactions too: it is read to its end.
Result<sync::PullPage> ShadowedCentre::pull(const QString &token, domain::DeviceId device, sync::Cursor after,
                                            int limit)
{
    tellWhetherTooNew();
    const auto here = ReferenceCentre::pull(token, device, after, limit);
    sync::Cursor from = m_positions[after];
    for (bool isLast = false; !isLast;) {
        const auto there = m_gateway->pull(realToken(token, device), real(device), from, 1000);
        if (!there || !here) {
            const Result<> left = here ? Result<>() : fail(here);
            const Result<> right = there ? Result<>() : fail(there);
            static_cast<void>(sameEnd("pull", left, right));
            return here;
        }
        ++m_calls;
        comparePeople(there->people);
        compareMerges(there->mergeEvents);
        compareTalks("pull", token, there->interactions);
        from = there->next;
        isLast = there->isLast;
    }
    if (!m_positions.contains(here->next))
        m_positions[here->next] = realPosition(here->next);
    return here;
}

Result<std::vector<sync::PulledInteraction>> ShadowedCentre::openPerson(const QString &token, domain::DeviceId device,
                                                                        domain::PersonId person)
{
    tellWhetherTooNew();
    const auto here = ReferenceCentre::openPerson(token, device, person);
    const auto there = m_gateway->openPerson(realToken(token, device), real(device), person);
    if (!sameEnd("open person", here, there))
        return here;
    if (here->size() != there->size())
        differs(u"open person: %1 talks here, %2 at the real centre"_s.arg(here->size()).arg(there->size()));
    compareTalks("open person", token, *there);
    return here;
}

Result<sync::RestrictedContent> ShadowedCentre::reveal(const QString &token, domain::DeviceId device,
                                                       domain::RestrictedItemId item, const QString &reason)
{
    tellWhetherTooNew();
    const auto here = ReferenceCentre::reveal(token, device, item, reason);
    const auto there = m_gateway->reveal(realToken(token, device), real(device), item, reason);
    if (sameEnd("reveal", here, there) &&
        (!there->specialCategory || there->specialCategory->detail != here->specialCategory->detail))
        differs(u"reveal: another content"_s);
    return here;
}

} // namespace reeve::test
