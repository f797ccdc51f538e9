// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "core/services/sync/sync_service.h"

#include <QHash>
#include <QObject>

#include <optional>

namespace reeve::ui {

// The person on screen, and the names of those around them. Knows no widget.
class PersonViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonViewModel)

public:
    enum class State { Empty, Loading, Shown, Failed };

    // `people` must outlive it. Read afresh when `sync` says that something of the person is new.
    PersonViewModel(services::PersonService &people, const services::SyncService &sync, QObject *parent = nullptr);

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] std::optional<domain::PersonId> id() const noexcept { return m_id; }
    [[nodiscard]] const services::PersonView &view() const noexcept { return m_view; } // while Shown
    // Others at the same address (by its UPRN), as far as this desk knows them.
    [[nodiscard]] const std::vector<services::PersonHit> &household() const noexcept { return m_household; }
    // Of somebody related who has a record of their own; empty while it is not known.
    [[nodiscard]] QString nameOf(const domain::PersonId &other) const { return m_names.value(other); }

    void open(const domain::PersonId &id); // the same one again: read afresh, what is shown stays meanwhile
    void clear();

signals:
    void changed();
    void opened(const reeve::domain::PersonId &id, const QString &displayName);
    void failed(reeve::ErrorCode code);

private:
    void load();
    void loadAround();

    services::PersonService &m_people;
    State m_state = State::Empty;
    std::optional<domain::PersonId> m_id;
    services::PersonView m_view;
    std::vector<services::PersonHit> m_household;
    QHash<domain::PersonId, QString> m_names;
    bool m_isAsked = false; // by open(), and not answered yet
    quint64 m_request = 0;
};

} // namespace reeve::ui
