// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "ui/person/likely_person_model.h"
#include "ui/person/unsaved_person.h"

#include <QObject>

#include <optional>

namespace reeve::ui {

// A person being taken down or changed: what was typed, what it reads as, who it may be already. Knows no widget.
class PersonEditorViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonEditorViewModel)

public:
    enum class State { Closed, Editing, Saving };

    // `service` must outlive it.
    explicit PersonEditorViewModel(services::PersonService &service, QObject *parent = nullptr);

    [[nodiscard]] State state() const noexcept { return m_state; }
    [[nodiscard]] bool isNew() const noexcept { return !m_before; }
    [[nodiscard]] std::optional<domain::PersonId> person() const; // who is being changed
    [[nodiscard]] bool isChanged() const { return m_input != m_original; }
    [[nodiscard]] const PersonInput &input() const noexcept { return m_input; }
    [[nodiscard]] const PersonReading &reading() const noexcept { return m_reading; }
    [[nodiscard]] bool canSave() const { return m_state == State::Editing && m_reading.canSave(); }
    // Whom a new person may be already; hasLooked() while that is an answer about what stands in the form.
    [[nodiscard]] LikelyPersonModel &matches() noexcept { return m_matches; }
    [[nodiscard]] bool hasLooked() const noexcept { return m_hasLooked; }

    void startNew(const QString &typed);
    void start(const domain::Person &person);
    void resume(const UnsavedPerson &person);
    // What was typed, while it is neither saved nor set aside.
    [[nodiscard]] std::optional<UnsavedPerson> unsaved() const;
    void setInput(const PersonInput &input);
    // Whose word the new values are: kept with them.
    void setTold(const services::ToldBy &told) { m_told = told; }
    void save();
    // Closes; true when something had been typed, which takeBack() then brings back.
    bool setAside();
    void takeBack();
    [[nodiscard]] bool hasSetAside() const noexcept { return m_aside.has_value(); }

signals:
    void inputReplaced(); // the form shows input() afresh
    void changed();       // state, reading
    void matchesChanged();
    void saved(const reeve::domain::PersonId &id);
    void failed(reeve::ErrorCode code);

private:
    struct Aside
    {
        std::optional<domain::Person> before;
        PersonInput original;
        PersonInput input;
    };

    void begin(const std::optional<domain::Person> &before, const PersonInput &original, const PersonInput &input);
    void lookForMatches();
    void setMatches(const services::LikelyPeople &likely, bool hasLooked);
    void finished(const Result<domain::PersonId> &id);
    [[nodiscard]] static bool isWorthLooking(const domain::Person &person);
    [[nodiscard]] static bool isWorthSaying(const domain::Person &person);

    services::PersonService &m_service;
    services::ToldBy m_told;
    LikelyPersonModel m_matches;
    State m_state = State::Closed;
    std::optional<domain::Person> m_before;
    PersonInput m_original;
    PersonInput m_input;
    PersonReading m_reading;
    std::optional<Aside> m_aside;
    quint64 m_request = 0;
    bool m_isLooking = false;
    bool m_hasLooked = false;
};

} // namespace reeve::ui
