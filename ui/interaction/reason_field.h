// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/service_catalogue.h"

#include <QWidget>

class QLabel;
class QLineEdit;

namespace reeve::ui {

class DropList;
class FlowLayout;
class ReasonModel;

// Why somebody got in touch: the reasons chosen so far, each with a button that takes it away, and a field in which a
// short code or the beginning of a word finds the next. `catalogue` must outlive it.
class ReasonField final : public QWidget
{
    Q_OBJECT

public:
    explicit ReasonField(const domain::ServiceCatalogue &catalogue, QWidget *parent = nullptr);

    void setReasons(const std::vector<domain::ReasonCode> &reasons);
    void focusField();
    void retranslate();

signals:
    void added(const reeve::domain::ReasonCode &code);
    void removed(const reeve::domain::ReasonCode &code);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showChips();
    void suggest();
    void choose(int row);
    [[nodiscard]] bool keyPressed(int key);

    const domain::ServiceCatalogue &m_catalogue;
    std::vector<domain::ReasonCode> m_reasons;
    FlowLayout *m_flow;
    QLineEdit *m_field;
    ReasonModel *m_model;
    DropList *m_drop;
};

} // namespace reeve::ui
