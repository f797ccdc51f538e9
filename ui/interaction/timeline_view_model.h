// SPDX-License-Identifier: MIT
#pragma once

#include "ui/interaction/timeline_model.h"

#include <QObject>

namespace reeve::ui {

// What was said before: a person's timeline; one interaction by itself; or, while nobody is on screen, what this agent
// logged last. Read, filtered by channel, opened line by line, added to, and given to a person. Knows no widget.
class TimelineViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelineViewModel)

public:
    // NoPerson shows what was logged last, as soon as it is read.
    enum class State { NoPerson, Loading, Shown, Failed };

    // Both must outlive it.
    TimelineViewModel(services::InteractionService &service, services::Desk &desk, QObject *parent = nullptr);

    [[nodiscard]] TimelineModel &model() noexcept { return m_model; }
    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] bool isAlone() const noexcept { return !m_alone.isNull(); } // one interaction by itself
    [[nodiscard]] bool isOf(const domain::PersonId &person) const { return m_person == person; }
    [[nodiscard]] std::optional<domain::Channel> filter() const noexcept { return m_filter; }
    [[nodiscard]] bool isEmpty() const noexcept { return m_lines.empty(); } // whatever the filter

    void show(const domain::PersonId &person);
    void showAlone(const domain::InteractionId &interaction);
    void refresh();
    void clear();
    void setFilter(const std::optional<domain::Channel> &channel);
    void toggle(const domain::InteractionId &id);
    void addNote(const domain::InteractionId &id, const QString &text);
    // To somebody, of one that was noted without a person.
    void give(const domain::InteractionId &id, const domain::PersonId &person);

signals:
    void changed();
    void noteAdded();
    void given(const reeve::domain::InteractionId &id, const reeve::domain::PersonId &person,
               const std::optional<reeve::domain::PersonId> &was);
    void failed(reeve::ErrorCode code);     // reading
    void noteFailed(reeve::ErrorCode code); // adding a note; what was typed stays with the view
    void giveFailed(reeve::ErrorCode code);

private:
    void turnTo(State state);
    void load();
    void loadOwn();
    void loadAlone();
    void take(const Result<std::vector<TimelineLine>> &lines);
    void expand(const domain::InteractionId &id);
    void applyFilter();

    static constexpr int limit = 200;
    static constexpr int ownLimit = 20;

    services::InteractionService &m_service;
    TimelineModel m_model;
    std::optional<domain::PersonId> m_person;
    domain::InteractionId m_alone;
    std::vector<TimelineLine> m_lines; // newest first
    std::optional<domain::Channel> m_filter;
    State m_state = State::NoPerson;
    quint64 m_request = 0;
};

} // namespace reeve::ui
