// SPDX-License-Identifier: MIT
#include "core/domain/agent_name.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

Result<> checkAgentName(const QString &name)
{
    static const QRegularExpression safe(u"\\A[a-z][a-z0-9_.-]{0,40}\\z"_s);
    const bool isReserved = name.startsWith(u"pg_"_s) || name.startsWith(u"reeve_"_s) || name == u"postgres"_s ||
                            name == u"public"_s || name == u"none"_s;
    if (isReserved || !safe.match(name).hasMatch())
        return fail(ErrorCode::InvalidInput, u"an agent's name is a-z, then a-z 0-9 _ . -, and not reserved"_s);
    return {};
}

} // namespace reeve::domain
