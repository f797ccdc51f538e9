// SPDX-License-Identifier: MIT
#pragma once

#include "ui/duplicates/separate_view_model.h"
#include "ui/shell/overlay.h"

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace reeve::ui {

class AfterMergeList;
class LabelledField;
class MessageLine;

// Separate…: takes a merge back. Whatever came after it is given to one of the two, by a person, before anything is
// done.
class SeparatePanel final : public Overlay
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SeparatePanel)

public:
    // `merges` must outlive it.
    SeparatePanel(const services::MergeService &merges, QWidget *over);

    [[nodiscard]] SeparateViewModel &viewModel() noexcept { return *m_viewModel; }

    void openFor(const domain::PersonId &person);
    void forget(); // nothing of anybody is kept

signals:
    void separated(const reeve::services::MergeRequest &again);

protected:
    QWidget *firstFocus() override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void render();
    void showMerges();
    void showAssigned();
    void separate();

    SeparateViewModel *m_viewModel;
    QLabel *m_title;
    QPushButton *m_close;
    QComboBox *m_merge;
    LabelledField *m_mergeField;
    QLabel *m_about;
    QLabel *m_after;
    QLabel *m_left;
    QPushButton *m_restKept;
    QPushButton *m_restOther;
    AfterMergeList *m_items;
    QCheckBox *m_areDifferent;
    QLineEdit *m_reason;
    LabelledField *m_reasonField;
    MessageLine *m_message;
    QPushButton *m_separate;
};

} // namespace reeve::ui
