// SPDX-License-Identifier: MIT
#include "ui/privacy/flagged_item_row.h"

#include "ui/parts/note_editor.h"
#include "ui/theme/icons.h"

#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

FlaggedItemRow::FlaggedItemRow(const domain::RestrictedItemId &id, QWidget *parent)
    : QFrame(parent),
      m_id(id),
      m_kind(new QLabel(this)),
      m_basis(new QLabel(this)),
      m_detailLabel(new QLabel(this)),
      m_detail(new NoteEditor(this)),
      m_evidenceLabel(new QLabel(this)),
      m_evidence(new QLineEdit(this)),
      m_remove(new QPushButton(this))
{
    setProperty("role", u"bannerRestricted"_s);
    m_kind->setProperty("role", u"badgeRestricted"_s);
    m_basis->setProperty("role", u"secondary"_s);
    m_basis->setWordWrap(true);
    m_detail->setLines(2);
    m_detail->setMaximumHeight(4 * m_detail->fontMetrics().lineSpacing() + 24);
    m_detailLabel->setWordWrap(true);
    m_evidenceLabel->setWordWrap(true);
    m_detailLabel->setBuddy(m_detail);
    m_evidenceLabel->setBuddy(m_evidence);
    m_remove->setProperty("role", u"quiet"_s);
    m_remove->setIcon(icon(u"trash", Role::Restricted));

    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(12, 8, 12, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_kind, 0, 0);
    grid->addWidget(m_remove, 0, 2);
    grid->addWidget(m_basis, 1, 0, 1, 3); // in a line of its own: the row also stands beside the timeline
    grid->addWidget(m_detailLabel, 2, 0, 1, 3);
    grid->addWidget(m_detail, 3, 0, 1, 3);
    grid->addWidget(m_evidenceLabel, 4, 0, 1, 3);
    grid->addWidget(m_evidence, 5, 0, 1, 3);

    connect(m_detail, &NoteEditor::edited, this, &FlaggedItemRow::detailEdited);
    connect(m_detail, &NoteEditor::left, this, &FlaggedItemRow::left);
    connect(m_evidence, &QLineEdit::textChanged, this, &FlaggedItemRow::evidenceEdited);
    connect(m_evidence, &QLineEdit::editingFinished, this, &FlaggedItemRow::left);
    connect(m_remove, &QPushButton::clicked, this, &FlaggedItemRow::removed);
}

void FlaggedItemRow::show(const Words &words, const QString &detail, const QString &evidence)
{
    m_kind->setText(words.kind);
    m_basis->setText(words.basis);
    m_detailLabel->setText(tr("What was said. Kept apart from the note, and read only with a reason:"));
    m_detail->setAccessibleName(tr("%1: what was said").arg(words.kind));
    m_evidenceLabel->setText(words.evidenceQuestion);
    m_evidence->setAccessibleName(words.evidenceQuestion.isEmpty() ? tr("Evidence") : words.evidenceQuestion);
    m_evidenceLabel->setVisible(!words.evidenceQuestion.isEmpty());
    m_evidence->setVisible(!words.evidenceQuestion.isEmpty());
    m_remove->setText(tr("Remove"));
    m_remove->setAccessibleName(tr("Remove the flag: %1").arg(words.kind));
    m_detail->show(detail);
    if (m_evidence->text() != evidence) {
        const QSignalBlocker quiet(m_evidence);
        m_evidence->setText(evidence);
    }
}

void FlaggedItemRow::focusDetail()
{
    m_detail->setFocus(Qt::OtherFocusReason);
}

} // namespace reeve::ui
