// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shell/place.h"
#include "ui/shell/services.h"

#include <QPointer>
#include <QTimer>
#include <QWidget>

#include <functional>
#include <optional>

class QSplitter;
class QStackedWidget;

namespace reeve::ui {

class Actions;
class AttentionPanel;
class CentralSignIn;
class CommandPalette;
class DuplicatesPanel;
class FindBox;
class Footer;
class KeySheet;
class MergePanel;
class PersonEditor;
class PersonPanel;
class SeparatePanel;
class ValuesPanel;
class StartBar;
class Strip;
class SyncIndicator;
class TimelinePanel;
class WorkPanel;

// Everything but the lock: strip, person, work, timeline, and what slides over them. Puts the panels beside each other
// and carries what one says to the others; decides nothing about the work.
class Workplace final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Workplace)

public:
    // `services` and `actions` must outlive it.
    Workplace(const Services &services, const Actions &actions, QWidget *parent = nullptr);

    void openPerson(const domain::PersonId &id);
    void newPerson(const QString &typed);
    void focusFind();
    // Saves what is being typed.
    void flush();
    // All that was typed into interactions in work is durable, and nothing else is being saved.
    [[nodiscard]] bool isSaved() const;
    [[nodiscard]] std::optional<ErrorCode> failure() const; // why it is not

    // Before it is hidden, and when it is shown again: the keyboard comes back to where it was.
    void noteFocus();
    void focusAgain();
    [[nodiscard]] Place place() const;
    // Goes there. To be called once, on a window that was just made.
    void restore(const Place &place);

    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &state);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    void connectPanels();
    void connectActions();
    void connectMerging();
    void showStatus();
    void goBackTo(const Place &place);
    void resumeForm(const Place &place);
    void takeBackDeath(const UnsavedDeath &typed);
    void goToNoted();
    void keepSoon();
    void keepTyped();
    void showPerson(const domain::PersonId &id);
    void openInteraction(const domain::InteractionId &interaction, const std::optional<domain::PersonId> &person);
    void connectNoted();
    void tellWhoseTimeline();
    void takeBackGiving(const domain::InteractionId &interaction, const std::optional<domain::PersonId> &was);
    void clearPerson();
    void openEditor(const std::function<void()> &fill);
    void showEditor(bool isShown);
    void leaveEditor();
    void startMerge();
    void startSeparation();
    void startChoosing();
    void peopleMerged();
    void finish();
    [[nodiscard]] services::ToldBy whoTells(const std::optional<domain::PersonId> &about) const;
    void tellThen(void (PersonPanel::*act)());
    void cycle(int step);
    void goTo(int region);
    [[nodiscard]] int currentRegion() const;

    const Services m_services;
    const Actions &m_actions;
    std::optional<domain::PersonId> m_person; // on screen, or on its way there
    bool m_isForWork = false;                 // somebody chose that person for the interaction in work
    QPointer<QWidget> m_focus;                // as noteFocus() found it
    int m_region = -1;
    QPointer<QWidget> m_beforeEditor; // where the keyboard was
    QTimer m_keepSoon;
    bool m_isKept = false; // something typed is in the store that may have been saved or set aside since

    FindBox *m_find;
    SyncIndicator *m_indicator;
    Strip *m_strip;
    CentralSignIn *m_centralSignIn;
    PersonPanel *m_panel;
    PersonEditor *m_editor;
    QStackedWidget *m_left;
    StartBar *m_startBar;
    WorkPanel *m_work;
    TimelinePanel *m_timeline;
    QSplitter *m_splitter;
    Footer *m_footer;
    AttentionPanel *m_attention;
    DuplicatesPanel *m_duplicates;
    MergePanel *m_merge;
    SeparatePanel *m_separate;
    ValuesPanel *m_values;
    CommandPalette *m_palette;
    KeySheet *m_keySheet;
};

} // namespace reeve::ui
