// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/service_catalogue.h"

#include <QWidget>

class QButtonGroup;

namespace reeve::ui {

// How it ended: one choice, by its number, by the first letters of its words, or with the arrow keys. None is chosen
// beforehand: a default would be what the figures say. `catalogue` must outlive it.
class DispositionRow final : public QWidget
{
    Q_OBJECT

public:
    explicit DispositionRow(const domain::ServiceCatalogue &catalogue, QWidget *parent = nullptr);

    void setDisposition(const domain::DispositionCode &code);
    void focusChoices();
    void retranslate();

signals:
    void chosen(const reeve::domain::DispositionCode &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void choose(int index);
    [[nodiscard]] bool typed(const QString &text);

    const domain::ServiceCatalogue &m_catalogue;
    QButtonGroup *m_choices;
    bool m_isShowing = false; // set from outside, which is nobody's choice
};

} // namespace reeve::ui
