// SPDX-License-Identifier: MIT
#pragma once

#include <QString>
#include <QStringList>

#include <vector>

namespace reeve::test {

// One text file of the repository, and its lines.
struct SourceFile
{
    QString path; // relative to the repository's root, with '/'
    QStringList lines;
};

// Every file under `folders` whose name ends with one of `endings`, sorted by path.
[[nodiscard]] std::vector<SourceFile> sourceFiles(const QStringList &folders, const QStringList &endings);

// The room a file lies in: "core/store" for core/store/store.cpp, "ui" for ui/person/find_box.h.
[[nodiscard]] QString roomOf(const QString &path);

} // namespace reeve::test
