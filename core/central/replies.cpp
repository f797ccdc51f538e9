// SPDX-License-Identifier: MIT
#include "core/central/replies.h"

#include "core/central/json_records.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

// The first answers are JSON, which may have names that this desk does not know yet.
Result<QJsonObject> firstAnswer(const Rows &rows)
{
    if (rows.count() != 1)
        return fail(ErrorCode::Internal, u"an answer without a row"_s);
    QJsonObject json = QJsonDocument::fromJson(rows.bytes(0, 0)).object();
    const int protocol = json.value(u"protocol"_s).toInt();
    if (protocol != sync::protocolVersion) {
        return fail(protocol > sync::protocolVersion ? ErrorCode::CentralTooNew : ErrorCode::CentralTooOld,
                    u"the centre speaks protocol %1, this program %2"_s.arg(protocol).arg(sync::protocolVersion));
    }
    return json;
}

QUuid uuidOf(const QJsonObject &json, const QString &name)
{
    return QUuid::fromString(json.value(name).toString());
}

QByteArray hexOf(const QJsonObject &json, const QString &name)
{
    return QByteArray::fromHex(json.value(name).toString().toLatin1());
}

// Transaction numbers and milliseconds: the first as text, since JSON's numbers end at 2^53.
quint64 xidOf(const QJsonObject &json, const QString &name)
{
    return json.value(name).toString().toULongLong();
}

Instant instantOf(const QJsonObject &json, const QString &name)
{
    return fromMilliseconds(json.value(name).toInteger());
}

sync::SignInReply sessionOf(const QJsonObject &json)
{
    return {json.value(u"token"_s).toString(), instantOf(json, u"expires_at_ms"_s),
            rolesFrom(json.value(u"roles"_s).toString()), json.value(u"display_name"_s).toString()};
}

// A number that this version does not know is somebody's to look at.
store::EntryState stateOf(int status)
{
    for (const auto state : {store::EntryState::Sent, store::EntryState::Conflict, store::EntryState::Parked}) {
        if (status == static_cast<int>(state))
            return state;
    }
    return store::EntryState::Quarantined;
}

store::EntryNews newsOf(const QJsonObject &json)
{
    store::EntryNews news;
    news.number = json.value(u"n"_s).toInteger();
    news.entry = domain::EntryId(uuidOf(json, u"entry"_s));
    news.state = stateOf(json.value(u"status"_s).toInt());
    news.code = json.value(u"code"_s).toString();
    news.words = json.value(u"words"_s).toString();
    news.revision = json.value(u"revision"_s).toInteger();
    news.transaction = xidOf(json, u"transaction"_s);
    news.decidedBy = json.value(u"by"_s).toString();
    news.decidedAt = instantOf(json, u"at_ms"_s);
    return news;
}

} // namespace

Result<sync::SignInReply> signInReply(const Rows &rows)
{
    const auto json = firstAnswer(rows);
    if (!json)
        return fail(json);
    return sessionOf(*json);
}

Result<sync::EnrolReply> enrolReply(const Rows &rows)
{
    const auto json = firstAnswer(rows);
    if (!json)
        return fail(json);
    sync::EnrolReply reply;
    reply.session = sessionOf(*json);
    reply.device = domain::DeviceId(uuidOf(*json, u"device"_s));
    reply.incarnation = uuidOf(*json, u"incarnation"_s);
    reply.poolUser = json->value(u"pool_user"_s).toString();
    reply.poolPassword = json->value(u"pool_password"_s).toString();
    reply.councilPublicKey = hexOf(*json, u"council_public_key"_s);
    reply.councilSigningKey = hexOf(*json, u"council_signing_key"_s);
    return reply;
}

std::optional<crypto::SignedOrder> signedOrder(const QJsonObject &json)
{
    if (json.isEmpty())
        return std::nullopt;
    return crypto::SignedOrder{hexOf(json, u"statement"_s), hexOf(json, u"signature"_s)};
}

