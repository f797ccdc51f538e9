// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/privacy/privacy_service.h"
#include "core/services/sync/sync_service.h"

#include <QObject>
#include <QTimer>

#include <optional>

namespace reeve::ui {

// That a person has restricted items, and the content of one for the moment needed: asked for with a reason, hidden
// again after a minute, when the person changes, and when the focus leaves. Knows no widget.
class RestrictedViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestrictedViewModel)

public:
    enum class State { Marks, Asking, Fetching, Revealed };

    // Both must outlive it.
    RestrictedViewModel(services::PrivacyService &privacy, services::SyncService &sync, QObject *parent = nullptr);

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] const std::vector<services::RestrictedMark> &marks() const noexcept { return m_marks; }
    [[nodiscard]] domain::RestrictedItemId item() const { return m_item; } // asked about or revealed
    [[nodiscard]] const services::Revealed &revealed() const noexcept { return m_revealed; }

    // `count` as PersonView says; 0 for those who may not know, and then nothing is asked.
    void setPerson(const std::optional<domain::PersonId> &person, int count);
    void ask(const domain::RestrictedItemId &id);
    void reveal(const QString &reason);
    void hide();

    static constexpr int shownFor = 60'000;  // milliseconds
    static constexpr int shortestReason = 3; // characters

signals:
    void changed();
    void failed(reeve::ErrorCode code);
    void traceSaved(); // reading it was recorded: the outbox changed

private:
    void answer(const Result<services::Revealed> &revealed);

    services::PrivacyService &m_privacy;
    services::SyncService &m_sync;
    State m_state = State::Marks;
    std::optional<domain::PersonId> m_person;
    std::vector<services::RestrictedMark> m_marks;
    domain::RestrictedItemId m_item;
    services::Revealed m_revealed;
    QTimer m_timer;
    quint64 m_request = 0;
};

} // namespace reeve::ui
