// SPDX-License-Identifier: MIT
#include "ui/privacy/late_flag.h"

#include "ui/parts/message_line.h"
#include "ui/privacy/basis_words.h"
#include "ui/privacy/flag_chooser.h"
#include "ui/privacy/flagged_item_row.h"
#include "ui/words/error_words.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

LateFlag::LateFlag(services::PrivacyService &privacy, services::Desk &desk, QWidget *parent)
    : QFrame(parent),
      m_viewModel(new LateFlagViewModel(privacy, desk, this)),
      m_title(new QLabel(this)),
      m_chooser(new FlagChooser(m_viewModel->policy(), this)),
      m_place(new QVBoxLayout),
      m_message(new MessageLine(u"danger"_s, this)),
      m_save(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    setObjectName(u"lateFlag"_s);
    m_title->setProperty("role", u"strong"_s);
    m_title->setWordWrap(true);
    m_save->setObjectName(u"saveFlag"_s);
    m_cancel->setProperty("role", u"quiet"_s);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch(1);
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(8, 4, 8, 4);
    column->addWidget(m_title);
    column->addWidget(m_chooser);
    column->addLayout(m_place);
    column->addWidget(m_message);
    column->addLayout(buttons);
    hide();

    connect(m_chooser, &FlagChooser::chosen, this, [this](const domain::BasisPreset &preset) {
        m_viewModel->choose(preset);
        if (m_row)
            m_row->focusDetail();
    });
    connect(m_chooser, &FlagChooser::folded, this, &LateFlag::folded);
    connect(m_save, &QPushButton::clicked, this, &LateFlag::save);
    connect(m_cancel, &QPushButton::clicked, this, [this] {
        m_viewModel->drop();
        emit folded();
    });
    connect(m_viewModel, &LateFlagViewModel::changed, this, &LateFlag::render);
    connect(m_viewModel, &LateFlagViewModel::saved, this, &LateFlag::saved);
    connect(m_viewModel, &LateFlagViewModel::failed, this, [this](ErrorCode code) { m_message->say(words(code)); });
    retranslate();
}

void LateFlag::retranslate()
{
    setAccessibleName(tr("Flag something sensitive in a finished interaction"));
    m_title->setText(tr("Flag something sensitive that was said (%1)").arg(m_when));
    m_save->setText(tr("Save the flag"));
    m_cancel->setText(tr("Cancel"));
    m_chooser->retranslate();
    render();
}

void LateFlag::open(const domain::InteractionId &interaction, const QString &when)
{
    m_when = when;
    m_message->say({});
    m_viewModel->start(interaction);
    retranslate();
    show();
    if (m_row)
        m_row->focusDetail();
    else
        m_chooser->open(m_viewModel->today());
}

void LateFlag::dropRow()
{
    if (!m_row)
        return;
    m_row->hide();
    m_row->deleteLater(); // it may be the one that says so
    m_row = nullptr;
}

void LateFlag::render()
{
    const auto &item = m_viewModel->item();
    m_save->setVisible(item.has_value());
    m_save->setEnabled(!m_viewModel->isSaving());
    m_save->setAccessibleDescription(missingWords());
    if (!item) {
        dropRow();
        return;
    }
    const auto id = std::visit([](const auto &one) { return one.id; }, *item);
    if (!m_row || m_row->id() != id) {
        dropRow();
        m_row = new FlaggedItemRow(id, this);
        m_place->addWidget(m_row);
        setTabOrder(m_row, m_cancel);
        setTabOrder(m_cancel, m_save);
        connect(m_row, &FlaggedItemRow::detailEdited, m_viewModel, &LateFlagViewModel::setDetail);
        connect(m_row, &FlaggedItemRow::evidenceEdited, m_viewModel, &LateFlagViewModel::setEvidence);
        connect(m_row, &FlaggedItemRow::removed, this, [this] {
            m_viewModel->drop();
            m_chooser->open(m_viewModel->today());
        });
    }
    m_chooser->hide();
    const domain::LawfulBasisPolicy &policy = m_viewModel->policy();
    if (const auto *special = std::get_if<domain::SpecialCategoryItem>(&*item))
        m_row->show({categoryWords(special->category), basisWords(policy, special->condition, special->schedule1),
                     needsEvidence(policy, *special) ? evidenceQuestion(special->condition) : QString()},
                    special->detail, special->evidence);
    else if (const auto *offence = std::get_if<domain::CriminalOffenceItem>(&*item))
        m_row->show({tr("Criminal offence"), basisWords(policy, {}, offence->schedule1),
                     needsEvidence(policy, *offence) ? evidenceQuestion({}) : QString()},
                    offence->detail, offence->evidence);
}

QString LateFlag::missingWords() const
{
    const auto missing = m_viewModel->missing();
    if (!missing)
        return {};
    switch (*missing) {
    case LateFlagViewModel::Missing::Detail:
        return tr("Say what was said.");
    case LateFlagViewModel::Missing::Evidence:
        return tr("Answer the question under the flag.");
    case LateFlagViewModel::Missing::Basis:
        break;
    }
    return tr("The council has no valid basis for this flag at present; choose another one.");
}

void LateFlag::save()
{
    const QString missing = missingWords();
    m_message->say(missing);
    if (missing.isEmpty())
        m_viewModel->save();
    else if (m_row)
        m_row->focusDetail();
}

void LateFlag::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit folded();
    else
        QFrame::keyPressEvent(event);
}

bool LateFlag::event(QEvent *event)
{
    // Ctrl+Enter and Esc mean what is written here, whatever they mean in the window.
    if (event->type() == QEvent::ShortcutOverride && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QFrame::event(event);
}

} // namespace reeve::ui
