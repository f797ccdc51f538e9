// SPDX-License-Identifier: MIT
#pragma once

#include "ui/person/person_view_model.h"

#include <QWidget>

class QVBoxLayout;

namespace reeve::ui {

// The words about a person, from top to bottom: who, how to reach them, what they need, who is around them. Made anew
// whenever something of it changes; nothing in it takes the focus but links to other people.
class PersonSummary final : public QWidget
{
    Q_OBJECT

public:
    // `middle` stands between what one needs at once and the rest.
    explicit PersonSummary(QWidget *middle, QWidget *parent = nullptr);

    void show(const PersonViewModel &person);
    using QWidget::show;
    void clear(); // nothing of anybody is left

signals:
    void personRequested(const reeve::domain::PersonId &id);
    void separateRequested();

private:
    void addName(const services::PersonView &view);
    void addStates(const services::PersonView &view);
    void addRecords(const services::PersonView &view);
    void addReach(const domain::Person &person);
    void addNeeds(const domain::Person &person);
    void addAround(const PersonViewModel &person);
    void addRecord(const domain::Person &person);
    void heading(const QString &words);
    void line(QStringView iconName, const QString &words, const QString &grey);
    void link(const QString &words, const QString &grey, const domain::PersonId &id);

    QVBoxLayout *m_top;
    QVBoxLayout *m_bottom;
    QVBoxLayout *m_into; // one of the two, while it is filled
};

} // namespace reeve::ui
