// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"

#include <QFrame>

class QAction;
class QLineEdit;

namespace reeve::ui {

class DropList;
class FindViewModel;

// The one field in which people are found, and the list that drops under it. The field keeps the focus; Up, Down and
// F3 move through the rows, Enter opens, Esc folds the list and never loses what was typed. `service` must outlive it.
class FindBox final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBox)

public:
    explicit FindBox(services::PersonService &service, QWidget *parent = nullptr);

public slots:
    void focusField();
    void clear();

signals:
    void personChosen(const reeve::domain::PersonId &id);
    void newPersonRequested(const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showResults();
    void open(int row);
    void askForNewPerson();
    [[nodiscard]] bool keyPressed(int key, Qt::KeyboardModifiers modifiers);
    [[nodiscard]] bool isOurs(int key, Qt::KeyboardModifiers modifiers) const;

    FindViewModel *m_viewModel;
    QLineEdit *m_field;
    QAction *m_search;
    QAction *m_clear;
    DropList *m_drop;
};

} // namespace reeve::ui
