// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "ui/person/person_hit_model.h"

#include <QObject>

namespace reeve::ui {

// Finds people while one types. One search is under way at a time; what is typed meanwhile is asked for as soon as
// its answer is in, so that the list follows the hand and no answer is shown under another question.
class FindViewModel final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindViewModel)

public:
    // `service` must outlive it. `offer` closes the list.
    explicit FindViewModel(services::PersonService &service, QObject *parent = nullptr,
                           PersonHitModel::Offer offer = PersonHitModel::Offer::NewPerson);

    static constexpr int limit = 12; // of rows; who is not among them is found by typing more

    [[nodiscard]] PersonHitModel &model() noexcept { return m_model; }
    [[nodiscard]] QString query() const { return m_query; }
    // The list answers what is in the field now.
    [[nodiscard]] bool isAnswered() const noexcept { return m_answered == m_request; }

    // People whom the answer could not know yet; it is asked again by itself until there are none.
    [[nodiscard]] qint64 notFoundYet() const noexcept { return m_notFoundYet; }

    void setQuery(const QString &query);
    // Whose household comes first among equals, from the next query on: whoever is open or on the line.
    void setBeside(std::optional<domain::PersonId> person) { m_beside = person; }
    // Who is left out of what is answered: whoever is being written down.
    void setExcept(std::optional<domain::PersonId> person) { m_except = person; }
    // The same query once more: people have changed.
    void refresh();

signals:
    void answered();
    void failed(reeve::ErrorCode code);

private:
    void search();

    services::PersonService &m_service;
    PersonHitModel m_model;
    QString m_query;
    const PersonHitModel::Offer m_offer;
    std::optional<domain::PersonId> m_beside;
    std::optional<domain::PersonId> m_except;
    quint64 m_request = 0;  // of the newest query
    quint64 m_answered = 0; // of what the list shows
    qint64 m_notFoundYet = 0;
    bool m_isSearching = false;
};

} // namespace reeve::ui
