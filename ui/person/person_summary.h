// SPDX-License-Identifier: MIT
#pragma once

#include "ui/person/people_around.h"
#include "ui/person/person_view_model.h"
#include "ui/person/told_line.h"

#include <QWidget>

class QCheckBox;
class QVBoxLayout;

namespace reeve::ui {

enum class Role;

// The words about a person, from top to bottom: who, how to reach them, what they need, who is around them. Made anew
// whenever something of it changes; the focus goes to links and to what can be said to be still right, and stays with
// the same thing when the words are made anew.
class PersonSummary final : public QWidget
{
    Q_OBJECT

public:
    // `middle` stands between what one needs at once and the rest.
    explicit PersonSummary(QWidget *middle, QWidget *parent = nullptr);

    void show(const PersonViewModel &person);
    using QWidget::show;
    void clear(); // nothing of anybody is left

    // The line that has the focus, or nullptr.
    [[nodiscard]] ToldLine *focusedLine() const;

signals:
    void personRequested(const reeve::domain::PersonId &id);
    void separateRequested();
    void valuesRequested();
    void addressRequested(const QString &key); // who else is or was there?
    void confirmRequested(const QString &field);
    void unreachableChosen(const QString &field, reeve::services::UnreachableWhy why);
    void passedOn(const QString &body); // they were told of the death

private:
    struct Place
    {
        QString field; // of the line with the focus
        int box = -1;  // or which of the boxes to tick

        [[nodiscard]] bool isNowhere() const { return field.isEmpty() && box < 0; }
    };
    [[nodiscard]] Place place() const;
    void goTo(const Place &place);

    void addName(const PersonViewModel &person);
    void addStates(const services::PersonView &view);
    void addRecords(const services::PersonView &view);
    void addDeath(const PersonViewModel &person);
    void addReach(const PersonViewModel &person);
    void addQuestion(const PersonViewModel &person);
    void addNeeds(const domain::Person &person);
    void addActing(const PersonViewModel &person, const std::vector<PersonAround> &acting);
    void addToBeTold(const PersonViewModel &person);
    void addAround(const PersonViewModel &person, const PeopleAround &around);
    void addPeople(const PersonViewModel &person, const std::vector<PersonAround> &people);
    void addRecord(const PersonViewModel &person);
    // Lined up with the words of lines and links, whose focus rings reach further out.
    void put(QWidget *widget);
    void banner(const QString &role, QStringView iconName, Role ink, const QString &words);
    void heading(const QString &words);
    // Something that was told, with how it stands.
    void told(const PersonViewModel &person, const QString &field, const QString &iconName, const QString &words,
              const QStringList &grey = {});
    void told(const PersonViewModel &person, const QString &field, ToldLine::Words words);
    void line(QStringView iconName, const QString &words, const QString &grey);
    void link(const QString &words, const QString &grey, const domain::PersonId &id);

    QVBoxLayout *m_top;
    QVBoxLayout *m_bottom;
    QVBoxLayout *m_into;              // one of the two, while it is filled
    std::vector<ToldLine *> m_lines;  // what is shown now
    std::vector<QCheckBox *> m_boxes; // who is still to be told of a death
};

} // namespace reeve::ui
