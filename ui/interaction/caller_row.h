// SPDX-License-Identifier: MIT
#pragma once

#include "ui/interaction/draft_view_model.h"

#include <QWidget>

class QButtonGroup;
class QComboBox;
class QLineEdit;
class QPushButton;

namespace reeve::ui {

class Caption;

// Who is in touch: the person on screen, somebody on their behalf, or somebody who does not say.
class CallerRow final : public QWidget
{
    Q_OBJECT

public:
    explicit CallerRow(QWidget *parent = nullptr);

    void show(const DraftViewModel &draft);
    using QWidget::show;
    void retranslate();
    void focusChoices();

signals:
    void changed(reeve::ui::DraftViewModel::Caller caller, reeve::domain::PartyRole role, const QString &nameAsTold);

private:
    void report();
    void showFields();
    void setNameIfNew(const QString &name);
    [[nodiscard]] DraftViewModel::Caller caller() const;

    bool m_hasPerson = false;
    QString m_personName;
    QButtonGroup *m_who;
    QPushButton *m_person;
    QPushButton *m_somebody;
    QPushButton *m_anonymous;
    Caption *m_caption;
    QComboBox *m_role;
    QLineEdit *m_name;
    bool m_isShowing = false;
};

} // namespace reeve::ui
