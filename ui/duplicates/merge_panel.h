// SPDX-License-Identifier: MIT
#pragma once

#include "ui/duplicates/pair_view_model.h"
#include "ui/shell/overlay.h"

class QLabel;
class QPushButton;

namespace reeve::services {
class PersonService;
}

namespace reeve::ui {

class FindBox;
class MessageLine;
class PairView;

// Merge with…: finds the other record of an open person, shows both beside each other with what they become, merges.
class MergePanel final : public Overlay
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(MergePanel)

public:
    // All must outlive it.
    MergePanel(services::PersonService &people, services::DuplicateService &duplicates,
               const services::MergeService &merges, services::SyncService &sync, QWidget *over);

    [[nodiscard]] PairViewModel &viewModel() noexcept { return *m_viewModel; }

    void openFor(const domain::PersonId &person, const QString &name);

signals:
    void merged(const reeve::domain::MergeEventId &event, const reeve::domain::PersonId &survivor);

protected:
    QWidget *firstFocus() override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void showState();
    void choose(const domain::PersonId &other);

    PairViewModel *m_viewModel;
    domain::PersonId m_person;
    QString m_name;
    QLabel *m_title;
    QPushButton *m_close;
    QLabel *m_hint;
    FindBox *m_find;
    MessageLine *m_message;
    PairView *m_pair;
    QPushButton *m_merge;
};

} // namespace reeve::ui
