// SPDX-License-Identifier: MIT
#include "ui/parts/caption.h"

#include <QHBoxLayout>
#include <QLabel>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

Caption::Caption(QWidget *buddy, QWidget *parent) : QWidget(parent), m_words(new QLabel(this)), m_key(new QLabel(this))
{
    m_words->setProperty("role", u"strong"_s);
    m_words->setBuddy(buddy);
    m_key->setProperty("role", u"key"_s);
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    row->addWidget(m_words);
    row->addWidget(m_key);
    row->addStretch(1);
}

void Caption::setWords(const QString &words, const QString &key)
{
    m_words->setText(words);
    m_key->setText(key);
    m_key->setVisible(!key.isEmpty());
}

} // namespace reeve::ui
