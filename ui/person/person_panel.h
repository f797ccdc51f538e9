// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "core/services/privacy/privacy_service.h"
#include "core/services/sync/sync_service.h"

#include <QFrame>

class QVBoxLayout;

namespace reeve::ui {

class PersonViewModel;
class PersonSummary;
class RestrictedSection;

// Who is speaking: the person at the left of the window. The services must outlive it.
class PersonPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonPanel)

public:
    PersonPanel(services::PersonService &people, services::PrivacyService &privacy, services::SyncService &sync,
                QWidget *parent = nullptr);
    ~PersonPanel() override;

    // The person shown, or none.
    [[nodiscard]] std::optional<domain::PersonId> person() const;

public slots:
    void open(const reeve::domain::PersonId &id);
    void clear();
    void requestEdit(); // Ctrl+E
    void startReveal(); // Ctrl+Shift+S: goes to the first restricted item

signals:
    void editRequested(const reeve::services::PersonView &view);
    void opened(const reeve::domain::PersonId &id, const QString &displayName); // it is on screen now
    void localChange(); // the outbox changed: a reading was recorded

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void render();

    PersonViewModel *m_viewModel;
    PersonSummary *m_summary;
    RestrictedSection *m_restricted;
    QWidget *m_empty = nullptr;
};

} // namespace reeve::ui
