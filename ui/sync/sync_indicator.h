// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/sync/sync_service.h"
#include "ui/sync/sync_words.h"

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

    [[nodiscard]] QSize minimumSizeHint() const override; // it says less where there is little room

public slots:
    void setStatus(const reeve::services::SyncStatus &status);

signals:
    void signInRequested();
    void attentionRequested();
    void removalsAllowed();

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void render();
    void fit();
    // Whether there is room for it.
    bool say(const QString &words, const QString &attention);

    services::SyncStatus m_status;
    SyncWords m_said;
    QPushButton *m_attention;
    QFrame *m_pill;
    QLabel *m_icon;
    ElidedLabel *m_words;
    QPushButton *m_signIn;
    QPushButton *m_allow;
};

} // namespace reeve::ui
