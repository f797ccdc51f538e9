// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/interaction/interaction_service.h"
#include "core/services/person/person_service.h"
#include "core/services/privacy/privacy_service.h"
#include "ui/interaction/timeline_place.h"

#include <QFrame>

#include <memory>

namespace reeve::ui {

class TimelineViewModel;
struct TimelineLine;

// What has been said before: a person's interactions, newest first, at the right of the window. While nobody is on
// screen: what this agent logged last, whoever it was about. One that names nobody can be opened by itself.
class TimelinePanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(TimelinePanel)

public:
    TimelinePanel(services::InteractionService &interactions, services::Desk &desk, QWidget *parent = nullptr);
    ~TimelinePanel() override;

    using QWidget::show;

    // Whether a note is being added here, and the hand is at it.
    [[nodiscard]] bool isWriting() const;
    void finishWriting();
    [[nodiscard]] TimelinePlace place() const;
    // Goes there, once the timeline that is being shown is read.
    void restore(const TimelinePlace &place);
    // So that what was noted without a person can be given to one. `people` must outlive it.
    void letGive(services::PersonService &people);
    // So that something sensitive can be flagged afterwards. `privacy` must outlive it.
    void letFlag(services::PrivacyService &privacy);

    // Flags in the line the keyboard is on. False when it is not here, or there is none.
    bool startFlag();
    // Saves the flag the keyboard is in. False when it is in none.
    bool saveFlag();

public slots:
    void show(const reeve::domain::PersonId &person);
    // The same, with this interaction chosen and opened once it is there.
    void showInteraction(const reeve::domain::PersonId &person, const reeve::domain::InteractionId &interaction);
    // One by itself, which names nobody; open, with all that was noted.
    void showAlone(const reeve::domain::InteractionId &interaction);
    void refresh(); // the same once more; the selection stays
    void clear();
    void focusList();
    // While another person is being written down beside it: the name of whose timeline it is. Empty: it is plain.
    void setWhose(const QString &name);

signals:
    void noteEdited();  // the one that is being added, which place() holds
    void flagged();     // something sensitive was, in one of these
    void localChange(); // something was added to a finished interaction
    // Whose it is now, and whose it was.
    void given(const reeve::domain::InteractionId &interaction, const reeve::domain::PersonId &person,
               const std::optional<reeve::domain::PersonId> &was);
    void personRequested(const reeve::domain::InteractionId &interaction, const reeve::domain::PersonId &person);
    void said(const QString &words); // what was done, for the foot of the window
    void closed();                   // the interaction that was shown by itself is done with

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void render();
    void renderHead();
    void sayWhose();
    void chooseWanted();
    void foldQuestions();
    void startNote();
    bool flagCurrent();
    void startGiving();
    void openPerson();
    [[nodiscard]] const TimelineLine *currentLine() const;

    services::Desk &m_desk;
    TimelineViewModel *m_viewModel;
    domain::InteractionId m_wanted; // to be chosen when the timeline is read; null: none
    bool m_opensWanted = true;
    QString m_whose;
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace reeve::ui
