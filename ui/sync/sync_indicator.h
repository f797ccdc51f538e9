// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sync/sync_service.h"

#include <QFrame>

class QLabel;
class QPushButton;

namespace reeve::ui {

class ElidedLabel;

// The end of the strip: whether what was written is saved, sent and safe, and what a person can do about it.
class SyncIndicator final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(SyncIndicator)

public:
    explicit SyncIndicator(QWidget *parent = nullptr);

public slots:
    void setStatus(const reeve::services::SyncStatus &status);

signals:
    void signInRequested();
    void attentionRequested();
    void removalsAllowed();

protected:
    void changeEvent(QEvent *event) override;

private:
    void render();

    services::SyncStatus m_status;
    QPushButton *m_attention;
    QFrame *m_pill;
    QLabel *m_icon;
    ElidedLabel *m_words;
    QPushButton *m_signIn;
    QPushButton *m_allow;
};

} // namespace reeve::ui
