// SPDX-License-Identifier: MIT
#include "app/reevectl/output_file.h"

#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

Result<> checkReplaceable(const QString &name)
{
    const QFileInfo there(name);
    if (there.exists() && !there.isFile())
        return fail(ErrorCode::InvalidInput, u"%1 is there and is not an ordinary file"_s.arg(name));
    return {};
}

QString sameFileAmong(const QStringList &inputs, const QString &output)
{
    struct stat there = {};
    if (::stat(QFile::encodeName(output).constData(), &there) != 0)
        return {}; // what is not there yet cannot be read
    for (const QString &input : inputs) {
        struct stat one = {};
        if (::stat(QFile::encodeName(input).constData(), &one) == 0 && one.st_dev == there.st_dev &&
            one.st_ino == there.st_ino)
            return input;
    }
    return {};
}

} // namespace reeve::ctl
