// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"

#include <QObject>

class QLineEdit;

namespace reeve::ui {

class DropList;
class FindViewModel;

// Offers people on record under a field while somebody's name is typed in it, as the find box does: Down and Up move,
// Enter takes the marked one, Escape folds the list. Whoever goes on without Enter keeps the name as it was typed. A
// read-only field is left alone. A child of `field`; `service` must outlive it.
class PersonFinder final : public QObject
{
    Q_OBJECT

public:
    PersonFinder(services::PersonService &service, QLineEdit *field);

    // Whose household comes first among namesakes, and who is never offered.
    void setBeside(const domain::PersonId &person);
    void retranslate();

signals:
    void chosen(const reeve::services::PersonHit &hit);

private:
    void typed(const QString &text);
    void showResults();
    void take(int row);

    QLineEdit *m_field;
    FindViewModel *m_viewModel;
    DropList *m_drop;
};

} // namespace reeve::ui
