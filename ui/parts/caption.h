// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QLabel;

namespace reeve::ui {

// The words above a field, and the key that leads there.
class Caption final : public QWidget
{
    Q_OBJECT

public:
    explicit Caption(QWidget *buddy, QWidget *parent = nullptr);

    // `key` empty: no key cap.
    void setWords(const QString &words, const QString &key);

private:
    QLabel *m_words;
    QLabel *m_key;
};

} // namespace reeve::ui
