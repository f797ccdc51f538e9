// SPDX-License-Identifier: MIT
#include "tests/screenshots/sample_centre.h"

#include "core/domain/person_fields.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace reeve::test {

namespace {

// Ids that are the same in every run: pictures are compared.
QUuid fixedId(quint32 number)
{
    return QUuid(0x01936d20, 0x4a00, 0x7000, 0x80, 0, 0, 0, static_cast<uchar>(number >> 16),
                 static_cast<uchar>(number >> 8), static_cast<uchar>(number), 1);
}

constexpr quint64 everythingIsSettled = 1'000'000;

} // namespace

SampleCentre::SampleCentre(std::shared_ptr<Mood> mood, const services::SampleSize &size, Instant today)
    : m_mood(std::move(mood)),
      m_council(size, today),
      m_today(today),
      m_epoch(fixedId(1))
{}

sync::SignInReply SampleCentre::session() const
{
    return {u"sample"_s, m_today + 12h, {domain::Role::Handler, domain::Role::Safeguarding}, u"Asha Patel"_s};
}

Result<sync::EnrolReply> SampleCentre::enrol(const sync::EnrolRequest &)
{
    return sync::EnrolReply{domain::DeviceId(fixedId(2)), fixedId(3), u"pool"_s, u"pool"_s, {}, session()};
}

Result<sync::SignInReply> SampleCentre::signIn(const QString &, const crypto::Secret &, domain::DeviceId)
{
    return session();
}

void SampleCentre::usePool(const QString &, const QString &) {}

Result<sync::HelloReply> SampleCentre::hello(const sync::HelloRequest &request)
{
    if (!m_mood->isReachable)
        return fail(ErrorCode::Offline);
    sync::HelloReply reply;
    reply.deviceStatus = u"active"_s;
    reply.device = request.device;
    reply.incarnation = request.incarnation;
    reply.epoch = m_epoch;
    reply.highestTransaction = m_transaction;
    reply.settledHorizon = everythingIsSettled;
    reply.centralTime = m_today;
    reply.herdSpreadMs = 0;
    reply.pollMs = 200;
    reply.sessionExpiresAt = m_today + 12h;
    reply.roles = session().roles;
    return reply;
}

Result<> SampleCentre::sendPush(const sync::PushBatch &batch)
{
    if (!m_mood->isReachable)
        return fail(ErrorCode::Offline);
    m_inFlight.push_back(batch);
    return {};
}

std::vector<store::FieldConflict> SampleCentre::conflicts(const sync::PushBatch &batch) const
{
    std::vector<store::FieldConflict> raised;
    for (const store::OutboxEntry &entry : batch.entries) {
        if (entry.kind != store::EntryKind::PersonEdited)
            continue;
        const QJsonObject set = QJsonDocument::fromJson(entry.payload).object().value(u"set"_s).toObject();
        for (auto field = set.constBegin(); field != set.constEnd(); ++field) {
            store::FieldConflict conflict;
            conflict.id = domain::ConflictId(fixedId(static_cast<quint32>(100 + raised.size())));
            conflict.person = domain::PersonId(entry.aggregate);
            conflict.field = field.key();
            conflict.ours = field.value();
            conflict.theirs = field.key() == u"known_as"_s ? u"Nan"_s : u"post, afternoons"_s;
            conflict.ourAgent = u"Asha Patel"_s;
            conflict.theirAgent = u"Gwen Price"_s;
            conflict.raisedAt = m_today;
            raised.push_back(conflict);
        }
    }
    return raised;
}

Result<sync::PushReply> SampleCentre::receivePush()
{
    if (!m_mood->isReachable || m_inFlight.empty()) {
        m_inFlight.clear();
        return fail(ErrorCode::Offline);
    }
    const sync::PushBatch batch = m_inFlight.front();
    m_inFlight.erase(m_inFlight.begin());

    sync::PushReply reply;
    reply.transaction = ++m_transaction;
    const bool refuses = m_mood->takesNothing;
    if (refuses)
        reply.conflicts = conflicts(batch);
    for (const store::OutboxEntry &entry : batch.entries) {
        const bool isEdit = entry.kind == store::EntryKind::PersonEdited;
        const bool isLogged = entry.kind == store::EntryKind::InteractionLogged;
        store::EntryOutcome outcome{entry.sequence, store::EntryState::Sent, {}, 2};
        if (refuses && isEdit)
            outcome = {entry.sequence, store::EntryState::Conflict, u"field_conflict"_s, 2};
        else if (refuses && isLogged)
            outcome = {entry.sequence, store::EntryState::Quarantined, u"rule"_s, 0};
        reply.outcomes.push_back(outcome);
    }
    return reply;
}

Result<sync::Cursor> SampleCentre::changeLogStart(const QString &, domain::DeviceId)
{
    return sync::Cursor{m_transaction, 0};
}

Result<sync::FirstLoadPage> SampleCentre::firstLoad(const QString &, domain::DeviceId, QUuid after, int)
{
    sync::FirstLoadPage page;
    page.isLast = true;
    if (!after.isNull())
        return page;
    for (qint64 n = 0; n < m_council.size().people; ++n) {
        const domain::Person person = m_council.person(n);
        const QByteArray fields = QJsonDocument(domain::toFields(person)).toJson(QJsonDocument::Compact);
        page.people.push_back({person.id, 1, fields, false});
        page.lastId = std::max(page.lastId, person.id.uuid());
    }
    return page;
}

Result<sync::PullPage> SampleCentre::pull(const QString &, domain::DeviceId, sync::Cursor after, int)
{
    if (!m_mood->isReachable)
        return fail(ErrorCode::Offline);
    sync::PullPage page;
    page.next = after;
    page.isLast = true;
    return page;
}

Result<std::vector<sync::PulledInteraction>> SampleCentre::openPerson(const QString &, domain::DeviceId,
                                                                      domain::PersonId person)
{
    std::vector<sync::PulledInteraction> pulled;
    for (qint64 n = 0; n < m_council.size().people; ++n) {
        if (m_council.person(n).id != person)
            continue;
        for (domain::Interaction interaction : m_council.interactionsOf(n)) {
            for (auto &item : interaction.specialCategory)
                item.detail.clear(); // a mark only, as from the real centre
            for (auto &item : interaction.criminalOffence)
                item.detail.clear();
            pulled.push_back({interaction, u"gwen"_s});
        }
    }
    return pulled;
}

Result<sync::RestrictedContent> SampleCentre::reveal(const QString &, domain::DeviceId, domain::RestrictedItemId,
                                                     const QString &)
{
    return fail(ErrorCode::NotFound);
}

void SampleCentre::disconnect()
{
    m_inFlight.clear();
}

void SampleCentre::cancel() noexcept {}

} // namespace reeve::test
