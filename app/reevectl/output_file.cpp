// SPDX-License-Identifier: MIT
#include "app/reevectl/output_file.h"

#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace reeve::ctl {

Result<> checkReplaceable(const QString &name)
{
    const QFileInfo there(name);
    if (there.exists() && !there.isFile())
        return fail(ErrorCode::InvalidInput, u"%1 is there and is not an ordinary file"_s.arg(name));
    return {};
}

} // namespace reeve::ctl
