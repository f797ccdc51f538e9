// SPDX-License-Identifier: MIT
#pragma once

#include "core/base/clock.h"

#include <QFrame>
#include <QTimer>

#include <optional>

class QHBoxLayout;
class QLabel;

namespace reeve::ui {

class ElidedLabel;

// The strip on top: the state of the call and its timer, who is speaking, the find box, and how far the work has got.
class Strip final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(Strip)

public:
    // Takes the two; `clock` must outlive it.
    Strip(const Clock &clock, QWidget *findBox, QWidget *syncIndicator, QWidget *parent = nullptr);

    [[nodiscard]] QSize minimumSizeHint() const override; // its parts follow its width, and never the other way round

public slots:
    // Empty words: nothing is in work.
    void setCall(const QString &words, const std::optional<reeve::Instant> &startedAt);
    void setWho(const QString &name);

protected:
    void changeEvent(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void render();
    void tick();
    void fit();

    const Clock &m_clock;
    QTimer m_timer;
    QString m_callWords;
    std::optional<Instant> m_startedAt;
    QString m_name;
    QWidget *m_findBox;
    QWidget *m_state; // what one is in, and with whom
    QLabel *m_icon;
    QLabel *m_call;
    QLabel *m_time;
    ElidedLabel *m_who;
};

} // namespace reeve::ui
