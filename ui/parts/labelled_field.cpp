// SPDX-License-Identifier: MIT
#include "ui/parts/labelled_field.h"

#include "ui/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

LabelledField::LabelledField(QWidget *control, QWidget *parent)
    : QWidget(parent),
      m_control(control),
      m_label(new QLabel(this)),
      m_hint(new QLabel(this))
{
    m_label->setProperty("role", u"secondary"_s);
    m_label->setWordWrap(true);
    m_label->setBuddy(control);
    m_hint->setProperty("role", u"secondary"_s);
    m_hint->setWordWrap(true);
    m_hint->hide();
    control->setMinimumHeight(qMax(32, control->minimumHeight()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(2);
    column->addWidget(m_label);
    column->addWidget(control);
    column->addWidget(m_hint);
    column->addStretch(1);
}

void LabelledField::setWords(const QString &label)
{
    m_label->setText(label);
    m_control->setAccessibleName(label);
}

void LabelledField::setHint(const QString &words, Tone tone)
{
    if (words != m_words) {
        m_words = words;
        m_hint->setText(words);
        m_hint->setVisible(!words.isEmpty());
        m_control->setAccessibleDescription(words);
    }
    const QString role = tone == Tone::Calm ? u"secondary"_s : tone == Tone::Attention ? u"attention"_s : u"danger"_s;
    if (m_hint->property("role").toString() != role) {
        m_hint->setProperty("role", role);
        restyle(m_hint);
    }
    const bool isWrong = tone == Tone::Wrong && !words.isEmpty();
    if (m_control->property("invalid").toBool() != isWrong) {
        m_control->setProperty("invalid", isWrong);
        restyle(m_control);
    }
}

} // namespace reeve::ui
