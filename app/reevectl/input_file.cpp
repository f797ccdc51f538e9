// SPDX-License-Identifier: MIT
#include "app/reevectl/input_file.h"

#include <QFile>

#include <fcntl.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

Result<InputFile> InputFile::open(const QString &name)
{
    if (name == u"-")
        return InputFile(STDIN_FILENO, false);
    const int descriptor = ::open(QFile::encodeName(name).constData(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0)
        return fail(ErrorCode::NotFound, u"the file %1 cannot be read"_s.arg(name));
    return InputFile(descriptor, true);
}

InputFile::~InputFile()
{
    if (m_owned)
        ::close(m_descriptor);
}

} // namespace reeve::ctl
