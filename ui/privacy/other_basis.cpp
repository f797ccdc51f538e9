// SPDX-License-Identifier: MIT
#include "ui/privacy/other_basis.h"

#include "ui/privacy/basis_words.h"

#include <QComboBox>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <array>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::SpecialCategory;

namespace {

// What the ready-made choices leave out comes first.
constexpr std::array categories = {
    SpecialCategory::PoliticalOpinions,
    SpecialCategory::TradeUnionMembership,
    SpecialCategory::Genetic,
    SpecialCategory::Biometric,
    SpecialCategory::SexLife,
    SpecialCategory::Health,
    SpecialCategory::RacialOrEthnicOrigin,
    SpecialCategory::ReligiousOrPhilosophicalBeliefs,
    SpecialCategory::SexualOrientation,
};
const QString criminalOffence = u"criminal_offence"_s;

// What somebody volunteers is mostly held so.
constexpr QLatin1StringView usual = "S1P6"_L1;

} // namespace

OtherBasis::OtherBasis(const domain::LawfulBasisPolicy &policy, QWidget *parent)
    : QWidget(parent),
      m_policy(policy),
      m_categoryLabel(new QLabel(this)),
      m_category(new QComboBox(this)),
      m_reasonLabel(new QLabel(this)),
      m_reason(new QComboBox(this)),
      m_citation(new QLabel(this)),
      m_flag(new QPushButton(this))
{
    m_categoryLabel->setBuddy(m_category);
    m_reasonLabel->setBuddy(m_reason);
    m_citation->setProperty("role", u"secondary"_s);
    m_citation->setWordWrap(true);
    m_reason->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_reason->setMinimumContentsLength(24);
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 4, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->addWidget(m_categoryLabel, 0, 0);
    grid->addWidget(m_category, 0, 1, Qt::AlignLeft);
    grid->addWidget(m_reasonLabel, 1, 0);
    grid->addWidget(m_reason, 1, 1);
    grid->addWidget(m_citation, 2, 1);
    grid->addWidget(m_flag, 2, 2);
    for (int i = 0; i <= static_cast<int>(categories.size()); ++i)
        m_category->addItem(QString());
    connect(m_category, &QComboBox::currentIndexChanged, this, &OtherBasis::showBases);
    connect(m_reason, &QComboBox::currentIndexChanged, this, &OtherBasis::showCitation);
    connect(m_flag, &QPushButton::clicked, this, [this] {
        if (const domain::BasisPreset *basis = current())
            emit chosen(domain::BasisPreset(*basis));
    });
    retranslate();
}

void OtherBasis::retranslate()
{
    m_categoryLabel->setText(tr("What was said"));
    m_reasonLabel->setText(tr("Why may we hold it?"));
    m_category->setAccessibleName(m_categoryLabel->text());
    m_reason->setAccessibleName(m_reasonLabel->text());
    m_flag->setText(tr("Flag it   Enter"));
    m_flag->setAccessibleName(tr("Flag it"));
    for (std::size_t i = 0; i < categories.size(); ++i)
        m_category->setItemText(static_cast<int>(i), categoryWords(categories[i]));
    m_category->setItemText(static_cast<int>(categories.size()), presetWords({{}, criminalOffence, {}, {}}));
    for (std::size_t i = 0; i < m_bases.size(); ++i)
        m_reason->setItemText(static_cast<int>(i), reasonWords(m_bases[i]));
    showCitation();
}

void OtherBasis::open(QDate today)
{
    m_today = today;
    m_category->setCurrentIndex(0);
    showBases();
    show();
    m_category->setFocus(Qt::ShortcutFocusReason);
}

void OtherBasis::resume()
{
    m_category->setFocus(Qt::ShortcutFocusReason);
}

void OtherBasis::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        m_flag->click();
    else
        QWidget::keyPressEvent(event);
}

void OtherBasis::showBases()
{
    const auto index = static_cast<std::size_t>(std::max(m_category->currentIndex(), 0));
    m_bases = m_policy.basesFor(index < categories.size() ? toCode(categories[index]) : criminalOffence, m_today);
    m_reason->clear();
    for (const domain::BasisPreset &basis : m_bases)
        m_reason->addItem(reasonWords(basis));
    const auto first = std::find_if(m_bases.begin(), m_bases.end(),
                                    [](const domain::BasisPreset &basis) { return basis.schedule1 == usual; });
    m_reason->setCurrentIndex(first == m_bases.end() ? 0 : static_cast<int>(first - m_bases.begin()));
    showCitation();
}

void OtherBasis::showCitation()
{
    const domain::BasisPreset *const basis = current();
    m_citation->setText(basis ? basisWords(m_policy, basis->condition, basis->schedule1) : QString());
    m_flag->setEnabled(basis != nullptr);
}

const domain::BasisPreset *OtherBasis::current() const
{
    const int index = m_reason->currentIndex();
    return index >= 0 && index < static_cast<int>(m_bases.size()) ? &m_bases[static_cast<std::size_t>(index)] : nullptr;
}

} // namespace reeve::ui
