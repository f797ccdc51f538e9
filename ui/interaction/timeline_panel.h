// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/interaction/interaction_service.h"
#include "ui/interaction/timeline_place.h"

#include <QFrame>

#include <memory>

namespace reeve::ui {

class TimelineViewModel;

// What has been said before: a person's interactions, newest first, at the right of the window.
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

public slots:
    void show(const reeve::domain::PersonId &person);
    // The same, with this interaction chosen and opened once it is there.
    void showInteraction(const reeve::domain::PersonId &person, const reeve::domain::InteractionId &interaction);
    void refresh(); // the same person once more; the selection stays
    void clear();
    void focusList();

signals:
    void localChange(); // a note was added to a finished interaction

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void render();
    void chooseWanted();

    TimelineViewModel *m_viewModel;
    domain::InteractionId m_wanted; // to be chosen when the timeline is read; null: none
    bool m_opensWanted = true;
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace reeve::ui
