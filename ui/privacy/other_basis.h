// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/lawful_basis.h"

#include <QWidget>

class QComboBox;
class QLabel;
class QPushButton;

namespace reeve::ui {

// Any category and any basis that holds for it today, for what the ready-made choices do not cover.
class OtherBasis final : public QWidget
{
    Q_OBJECT

public:
    // `policy` must outlive it.
    explicit OtherBasis(const domain::LawfulBasisPolicy &policy, QWidget *parent = nullptr);

    void resume();
    void open(QDate today);
    void retranslate();

signals:
    void chosen(const reeve::domain::BasisPreset &basis);

protected:
    void keyPressEvent(QKeyEvent *event) override; // Enter flags

private:
    void showBases();
    void showCitation();
    [[nodiscard]] const domain::BasisPreset *current() const; // nullptr when there is none to choose

    const domain::LawfulBasisPolicy &m_policy;
    QDate m_today;
    std::vector<domain::BasisPreset> m_bases; // as the list has them
    QLabel *m_categoryLabel;
    QComboBox *m_category;
    QLabel *m_reasonLabel;
    QComboBox *m_reason;
    QLabel *m_citation;
    QPushButton *m_flag;
};

} // namespace reeve::ui
