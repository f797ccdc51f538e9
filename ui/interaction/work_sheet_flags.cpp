// SPDX-License-Identifier: MIT
// The rows of what was flagged as sensitive.
#include "ui/interaction/work_sheet.h"
#include "ui/privacy/basis_words.h"
#include "ui/privacy/flagged_item_row.h"

#include <QVBoxLayout>

#include <algorithm>

namespace reeve::ui {

FlaggedItemRow *WorkSheet::rowOf(const domain::RestrictedItemId &id)
{
    for (FlaggedItemRow *row : m_flagRows) {
        if (row->id() == id)
            return row;
    }
    auto *row = new FlaggedItemRow(id, this);
    connect(row, &FlaggedItemRow::detailEdited, this, [this, id](const QString &text) {
        if (m_draft)
            m_draft->setDetail(id, text);
    });
    connect(row, &FlaggedItemRow::evidenceEdited, this, [this, id](const QString &text) {
        if (m_draft)
            m_draft->setEvidence(id, text);
    });
    connect(row, &FlaggedItemRow::removed, this, [this, id] {
        if (m_draft)
            m_draft->removeRestricted(id);
        focusNote();
    });
    connect(row, &FlaggedItemRow::left, this, [this] {
        if (m_draft)
            m_draft->saveNow();
    });
    m_flags->addWidget(row);
    m_flagRows.push_back(row);
    return row;
}

void WorkSheet::renderFlags()
{
    const domain::Interaction &interaction = m_draft->interaction();
    std::vector<domain::RestrictedItemId> wanted;
    for (const domain::SpecialCategoryItem &item : interaction.specialCategory) {
        wanted.push_back(item.id);
        rowOf(item.id)->show({categoryWords(item.category),
                              basisWords(m_policy.lawfulBasis, item.condition, item.schedule1),
                              m_draft->needsEvidence(item) ? evidenceQuestion(item.condition) : QString()},
                             item.detail, item.evidence);
    }
    for (const domain::CriminalOffenceItem &item : interaction.criminalOffence) {
        wanted.push_back(item.id);
        rowOf(item.id)->show({tr("Criminal offence"), basisWords(m_policy.lawfulBasis, {}, item.schedule1),
                              m_draft->needsEvidence(item) ? evidenceQuestion({}) : QString()},
                             item.detail, item.evidence);
    }
    std::erase_if(m_flagRows, [&wanted](FlaggedItemRow *row) {
        const bool isGone = std::find(wanted.cbegin(), wanted.cend(), row->id()) == wanted.cend();
        if (isGone) {
            row->hide();
            row->deleteLater();
        }
        return isGone;
    });
}

} // namespace reeve::ui
