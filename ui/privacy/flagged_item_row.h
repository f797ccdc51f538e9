// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/restricted_item.h"

#include <QFrame>

class QLabel;
class QLineEdit;
class QPushButton;

namespace reeve::ui {

class NoteEditor;

// One sensitive thing flagged in the interaction in work: what kind, on what basis, and what was said.
class FlaggedItemRow final : public QFrame
{
    Q_OBJECT

public:
    explicit FlaggedItemRow(const domain::RestrictedItemId &id, QWidget *parent = nullptr);

    struct Words
    {
        QString kind;             // "Health"
        QString basis;            // "Basis: UK GDPR 9(2)(g) · DPA 2018 Sch 1 para 6"
        QString evidenceQuestion; // empty: none is asked
    };

    [[nodiscard]] domain::RestrictedItemId id() const { return m_id; }
    void show(const Words &words, const QString &detail, const QString &evidence);
    using QWidget::show;
    void focusDetail();

signals:
    void detailEdited(const QString &text);
    void evidenceEdited(const QString &text);
    void removed();
    void left();

private:
    domain::RestrictedItemId m_id;
    QLabel *m_kind;
    QLabel *m_basis;
    QLabel *m_detailLabel;
    NoteEditor *m_detail;
    QLabel *m_evidenceLabel;
    QLineEdit *m_evidence;
    QPushButton *m_remove;
};

} // namespace reeve::ui
