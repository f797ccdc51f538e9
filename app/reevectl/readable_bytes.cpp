// SPDX-License-Identifier: MIT
#include "app/reevectl/readable_bytes.h"

#include <QDirIterator>
#include <QFile>
#include <QStringEncoder>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

Result<FolderSearch> searchFolder(const QString &folder, const QStringList &texts)
{
    QList<QByteArray> patterns;
    for (const QString &text : texts) {
        for (const auto encoding : {QStringConverter::Utf8, QStringConverter::Utf16LE, QStringConverter::Utf16BE})
            patterns << QByteArray(QStringEncoder(encoding)(text));
    }

    FolderSearch search;
    QDirIterator files(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (!file.open(QIODevice::ReadOnly))
            return fail(ErrorCode::Io, u"a file of the store cannot be read"_s);
        const QByteArray bytes = file.readAll();
        ++search.files;
        search.bytes += bytes.size();
        for (const QByteArray &pattern : std::as_const(patterns))
            search.found += bytes.count(pattern);
    }
    return search;
}

} // namespace reeve::ctl
