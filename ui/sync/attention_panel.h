// SPDX-License-Identifier: MIT
#pragma once

#include "ui/shell/overlay.h"
#include "ui/sync/attention_view_model.h"

#include <optional>

class QLabel;
class QListView;
class QPushButton;
class QVBoxLayout;

namespace reeve::services {
class SyncService;
}

namespace reeve::ui {

class ContentScroll;
class MessageLine;

// Needs attention: slides over the right of the window; the list above, what can be done about the chosen row below.
class AttentionPanel final : public Overlay
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(AttentionPanel)

public:
    // `sync` must outlive it.
    AttentionPanel(services::SyncService &sync, QWidget *over);

signals:
    void personRequested(const reeve::domain::PersonId &id);

protected:
    QWidget *firstFocus() override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showChosen();
    void fillConflict(const AttentionRow &row, QVBoxLayout *into);
    void fillEntry(const AttentionRow &row, QVBoxLayout *into);
    [[nodiscard]] QPushButton *askSupervisor(const QString &number);

    AttentionViewModel *m_viewModel;
    QLabel *m_title;
    QPushButton *m_close;
    QLabel *m_empty;
    QListView *m_list;
    MessageLine *m_message;
    QPushButton *m_undo;
    QLabel *m_decided;
    ContentScroll *m_holder;             // nothing in it at first
    std::optional<AttentionRow> m_shown; // what stands there is about
};

} // namespace reeve::ui
