// SPDX-License-Identifier: MIT
#include "app/reevectl/input_file.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

namespace {

QString kindOf(mode_t mode)
{
    if (S_ISDIR(mode))
        return u"a folder"_s;
    if (S_ISFIFO(mode))
        return u"a pipe"_s;
    return S_ISSOCK(mode) ? u"a socket"_s : u"a device"_s;
}

} // namespace

Result<InputFile> InputFile::open(const QString &name)
{
    if (name == u"-")
        return InputFile(STDIN_FILENO, false);
    const int descriptor = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::NotFound, u"the file %1 cannot be read"_s.arg(name));
    return InputFile(descriptor, true);
}

Result<> openOrdinary(QFile &file)
{
    struct stat about = {};
    const bool isThere = ::stat(QFile::encodeName(file.fileName()).constData(), &about) == 0;
    if (isThere && !S_ISREG(about.st_mode)) {
        return fail(ErrorCode::InvalidInput,
                    u"%1 is %2 and not an ordinary file; write what it holds to a file, and name that"_s.arg(
                        file.fileName(), kindOf(about.st_mode)));
    }
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::NotFound, u"the file %1 cannot be read"_s.arg(file.fileName()));
    return {};
}

InputFile::~InputFile()
{
    if (m_owned)
        ::close(m_descriptor);
}

} // namespace reeve::ctl
