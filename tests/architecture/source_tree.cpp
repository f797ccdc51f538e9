// SPDX-License-Identifier: MIT
#include "tests/architecture/source_tree.h"
#include "tests/support/source_dir.h"

#include <QDirIterator>
#include <QFile>

#include <algorithm>

namespace reeve::test {

std::vector<SourceFile> sourceFiles(const QStringList &folders, const QStringList &endings)
{
    const QDir root(sourcePath());
    std::vector<SourceFile> files;
    for (const QString &folder : folders) {
        QDirIterator walk(root.filePath(folder), QDir::Files, QDirIterator::Subdirectories);
        while (walk.hasNext()) {
            const QString path = walk.next();
            const bool isWanted = std::any_of(endings.cbegin(), endings.cend(),
                                              [&path](const QString &ending) { return path.endsWith(ending); });
            QFile file(path);
            if (!isWanted || !file.open(QIODevice::ReadOnly))
                continue;
            files.push_back({root.relativeFilePath(path), QString::fromUtf8(file.readAll()).split(QLatin1Char('\n'))});
        }
    }
    std::sort(files.begin(), files.end(), [](const auto &a, const auto &b) { return a.path < b.path; });
    return files;
}

QString roomOf(const QString &path)
{
    const QStringList parts = path.split(QLatin1Char('/'));
    if (parts.value(0) == QLatin1String("core") && parts.size() > 2)
        return parts.value(0) + QLatin1Char('/') + parts.value(1);
    return parts.value(0);
}

} // namespace reeve::test
