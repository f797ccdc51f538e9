// SPDX-License-Identifier: MIT
#include "core/services/session/lock_policy.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

LockPolicy LockPolicy::builtIn()
{
    LockPolicy policy;
    QFile file(u":/reeve/policy/periods.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return policy;
    const QJsonObject periods = QJsonDocument::fromJson(file.readAll()).object();
    const auto read = [&periods](const QString &name, std::chrono::minutes &period) {
        if (const int minutes = periods.value(name).toInt(); minutes > 0)
            period = std::chrono::minutes(minutes);
    };
    read(u"idle_minutes"_s, policy.idle);
    read(u"locked_minutes"_s, policy.locked);
    return policy;
}

} // namespace reeve::services
