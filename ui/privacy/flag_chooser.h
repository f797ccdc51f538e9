// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/lawful_basis.h"

#include <QFrame>

class QButtonGroup;
class QLabel;
class QPushButton;

namespace reeve::ui {

class OtherBasis;

// What kind of sensitive thing was said, and on what basis it may be held: one key picks it, 0 opens all categories and
// bases, Esc folds the list.
class FlagChooser final : public QFrame
{
    Q_OBJECT

public:
    // `policy` must outlive it.
    explicit FlagChooser(const domain::LawfulBasisPolicy &policy, QWidget *parent = nullptr);

    void open(QDate today); // whose bases hold on that day
    void resume();          // the hand goes back to what is still to be chosen
    void retranslate();

    // The key of each choice: 1 to 9, then a, b, c …
    [[nodiscard]] static QChar keyOf(int index);

signals:
    void chosen(const reeve::domain::BasisPreset &preset);
    void folded();
    void grown(QWidget *part); // there is more to see

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool event(QEvent *event) override;

private:
    void fitWords();
    void choose(int index);
    void openOther();

    const domain::LawfulBasisPolicy &m_policy;
    QLabel *m_title;
    QButtonGroup *m_choices;
    QPushButton *m_somethingElse;
    OtherBasis *m_other;
    QDate m_today;
};

} // namespace reeve::ui
