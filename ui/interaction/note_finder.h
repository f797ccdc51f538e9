// SPDX-License-Identifier: MIT
#pragma once

#include "ui/interaction/note_hit_model.h"

class QLineEdit;

namespace reeve::ui {

class DropList;

// Searches in notes while one types in a field, and shows what is found in a list under it. One search is under way at
// a time; what is typed meanwhile is asked for as soon as its answer is in.
class NoteFinder final : public QObject
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(NoteFinder)

public:
    static constexpr int limit = 12;

    // All of them must outlive it; it belongs to `field`.
    NoteFinder(services::InteractionService &service, const services::Desk &desk, QLineEdit *field);

    [[nodiscard]] NoteHitModel &model() noexcept { return m_model; }
    [[nodiscard]] bool isAnswered() const noexcept { return m_answered == m_request; }
    [[nodiscard]] DropList &drop() const noexcept { return *m_drop; }

    void setQuery(const QString &query);
    void refresh();
    void open(int row);
    // Answers that are still on their way are not shown.
    void stop();
    void retranslate();

signals:
    // `person` none: the interaction names nobody.
    void chosen(const reeve::domain::InteractionId &interaction, const std::optional<reeve::domain::PersonId> &person);

private:
    void search();
    void show(const Result<services::NotesFound> &found);

    services::InteractionService &m_service;
    NoteHitModel m_model;
    QLineEdit *m_field;
    DropList *m_drop;
    QString m_query;
    quint64 m_request = 0;
    quint64 m_answered = 0;
    bool m_isSearching = false;
};

} // namespace reeve::ui
