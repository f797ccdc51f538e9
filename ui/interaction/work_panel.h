// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/interaction/interaction_service.h"

#include <QFrame>

#include <memory>

namespace reeve::ui {

class WorkSheet;
class WorkViewModel;

// The interaction in work, in the centre of the window: what was said, why, and how it ended. Several may be open;
// all are saved while one types and are there again after a restart. The services must outlive it.
class WorkPanel final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(WorkPanel)

public:
    WorkPanel(services::InteractionService &interactions, services::Desk &desk, QWidget *parent = nullptr);
    ~WorkPanel() override;

    [[nodiscard]] WorkViewModel &viewModel() const noexcept { return *m_viewModel; }

public slots:
    void start(reeve::domain::Channel channel, reeve::domain::Direction direction);
    // The person of the interaction in work; none: not known, or anonymous.
    void setPerson(const std::optional<reeve::domain::PersonId> &person, const QString &displayName,
                   bool hasDied = false);
    void adoptOther(); // makes the interaction about the other person on screen, where one is
    void finishCurrent();
    void discardCurrent();
    void undoDiscard();
    void focusNote();
    void focusCaller();
    void focusReasons();
    void flagSensitive();
    void wrapUp();
    void switchTo(int index); // from 0
    void goOnWith(int index); // with the caret in its note
    // Saves what has been typed and not yet saved: before locking or closing.
    void flush();

signals:
    // A tab with another person was activated (or one without).
    void personRequested(const std::optional<reeve::domain::PersonId> &person);
    void finished(const reeve::domain::InteractionId &id, const std::optional<reeve::domain::PersonId> &person);
    void localChange(); // the outbox changed
    void callStateChanged(const QString &words, const std::optional<reeve::Instant> &startedAt);

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void render();
    void focusSheet(void (WorkSheet::*part)());

    WorkViewModel *m_viewModel;
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace reeve::ui
