// SPDX-License-Identifier: MIT
#include "core/services/session/desk.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

Result<QByteArray> readPolicyFile(const QString &name)
{
    QFile file(u":/reeve/policy/"_s + name);
    if (!file.open(QIODevice::ReadOnly))
        return fail(ErrorCode::Internal, u"policy file not compiled in: "_s + name);
    return file.readAll();
}

int periodOf(const QJsonObject &periods, const QString &name, int fallback)
{
    const int value = periods.value(name).toInt(fallback);
    return value > 0 ? value : fallback;
}

} // namespace

Result<Policy> Policy::builtIn()
{
    const auto basis = readPolicyFile(u"lawful_basis.json"_s);
    if (!basis)
        return fail(basis);
    auto lawfulBasis = domain::LawfulBasisPolicy::parse(*basis);
    if (!lawfulBasis)
        return fail(lawfulBasis);

    const auto services = readPolicyFile(u"service_catalogue.json"_s);
    if (!services)
        return fail(services);
    auto catalogue = domain::ServiceCatalogue::parse(*services);
    if (!catalogue)
        return fail(catalogue);

    const auto file = readPolicyFile(u"periods.json"_s);
    if (!file)
        return fail(file);
    const QJsonObject periods = QJsonDocument::fromJson(*file).object();

    const auto deaths = readPolicyFile(u"bereavement.json"_s);
    if (!deaths)
        return fail(deaths);
    auto bereavement = domain::BereavementPolicy::parse(*deaths);
    if (!bereavement)
        return fail(bereavement);

    Policy policy{std::move(*lawfulBasis), std::move(*catalogue), std::move(*bereavement)};
    policy.leaseDays = periodOf(periods, u"lease_days"_s, policy.leaseDays);
    policy.recordDays = periodOf(periods, u"record_days"_s, policy.recordDays);
    policy.askAgainDays = periodOf(periods, u"ask_again_days"_s, policy.askAgainDays);
    policy.keepSafeDays = periodOf(periods, u"keep_safe_days"_s, policy.keepSafeDays);
    policy.idleMinutes = periodOf(periods, u"idle_minutes"_s, policy.idleMinutes);
    policy.lockedMinutes = periodOf(periods, u"locked_minutes"_s, policy.lockedMinutes);
    return policy;
}

} // namespace reeve::services
