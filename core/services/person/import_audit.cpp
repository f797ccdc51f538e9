// SPDX-License-Identifier: MIT
#include "core/services/person/import_audit.h"

#include "core/services/session/audit.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

QJsonObject fileOf(const domain::ImportRun &run)
{
    return {{u"file"_s, QString::fromLatin1(run.digest.toHex())}};
}

} // namespace

Result<> noteImportStarted(const Job &job, const domain::ImportRun &run)
{
    return writeAudit(job, {.action = u"import_started"_s, .objectType = u"person"_s, .details = fileOf(run)});
}

Result<> noteImportEnded(const Job &job, const domain::ImportRun &run, Instant startedAt)
{
    QJsonObject details = fileOf(run);
    details.insert(u"started_at"_s, toRfc3339(startedAt));
    details.insert(u"rows"_s, run.rows);
    details.insert(u"imported"_s, run.imported);
    details.insert(u"updated"_s, run.updated);
    details.insert(u"unchanged"_s, run.unchanged);
    details.insert(u"rejected"_s, run.rejected);
    details.insert(u"duplicates"_s, run.duplicates);
    return writeAudit(job, {.action = u"people_imported"_s, .objectType = u"person"_s, .details = details});
}

} // namespace reeve::services
