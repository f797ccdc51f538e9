// SPDX-License-Identifier: MIT
#pragma once

#include "ui/privacy/late_flag_view_model.h"

#include <QFrame>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace reeve::ui {

class FlagChooser;
class FlaggedItemRow;
class MessageLine;

// Flags something sensitive in an interaction that is finished: its kind and basis as during the call, then what was
// said. Esc folds it; what was typed is there again when the same interaction is flagged.
class LateFlag final : public QFrame
{
    Q_OBJECT

public:
    // Both must outlive it.
    LateFlag(services::PrivacyService &privacy, services::Desk &desk, QWidget *parent = nullptr);

    // `when`: of the interaction, as its line says.
    void open(const domain::InteractionId &interaction, const QString &when);
    void save(); // or goes to what is missing
    void retranslate();

signals:
    void saved();
    void folded();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    bool event(QEvent *event) override;

private:
    void render();
    void dropRow();
    [[nodiscard]] QString missingWords() const;

    LateFlagViewModel *m_viewModel;
    QLabel *m_title;
    QString m_when;
    FlagChooser *m_chooser;
    FlaggedItemRow *m_row = nullptr;
    QVBoxLayout *m_place;
    MessageLine *m_message;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace reeve::ui
