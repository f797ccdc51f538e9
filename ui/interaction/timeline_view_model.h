// SPDX-License-Identifier: MIT
#pragma once

#include "ui/interaction/timeline_model.h"

#include <QObject>

namespace reeve::ui {

// A person's timeline: read, filtered by channel, opened line by line, added to. Knows no widget.
class TimelineViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineViewModel)

public:
    enum class State { NoPerson, Loading, Shown, Failed };

    // Both must outlive it.
    TimelineViewModel(services::InteractionService &service, services::Desk &desk, QObject *parent = nullptr);

    [[nodiscard]] TimelineModel &model() noexcept { return m_model; }
    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] std::optional<domain::Channel> filter() const noexcept { return m_filter; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_rows.empty(); } // whatever the filter

    void show(const domain::PersonId &person);
    void refresh();
    void clear();
    void setFilter(const std::optional<domain::Channel> &channel);
    void toggle(const domain::InteractionId &id);
    void addNote(const domain::InteractionId &id, const QString &text);

signals:
    void changed();
    void noteAdded();
    void failed(reeve::ErrorCode code);     // reading
    void noteFailed(reeve::ErrorCode code); // adding a note; what was typed stays with the view

private:
    void load();
    void expand(const domain::InteractionId &id);
    void applyFilter();

    static constexpr int limit = 200;

    services::InteractionService &m_service;
    TimelineModel m_model;
    std::optional<domain::PersonId> m_person;
    std::vector<services::TimelineRow> m_rows;
    std::optional<domain::Channel> m_filter;
    State m_state = State::NoPerson;
    quint64 m_request = 0;
};

} // namespace reeve::ui
