// SPDX-License-Identifier: MIT
#include "ui/privacy/late_flag_view_model.h"

#include "ui/async/deliver.h"
#include "ui/words/dates.h"

namespace reeve::ui {

LateFlagViewModel::LateFlagViewModel(services::PrivacyService &service, services::Desk &desk, QObject *parent)
    : QObject(parent),
      m_service(service),
      m_desk(desk)
{}

QDate LateFlagViewModel::today() const
{
    return londonDate(m_desk.clock().now());
}

void LateFlagViewModel::start(const domain::InteractionId &interaction)
{
    if (m_isSaving)
        return;
    if (m_interaction != interaction)
        m_item.reset();
    m_interaction = interaction;
    emit changed();
}

void LateFlagViewModel::choose(const domain::BasisPreset &preset)
{
    m_item = flagItem(preset, m_desk.ids().next<domain::RestrictedItemTag>(), m_desk.clock().now());
    std::visit([this](auto &item) { item.interaction = m_interaction; }, *m_item);
    emit changed();
}

void LateFlagViewModel::setDetail(const QString &detail)
{
    if (!m_item)
        return;
    std::visit([&detail](auto &item) { item.detail = detail; }, *m_item);
    emit changed();
}

void LateFlagViewModel::setEvidence(const QString &evidence)
{
    if (!m_item)
        return;
    std::visit([&evidence](auto &item) { item.evidence = evidence; }, *m_item);
    emit changed();
}

std::optional<LateFlagViewModel::Missing> LateFlagViewModel::missing() const
{
    if (!m_item)
        return std::nullopt;
    return std::visit(
        [this](const auto &item) -> std::optional<Missing> {
            if (item.detail.trimmed().isEmpty())
                return Missing::Detail;
            if (needsEvidence(policy(), item) && item.evidence.trimmed().isEmpty())
                return Missing::Evidence;
            if (!policy().check(item, today()))
                return Missing::Basis;
            return std::nullopt;
        },
        *m_item);
}

void LateFlagViewModel::drop()
{
    if (m_isSaving)
        return;
    m_item.reset();
    emit changed();
}

void LateFlagViewModel::save()
{
    if (!m_item || m_isSaving || missing())
        return;
    m_isSaving = true;
    emit changed();
    const auto future = std::visit([this](const auto &item) { return m_service.add(item); }, *m_item);
    deliver(future, this, [this](const Result<> &added) {
        m_isSaving = false;
        if (added)
            m_item.reset();
        emit changed();
        if (added)
            emit saved();
        else
            emit failed(added.error().code);
    });
}

} // namespace reeve::ui
