// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/interaction/interaction_service.h"
#include "core/services/person/person_service.h"

#include <QFrame>

#include <optional>

class QAction;
class QLineEdit;

namespace reeve::ui {

class DropList;
class FindViewModel;
class NoteFinder;

// The one field in which people are found, and the list that drops under it. The field keeps the focus; Up, Down and
// F3 move through the rows, Enter opens, Esc folds the list and never loses what was typed. What begins with a
// quotation mark is looked for in notes instead, where there is somewhere to look. `service` must outlive it.
class FindBox final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBox)

public:
    explicit FindBox(services::PersonService &service, QWidget *parent = nullptr);

    // Both must outlive it.
    void searchNotesToo(services::InteractionService &interactions, const services::Desk &desk);

    // Whose household comes first among namesakes: whoever is open or on the line.
    void setBeside(const std::optional<domain::PersonId> &person);

public slots:
    void focusField();
    // The same for notes; what stands there already is looked for.
    void focusNotes();
    void clear();

signals:
    void personChosen(const reeve::domain::PersonId &id);
    void newPersonRequested(const QString &typed);
    // Found in notes; `person` none: it names nobody.
    void noteChosen(const reeve::domain::InteractionId &interaction,
                    const std::optional<reeve::domain::PersonId> &person);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void typed(const QString &text);
    void showResults();
    void open(int row);
    void askForNewPerson();
    [[nodiscard]] bool isForNotes() const;
    [[nodiscard]] DropList &drop() const; // the one that shows what is asked for
    void askAgain();
    void openCurrent();
    [[nodiscard]] bool keyPressed(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool isOurs(int key, Qt::KeyboardModifiers modifiers) const;

    FindViewModel *m_viewModel;
    QLineEdit *m_field;
    QAction *m_search;
    QAction *m_clear;
    QAction *m_inNotes;
    DropList *m_drop;
    NoteFinder *m_notes = nullptr;
};

} // namespace reeve::ui
