// SPDX-License-Identifier: MIT
#pragma once

#include "ui/duplicates/duplicates_view_model.h"
#include "ui/shell/overlay.h"

class QKeyEvent;
class QLabel;
class QListView;
class QProgressBar;
class QPushButton;

namespace reeve::ui {

class MessageLine;
class PairView;

// Find duplicates: the pairs on the left, the two of the chosen one beside each other on the right, and one key for
// each answer. It asks nothing twice; what was said last is taken back with Ctrl+Z.
class DuplicatesPanel final : public Overlay
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DuplicatesPanel)

public:
    // All must outlive it.
    DuplicatesPanel(services::DuplicateService &duplicates, const services::MergeService &merges,
                    services::SyncService &sync, QWidget *over);

    [[nodiscard]] DuplicatesViewModel &viewModel() noexcept { return *m_viewModel; }

signals:
    void localChange();
    void peopleChanged();

protected:
    QWidget *firstFocus() override;
    bool event(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    struct Buttons
    {
        QPushButton *same;
        QPushButton *notSame;
        QPushButton *later;
        QPushButton *previous;
        QPushButton *next;
        QPushButton *merge;
        QPushButton *back;
        QPushButton *takeBack;
    };

    [[nodiscard]] QWidget *listSide();
    [[nodiscard]] QWidget *pairSide();
    void retranslate();
    void showState();
    void showPair();
    void sayDone(DuplicatesViewModel::Done what);
    void setChoosing(bool isChoosing);
    void changeList();
    void step(int by);
    bool keyPressed(const QKeyEvent &press);
    [[nodiscard]] QString statusWords() const;
    [[nodiscard]] QPushButton *button(const QString &role, QStringView iconName);

    DuplicatesViewModel *m_viewModel;
    QLabel *m_title;
    QPushButton *m_close;
    QLabel *m_status;
    QProgressBar *m_progress;
    QPushButton *m_search;
    QPushButton *m_which; // those to review, or those that were decided
    MessageLine *m_message;
    QPushButton *m_undo;
    QWidget *m_listSide = nullptr;
    QListView *m_list;
    PairView *m_pair;
    Buttons m_buttons;
};

} // namespace reeve::ui
