// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/privacy/privacy_service.h"
#include "ui/privacy/flag_item.h"

#include <QObject>

#include <optional>

namespace reeve::ui {

// Something sensitive that is flagged after the interaction was finished. What was typed is kept, in memory only, until
// it is saved, dropped, or another interaction is flagged. Knows no widget.
class LateFlagViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(LateFlagViewModel)

public:
    // What is needed before it can be saved.
    enum class Missing { Detail, Evidence, Basis };

    // Both must outlive it.
    LateFlagViewModel(services::PrivacyService &service, services::Desk &desk, QObject *parent = nullptr);

    [[nodiscard]] const domain::LawfulBasisPolicy &policy() const { return m_desk.policy().lawfulBasis; }
    [[nodiscard]] QDate today() const; // by the desk's clock, here
    [[nodiscard]] const std::optional<FlagItem> &item() const noexcept
    {
        return m_item;
    } // none: its kind is not chosen
    [[nodiscard]] bool isSaving() const noexcept { return m_isSaving; }
    [[nodiscard]] std::optional<Missing> missing() const; // the first

    void start(const domain::InteractionId &interaction);
    void choose(const domain::BasisPreset &preset);
    void setDetail(const QString &detail);
    void setEvidence(const QString &evidence);
    void drop();
    void save();

signals:
    void changed();
    void saved();
    void failed(reeve::ErrorCode code); // what was typed is kept

private:
    services::PrivacyService &m_service;
    services::Desk &m_desk;
    domain::InteractionId m_interaction;
    std::optional<FlagItem> m_item;
    bool m_isSaving = false;
};

} // namespace reeve::ui
