// SPDX-License-Identifier: MIT
#pragma once

#include "ui/privacy/restricted_view_model.h"

#include <QFrame>

class QGridLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace reeve::ui {

class MessageLine;

// The violet badge: says that restricted items exist, never what they are. Opens to a list; each shows its content
// only after a reason was given, in place.
class RestrictedSection final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(RestrictedSection)

public:
    RestrictedSection(services::PrivacyService &privacy, services::SyncService &sync, QWidget *parent = nullptr);

    void setPerson(const std::optional<domain::PersonId> &person, int count);
    void startReveal(); // opens, and asks about the first
    void hideContent();
    void retranslate();

signals:
    void localChange();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void render();
    void renderMarks();
    [[nodiscard]] QString contentWords() const;

    RestrictedViewModel *m_viewModel;
    QPushButton *m_badge;
    QWidget *m_list;
    QVBoxLayout *m_rows;
    QWidget *m_ask;
    QLabel *m_question;
    QLineEdit *m_reason;
    QPushButton *m_show;
    QPushButton *m_cancel;
    QFrame *m_content;
    QLabel *m_contentTitle;
    QLabel *m_contentText;
    QPushButton *m_hide;
    MessageLine *m_failure;
};

} // namespace reeve::ui
