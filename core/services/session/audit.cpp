// SPDX-License-Identifier: MIT
#include "core/services/session/audit.h"

#include "core/store/audit_trail.h"
#include "core/store/desk_repository.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

void insertUuid(QJsonObject &record, const QString &name, const std::optional<QUuid> &uuid)
{
    if (uuid && !uuid->isNull())
        record.insert(name, uuid->toString(QUuid::WithoutBraces));
}

void insertText(QJsonObject &record, const QString &name, const QString &text)
{
    if (!text.isEmpty())
        record.insert(name, text);
}

} // namespace

Result<> writeAudit(const Job &job, const AuditNote &note)
{
    Desk &desk = job.desk();
    const auto state = store::DeskRepository(job.connection()).state();
    if (!state && state.error().code != ErrorCode::NotFound)
        return fail(state);
    const auto roles = job.roles();
    if (!roles)
        return fail(roles);
    QStringList roleCodes;
    for (const domain::Role role : *roles)
        roleCodes << domain::toCode(role);

    QJsonObject record{{u"event"_s, desk.ids().next().toString(QUuid::WithoutBraces)},
                       {u"at"_s, toRfc3339(job.now())},
                       {u"monotonic_ms"_s, qint64{desk.clock().monotonic().count()}},
                       {u"agent"_s, desk.agentName()},
                       {u"roles"_s, roleCodes.join(u' ')},
                       {u"session"_s, desk.sessionId().toString(QUuid::WithoutBraces)},
                       {u"version"_s, QStringLiteral(REEVE_VERSION)},
                       {u"online"_s, desk.isOnline()},
                       {u"action"_s, note.action},
                       {u"outcome"_s, note.outcome}};
    if (state) {
        record.insert(u"skew_ms"_s, state->skew);
        insertUuid(record, u"device"_s, state->device.uuid());
        insertText(record, u"desk"_s, state->deskName);
    }
    insertText(record, u"object_type"_s, note.objectType);
    insertUuid(record, u"object"_s, note.object);
    insertUuid(record, u"person"_s, note.person);
    insertUuid(record, u"interaction"_s, note.interaction);
    insertText(record, u"reason"_s, note.reason);
    insertText(record, u"sensitivity"_s, note.sensitivity);
    insertText(record, u"lawful_basis"_s, note.lawfulBasis);
    if (!note.after.isEmpty())
        record.insert(u"after"_s,
                      QString::fromLatin1(QCryptographicHash::hash(note.after, QCryptographicHash::Sha256).toHex()));
    if (!note.details.isEmpty())
        record.insert(u"details"_s, note.details);
    const auto added = store::AuditTrail(job.connection()).append(record);
    if (!added)
        return fail(added);
    return {};
}

} // namespace reeve::services
