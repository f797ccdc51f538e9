// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/tell_once_service.h"
#include "ui/person/unsaved_death.h"

#include <QFrame>
#include <QStringListModel>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace reeve::ui {

class LabelledField;
class MessageLine;

// Takes down that somebody has died, in one place and once: the day, who says so, and whom to speak to from now on.
// A part of the panel, not a dialog; Escape leaves it, and what was typed can be taken back up with resume().
class DeathCard final : public QFrame
{
    Q_OBJECT
    Q_DISABLE_COPY_MOVE(DeathCard)

public:
    explicit DeathCard(QWidget *parent = nullptr);

    // For that person; what is known already stands in the fields.
    void open(const domain::Person &person, const services::ToldBy &told, QDate today);
    void resume(const UnsavedDeath &typed); // what was typed before, after open()
    void focusFirst();
    // What has been typed while it is open; none where nothing was.
    [[nodiscard]] std::optional<UnsavedDeath> unsaved() const;
    void close(); // nothing typed is left
    void say(const QString &words);
    void record(); // as its button does; says what is still missing
    void retranslate();

signals:
    void edited();
    void recorded(const reeve::services::DeathNotice &notice);
    void cancelled();

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void read();
    [[nodiscard]] UnsavedDeath typed() const;
    [[nodiscard]] std::optional<domain::Relationship> estate() const;

    services::ToldBy m_told;
    UnsavedDeath m_opened; // as the fields were then
    std::optional<domain::PartialDate> m_born;
    std::optional<domain::PartialDate> m_date;  // as typed, when it can be
    domain::Relationship m_estate;              // who deals with the estate already
    std::vector<domain::Relationship> m_around; // who may be named
    QStringListModel m_names;                   // of them
    QDate m_today;
    QLabel *m_title;
    QLabel *m_meaning;
    QLineEdit *m_day;
    LabelledField *m_dayField;
    QComboBox *m_source;
    LabelledField *m_sourceField;
    QCheckBox *m_verified;
    QLineEdit *m_name;
    LabelledField *m_nameField;
    QLineEdit *m_reach;
    LabelledField *m_reachField;
    MessageLine *m_message;
    QPushButton *m_record;
    QPushButton *m_cancel;
};

} // namespace reeve::ui
