// SPDX-License-Identifier: MIT
#include "core/services/privacy/restricted_audit.h"

#include "core/domain/lawful_basis.h"
#include "core/services/session/audit.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

QString sensitivityOf(bool isCriminalOffence)
{
    return isCriminalOffence ? u"criminal_offence"_s : u"special_category"_s;
}

Result<> auditWriting(const Job &job, const store::RestrictedMark &mark, const QString &basis,
                      const QByteArray &content)
{
    AuditNote note;
    note.action = u"restricted_item_written"_s;
    note.objectType = u"restricted_item"_s;
    note.object = mark.id.uuid();
    if (mark.person)
        note.person = mark.person->uuid();
    note.interaction = mark.interaction.uuid();
    note.sensitivity = sensitivityOf(mark.isCriminalOffence);
    note.lawfulBasis = basis;
    note.after = content;
    return writeAudit(job, note);
}

Result<> auditWriting(const Job &job, const domain::Interaction &interaction)
{
    if (interaction.specialCategory.empty() && interaction.criminalOffence.empty())
        return {};
    const QJsonObject json = domain::toJson(interaction);
    const auto write = [&](const auto &items, bool isCriminalOffence) -> Result<> {
        const QJsonArray contents =
            json.value(isCriminalOffence ? u"criminal_offence"_s : u"special_category"_s).toArray();
        qsizetype n = 0;
        for (const auto &item : items) {
            const store::RestrictedMark mark{item.id, interaction.id, item.person ? item.person : interaction.person,
                                             isCriminalOffence, item.notedAt};
            const QByteArray content = QJsonDocument(contents.at(n++).toObject()).toJson(QJsonDocument::Compact);
            if (const auto written = auditWriting(job, mark, domain::basisCode(item), content); !written)
                return written;
        }
        return {};
    };
    if (const auto written = write(interaction.specialCategory, false); !written)
        return written;
    return write(interaction.criminalOffence, true);
}

} // namespace reeve::services
