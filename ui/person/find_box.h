// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QListView;

namespace reeve::ui {

class FindViewModel;

// The one field in which people are found, and the list that drops under it. The list never takes the focus: the
// field keeps it, and Up, Down and F3 move through the rows. `service` must outlive it.
class FindBox final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(FindBox)

public:
    explicit FindBox(services::PersonService &service, QWidget *parent = nullptr);
    ~FindBox() override;

public slots:
    void focusField();

signals:
    void personChosen(const reeve::domain::PersonId &id);
    void newPersonRequested(const QString &typed);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showResults();
    void hideResults();
    void placeResults();
    void move(int step);
    void open(int row);
    bool keyPressed(int key, Qt::KeyboardModifiers modifiers);

    FindViewModel *m_viewModel;
    QLineEdit *m_field;
    QFrame *m_drop; // child of the window, so that it may lie over the panels below
    QLabel *m_summary;
    QListView *m_list;
};

} // namespace reeve::ui
