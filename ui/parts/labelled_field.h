// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace reeve::ui {

// A field with its label above and room for a hint below: what was understood, or what is wrong, where the hand is.
class LabelledField final : public QWidget
{
    Q_OBJECT

public:
    enum class Tone { Calm, Attention, Wrong };

    // Takes `control` over.
    explicit LabelledField(QWidget *control, QWidget *parent = nullptr);

    void setWords(const QString &label);
    // Empty: none. Wrong marks the field, too.
    void setHint(const QString &words, Tone tone = Tone::Calm);

private:
    QWidget *m_control;
    QLabel *m_label;
    QLabel *m_hint;
    QString m_words;
};

} // namespace reeve::ui
