// SPDX-License-Identifier: MIT
#include "core/services/session/kept_place.h"

#include "core/store/desk_repository.h"
#include "core/store/store.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr const char16_t *settingName = u"place";

} // namespace

QFuture<Result<>> keepPlace(Desk &desk, const QString &place)
{
    return desk.store().write([agent = desk.agentName(), place](store::Connection &connection) {
        return store::DeskRepository(connection).setSetting(agent, QString::fromUtf16(settingName), place);
    });
}

QFuture<Result<QString>> takePlace(Desk &desk)
{
    return desk.store().write([agent = desk.agentName()](store::Connection &connection) -> Result<QString> {
        const store::DeskRepository repository(connection);
        const QString name = QString::fromUtf16(settingName);
        auto place = repository.setting(agent, name);
        if (!place || place->isEmpty())
            return place;
        if (const auto emptied = repository.setSetting(agent, name, u""_s); !emptied)
            return fail(emptied);
        return place;
    });
}

} // namespace reeve::services
