// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"
#include "core/services/person/written_marks.h"
#include "core/services/privacy/privacy_service.h"
#include "core/services/sync/sync_service.h"
#include "ui/person/unsaved_death.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QScrollArea;

namespace reeve::ui {

class DeathCard;
class MessageLine;
class PersonSummary;
class PersonViewModel;
class RestrictedSection;

// Who is speaking: the person at the left of the window. The services must outlive it.
class PersonPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(PersonPanel)

public:
    PersonPanel(services::Desk &desk, services::PersonService &people, services::PrivacyService &privacy,
                services::SyncService &sync, QWidget *parent = nullptr);
    ~PersonPanel() override;

    // The person shown, or none.
    [[nodiscard]] std::optional<domain::PersonId> person() const;
    [[nodiscard]] QString displayName() const;
    [[nodiscard]] bool isShowing(const domain::PersonId &id) const; // and not still looking them up
    [[nodiscard]] bool hasDied() const;

    // Whether a death is being written down here, and the hand is at it.
    [[nodiscard]] bool isWriting() const;
    void finishWriting();
    // What has been typed of it and not recorded, while its fields are open or about to be.
    [[nodiscard]] std::optional<UnsavedDeath> unsavedDeath() const;
    enum class Hand { Follows, Stays };
    // Opens the fields with that in them once its person is on screen.
    void resumeDeath(const UnsavedDeath &typed, Hand hand);
    // What marked() told of, whoever is on screen by now.
    void takeBack(const services::WrittenMarks &written);

public slots:
    void open(const reeve::domain::PersonId &id);
    void clear();
    void requestEdit(); // Ctrl+E
    void startReveal(); // Ctrl+Shift+S: goes to the first restricted item
    // Who speaks, and how: whose word it is when something is said to be still right.
    void setTold(const reeve::services::ToldBy &told);
    void confirmLine();           // the line with the focus, or what is asked about
    void confirmContactDetails(); // all of them
    void markUnreachable();       // the line with the focus
    void startDeath();            // opens the fields for it, with what was typed there before

signals:
    void editRequested(const reeve::services::PersonView &view);
    void opened(const reeve::domain::PersonId &id, const QString &displayName); // it is on screen now
    void localChange();              // the outbox changed: a reading, a confirmation
    void said(const QString &words); // what was done, for the foot of the window
    // The same of what takeBack() takes back: a confirmation, a number that reaches nobody, somebody who was told.
    void marked(const QString &words, const reeve::services::WrittenMarks &written);
    void personRequested(const reeve::domain::PersonId &id); // a link to somebody around them was followed
    void valuesRequested();                                  // which of their records' values are shown
    // Something was typed of a death, or what had been typed is recorded or set aside.
    void deathEdited();
    // Left without recording it. The window offers Undo, which is resumeDeath().
    void deathSetAside(const reeve::ui::UnsavedDeath &typed);
    void separateRequested(); // of the records shown as this person

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void render();

    void focusMoved(QWidget *from, QWidget *to);
    void connectSummary();
    void connectDeath();
    void openDeath();
    void leaveDeath();

    PersonViewModel *m_viewModel;
    QLabel *m_title;
    QPushButton *m_edit;
    MessageLine *m_failure;
    QLabel *m_empty;
    QScrollArea *m_scroll;
    RestrictedSection *m_restricted;
    PersonSummary *m_summary;
    DeathCard *m_death;
    std::optional<UnsavedDeath> m_typedDeath; // comes back when its fields are opened
    std::optional<Hand> m_resuming;           // they are to be, once the person is on screen
};

} // namespace reeve::ui
