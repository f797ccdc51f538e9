// SPDX-License-Identifier: MIT
#include "ui/duplicates/pair_view.h"

#include "ui/duplicates/match_words.h"
#include "ui/duplicates/merge_words.h"
#include "ui/duplicates/pair_table.h"
#include "ui/duplicates/pair_view_model.h"
#include "ui/parts/plain_label.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"

#include <QFrame>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

PairView::PairView(PairViewModel &viewModel, QWidget *parent)
    : QWidget(parent),
      m_viewModel(viewModel),
      m_summary(plainLabel({}, u"secondary"_s)),
      m_caution(new QFrame),
      m_cautionWords(plainLabel({}, {})),
      m_cautionMark(new QLabel),
      m_table(new PairTable)
{
    setProperty("role", u"clear"_s);
    m_caution->setProperty("role", u"bannerAttention"_s);
    auto *caution = new QHBoxLayout(m_caution);
    caution->setContentsMargins(grid(1.5), grid(1), grid(1.5), grid(1));
    caution->setSpacing(grid(1));
    caution->addWidget(m_cautionMark, 0, Qt::AlignTop);
    caution->addWidget(m_cautionWords, 1);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(grid(1.5));
    column->addWidget(m_summary);
    column->addWidget(m_caution);
    column->addWidget(m_table, 1);
    connect(&m_viewModel, &PairViewModel::changed, this, &PairView::render);
    connect(m_table, &PairTable::chosen, &m_viewModel, &PairViewModel::choose);
    retranslate();
}

void PairView::retranslate()
{
    m_table->setAccessibleName(tr("The two records side by side"));
    m_table->retranslate();
    render();
}

void PairView::render()
{
    const auto state = m_viewModel.state();
    const bool isShown = state == PairViewModel::State::Shown || state == PairViewModel::State::Merging;
    if (state == PairViewModel::State::Loading)
        return; // what is shown stays until the next is there: nothing flickers
    m_table->setVisible(isShown);
    m_summary->setVisible(isShown);
    m_caution->setVisible(false);
    setEnabled(state != PairViewModel::State::Merging);
    if (!isShown) {
        m_table->clear();
        return;
    }
    const services::PairReview &review = m_viewModel.review();
    m_summary->setText(u"%1 – %2"_s.arg(outcomeWords(review.match.outcome), reasonWords(review.match.reasons)));
    QString caution = cautionWords(review.match.caution);
    if (const QString relations = relationsWords(review.preview.relations); !relations.isEmpty()) {
        //: %1: what they are to each other, "Partner, Child"
        caution =
            tr("These two are recorded as related to each other (%1): they are hardly one person.").arg(relations) +
            u' ' + caution;
    }
    if (m_viewModel.isContradiction())
        caution = tr("Somebody has said that these two are not the same person.") + u' ' + caution;
    m_cautionWords->setText(caution.trimmed());
    m_cautionMark->setPixmap(
        iconPixmap(u"exclamation-triangle", Role::Attention, fontMetrics().height(), devicePixelRatioF()));
    m_caution->setVisible(!caution.isEmpty());

    std::vector<PairRow> rows = m_viewModel.rows();
    if (!m_viewModel.isChoosing())
        std::erase_if(rows, [](const PairRow &row) { return row.difference == PairRow::Difference::Kept; });
    m_table->show(review, rows, m_viewModel.isChoosing());
}

bool PairView::focusFirstChoice()
{
    return m_table->focusFirstChoice();
}

} // namespace reeve::ui