Result<sync::HelloReply> helloReply(const Rows &rows)
{
    const auto json = firstAnswer(rows);
    if (!json)
        return fail(json);
    sync::HelloReply reply;
    reply.deviceStatus = json->value(u"device_status"_s).toString();
    reply.device = domain::DeviceId(uuidOf(*json, u"device"_s));
    reply.incarnation = uuidOf(*json, u"incarnation"_s);
    reply.epoch = uuidOf(*json, u"epoch"_s);
    reply.highestTransaction = xidOf(*json, u"highest"_s);
    reply.settledHorizon = xidOf(*json, u"settled"_s);
    reply.centralTime = instantOf(*json, u"central_time_ms"_s);
    reply.herdSpreadMs = json->value(u"herd_spread_ms"_s).toInteger();
    reply.retryAfterMs = json->value(u"retry_after_ms"_s).toInteger();
    reply.pollMs = json->value(u"poll_ms"_s).toInteger();
    reply.sessionExpiresAt = instantOf(*json, u"expires_at_ms"_s);
    reply.roles = rolesFrom(json->value(u"roles"_s).toString());
    if (const QJsonValue to = json->value(u"has_entries_to"_s); to.isDouble())
        reply.hasEntriesTo = to.toInteger();
    reply.deliveries = json->value(u"deliveries"_s).toInteger();
    reply.councilSigningKey = hexOf(*json, u"council_signing_key"_s);
    reply.orderFloor = json->value(u"order_floor"_s).toInteger();
    reply.wipeOrder = signedOrder(json->value(u"wipe_order"_s).toObject());
    for (const QJsonValue &name : json->value(u"inactive_agents"_s).toArray())
        reply.inactiveAgents << name.toString();
    for (const QJsonValue &news : json->value(u"news"_s).toArray())
        reply.news.push_back(newsOf(news.toObject()));
    return reply;
}

sync::FirstLoadPage firstLoadPage(const Rows &rows, QUuid after, int limit)
{
    sync::FirstLoadPage page;
    const int count = rows.count();
    page.people.reserve(static_cast<std::size_t>(count));
    for (int row = 0; row < count; ++row)
        page.people.push_back({domain::PersonId(rows.uuid(row, 0)), rows.integer(row, 1), rows.bytes(row, 2), false});
    page.lastId = count > 0 ? page.people.back().id.uuid() : after;
    page.isLast = count < limit;
    return page;
}

Result<sync::PullPage> pullPage(const Rows &rows, sync::Cursor after)
{
    sync::PullPage page;
    const int count = rows.count();
    if (count == 0 || rows.integer(0, 0) != 0)
        return fail(ErrorCode::Internal, u"a page of changes without its head"_s);
    page.next = {rows.bytes(0, 3).toULongLong(), rows.integer(0, 2)};
    page.isLast = rows.view(0, 4) == QByteArrayView("last");
    if (page.next < after)
        return fail(ErrorCode::Internal, u"the change log went backwards"_s);
    for (int row = 1; row < count; ++row) {
        switch (rows.integer(row, 0)) {
        case 1:
            page.people.push_back(
                {domain::PersonId(rows.uuid(row, 1)), rows.integer(row, 2), rows.bytes(row, 3), rows.isNull(row, 3)});
            break;
        case 2:
            if (auto interaction = interactionFrom(rows.bytes(row, 3), rows.text(row, 4)))
                page.interactions.push_back(std::move(*interaction));
            break;
        case 3:
            if (auto conflict = conflictFrom(QJsonDocument::fromJson(rows.bytes(row, 3)).object()))
                page.conflicts.push_back(std::move(*conflict));
            break;
        case 4:
            if (auto event = mergeEventFrom(rows.bytes(row, 3)))
                page.mergeEvents.push_back(std::move(*event));
            break;
        default:
            break; // of a newer centre
        }
    }
    return page;
}

std::vector<sync::PulledInteraction> pulledInteractions(const Rows &rows)
{
    std::vector<sync::PulledInteraction> interactions;
    for (int row = 0; row < rows.count(); ++row) {
        if (auto interaction = interactionFrom(rows.bytes(row, 1), rows.text(row, 2)))
            interactions.push_back(std::move(*interaction));
    }
    return interactions;
}

Result<sync::RestrictedContent> restrictedContent(const Rows &rows)
{
    const QString outcome = rows.count() > 0 ? rows.text(0, 0) : u"not_found"_s;
    if (outcome == u"denied"_s)
        return fail(ErrorCode::Denied, u"not with these roles"_s);
    if (outcome == u"not_found"_s)
        return fail(ErrorCode::NotFound, u"restricted item"_s);
    const bool isSpecial = outcome == u"special_category"_s;
    auto holder = withOneItem(domain::InteractionId(rows.uuid(0, 1)),
                              isSpecial ? "special_category"_L1 : "criminal_offence"_L1, rows.bytes(0, 2));
    if (!holder)
        return fail(holder);
    sync::RestrictedContent content;
    if (isSpecial && !holder->specialCategory.empty())
        content.specialCategory = holder->specialCategory.front();
    else if (!holder->criminalOffence.empty())
        content.criminalOffence = holder->criminalOffence.front();
    else
        return fail(ErrorCode::Internal, u"a restricted item that cannot be read"_s);
    return content;
}

} // namespace reeve::central
