// SPDX-License-Identifier: MIT
#include "core/central/replies.h"

#include "core/central/json_records.h"
#include "core/central/schema.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

// Every first answer begins with the centre's schema version.
Result<> checkFirstRow(const Rows &rows)
{
    if (rows.count() != 1)
        return fail(ErrorCode::Internal, u"an answer without a row"_s);
    return checkSchemaVersion(rows.integer(0, 0));
}

sync::SignInReply sessionOf(const Rows &rows)
{
    return {rows.text(0, 1), fromMilliseconds(rows.integer(0, 2)), rolesFrom(rows.text(0, 3)), rows.text(0, 4)};
}

} // namespace

Result<sync::SignInReply> signInReply(const Rows &rows)
{
    if (const auto fits = checkFirstRow(rows); !fits)
        return fail(fits);
    return sessionOf(rows);
}

Result<sync::EnrolReply> enrolReply(const Rows &rows)
{
    if (const auto fits = checkFirstRow(rows); !fits)
        return fail(fits);
    sync::EnrolReply reply;
    reply.session = sessionOf(rows);
    reply.device = domain::DeviceId(rows.uuid(0, 5));
    reply.incarnation = rows.uuid(0, 6);
    reply.poolUser = rows.text(0, 7);
    reply.poolPassword = rows.text(0, 8);
    reply.councilPublicKey = rows.bytes(0, 9);
    return reply;
}

Result<sync::HelloReply> helloReply(const Rows &rows)
{
    if (const auto fits = checkFirstRow(rows); !fits)
        return fail(fits);
    sync::HelloReply reply;
    reply.deviceStatus = rows.text(0, 1);
    reply.device = domain::DeviceId(rows.uuid(0, 2));
    reply.incarnation = rows.uuid(0, 3);
    reply.epoch = rows.uuid(0, 4);
    reply.highestTransaction = rows.xid(0, 5);
    reply.settledHorizon = rows.xid(0, 6);
    reply.centralTime = fromMilliseconds(rows.integer(0, 7));
    reply.herdSpreadMs = rows.integer(0, 8);
    reply.retryAfterMs = rows.integer(0, 9);
    reply.pollMs = rows.integer(0, 10);
    reply.sessionExpiresAt = fromMilliseconds(rows.integer(0, 11));
    reply.roles = rolesFrom(rows.text(0, 12));
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
