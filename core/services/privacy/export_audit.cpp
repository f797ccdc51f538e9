// SPDX-License-Identifier: MIT
#include "core/services/privacy/export_audit.h"

#include "core/services/session/audit.h"
#include "core/store/store.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

QFuture<Result<>> noteRecordsOut(Desk &desk, const RecordsOut &out)
{
    return desk.store().writeFromReserve([&desk, out](store::Connection &connection) {
        AuditNote note;
        note.action = out.action;
        note.objectType = out.interaction ? u"interaction"_s : u"person"_s;
        note.object = out.interaction.value_or(out.person.value_or(QUuid()));
        note.person = out.person;
        note.interaction = out.interaction;
        note.reason = out.reason;
        note.outcome = out.outcome;
        if (!out.question.isEmpty()) {
            const QByteArray hash = QCryptographicHash::hash(out.question.toUtf8(), QCryptographicHash::Sha256);
            note.details.insert(u"question"_s, QString::fromLatin1(hash.toHex()));
        }
        if (out.questions)
            note.details.insert(u"questions"_s, *out.questions);
        if (out.records)
            note.details.insert(u"records"_s, *out.records);
        return writeAudit(Job(desk, connection), note);
    });
}

} // namespace reeve::services
