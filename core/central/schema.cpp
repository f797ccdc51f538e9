// SPDX-License-Identifier: MIT
#include "core/central/schema.h"

#include <QDir>
#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace reeve::central {

namespace {

Result<QByteArray> contentOf(const QString &resource)
{
    QFile file(resource);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"not compiled in: "_s + resource);
    return file.readAll();
}

} // namespace

Result<std::vector<Migration>> migrations()
{
    std::vector<Migration> all;
    const QDir folder(u":/reeve/central/migrations"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        auto sql = contentOf(folder.filePath(name));
        if (!sql)
            return fail(sql);
        all.push_back({name.left(4).toInt(), name.chopped(4), std::move(*sql)});
        if (all.back().version != static_cast<int>(all.size()))
            return fail(ErrorCode::Internal, u"migrations are not numbered 1, 2, 3"_s);
    }
    if (static_cast<int>(all.size()) != schemaVersion)
        return fail(ErrorCode::Internal, u"schemaVersion is not the number of migrations"_s);
    return all;
}

Result<QByteArray> apiSql()
{
    QByteArray all;
    const QDir folder(u":/reeve/central/api"_s);
    for (const QString &name : folder.entryList({u"*.sql"_s}, QDir::Files, QDir::Name)) {
        const auto sql = contentOf(folder.filePath(name));
        if (!sql)
            return fail(sql);
        all += *sql + '\n';
    }
    if (all.isEmpty())
        return fail(ErrorCode::Internal, u"no SQL compiled in"_s);
    return all;
}

Result<> checkSchemaVersion(qint64 found)
{
    const QString detail = u"the centre has schema %1, this program knows %2"_s.arg(found).arg(schemaVersion);
    if (found > schemaVersion)
        return fail(ErrorCode::CentralTooNew, detail);
    if (found < schemaVersion)
        return fail(ErrorCode::CentralTooOld, detail);
    return {};
}

} // namespace reeve::central
