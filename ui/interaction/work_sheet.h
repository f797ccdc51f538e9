// SPDX-License-Identifier: MIT
#pragma once

#include "ui/interaction/draft_view_model.h"

#include <QPointer>
#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QVBoxLayout;

namespace reeve::ui {

class CallerRow;
class Caption;
class DispositionRow;
class FlagChooser;
class FlaggedItemRow;
class MessageLine;
class NoteEditor;
class ReasonField;

// One interaction in work, to be filled in from top to bottom. Shows one draft at a time.
class WorkSheet final : public QWidget
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkSheet)

public:
    explicit WorkSheet(const services::Policy &policy, QWidget *parent = nullptr);

    void show(DraftViewModel *draft); // nullptr: none
    using QWidget::show;
    void retranslate();

    void focusCaller();
    void focusReasons();
    void focusNote();
    void focusWrapUp();
    void startReasons(); // the caret goes there; the list stays folded
    void flagSensitive();
    // Finishes, or goes to the first thing that is still missing.
    void finish();

signals:
    void setAsideRequested();

private:
    void build();
    void connectParts();
    void render();
    void renderSaved();
    void renderFlags();
    void renderMissing();
    void cardMasked();
    void bringIntoView(QWidget *widget);
    [[nodiscard]] QString missingWords() const;
    [[nodiscard]] FlaggedItemRow *rowOf(const domain::RestrictedItemId &id);

    const services::Policy &m_policy;
    QPointer<DraftViewModel> m_draft;
    QLabel *m_channelIcon;
    QLabel *m_title;
    QLabel *m_started;
    QPushButton *m_setAside;
    CallerRow *m_caller;
    ReasonField *m_reasons;
    Caption *m_reasonsCaption;
    NoteEditor *m_note;
    Caption *m_noteCaption;
    QLabel *m_saved;
    MessageLine *m_cardMessage;
    QPushButton *m_flag;
    QLabel *m_flagKey;
    FlagChooser *m_chooser;
    QVBoxLayout *m_flags;
    std::vector<FlaggedItemRow *> m_flagRows;
    DispositionRow *m_disposition;
    Caption *m_dispositionCaption;
    MessageLine *m_failure;
    QLabel *m_missing;
    QPushButton *m_finish;
    QScrollArea *m_scroll;
};

} // namespace reeve::ui
