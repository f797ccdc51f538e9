// SPDX-License-Identifier: MIT
#include "ui/interaction/work_sheet.h"

#include "ui/interaction/caller_row.h"
#include "ui/interaction/disposition_row.h"
#include "ui/interaction/reason_field.h"
#include "ui/parts/caption.h"
#include "ui/parts/message_line.h"
#include "ui/parts/note_editor.h"
#include "ui/privacy/flag_chooser.h"
#include "ui/privacy/flagged_item_row.h"
#include "ui/shell/commands.h"
#include "ui/theme/icons.h"
#include "ui/words/announce.h"
#include "ui/words/dates.h"
#include "ui/words/error_words.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

WorkSheet::WorkSheet(const services::Policy &policy, QWidget *parent)
    : QWidget(parent),
      m_policy(policy),
      m_channelIcon(new QLabel(this)),
      m_title(new QLabel(this)),
      m_started(new QLabel(this)),
      m_setAside(new QPushButton(this)),
      m_caller(new CallerRow(this)),
      m_reasons(new ReasonField(policy.catalogue, this)),
      m_reasonsCaption(new Caption(m_reasons, this)),
      m_note(new NoteEditor(this)),
      m_noteCaption(new Caption(m_note, this)),
      m_saved(new QLabel(this)),
      m_cardMessage(new MessageLine(u"attention"_s, this)),
      m_flag(new QPushButton(this)),
      m_flagKey(new QLabel(this)),
      m_chooser(new FlagChooser(policy.lawfulBasis, this)),
      m_flags(new QVBoxLayout),
      m_disposition(new DispositionRow(policy.catalogue, this)),
      m_dispositionCaption(new Caption(m_disposition, this)),
      m_failure(new MessageLine(u"danger"_s, this)),
      m_missing(new QLabel(this)),
      m_finish(new QPushButton(this)),
      m_scroll(new QScrollArea(this))
{
    build();
    connectParts();
    retranslate();
}

void WorkSheet::connectParts()
{
    const auto withDraft = [this](auto action) {
        return [this, action](const auto &...values) {
            if (m_draft)
                (m_draft->*action)(values...);
        };
    };
    connect(m_caller, &CallerRow::changed, this, withDraft(&DraftViewModel::setCaller));
    connect(m_reasons, &ReasonField::added, this, withDraft(&DraftViewModel::addReason));
    connect(m_reasons, &ReasonField::removed, this, withDraft(&DraftViewModel::removeReason));
    connect(m_note, &NoteEditor::edited, this, withDraft(&DraftViewModel::setNote));
    connect(m_note, &NoteEditor::left, this, withDraft(&DraftViewModel::saveNow));
    connect(m_disposition, &DispositionRow::chosen, this, withDraft(&DraftViewModel::setDisposition));
    connect(m_setAside, &QPushButton::clicked, this, &WorkSheet::setAsideRequested);
    connect(m_flag, &QPushButton::clicked, this, &WorkSheet::flagSensitive);
    connect(m_finish, &QPushButton::clicked, this, &WorkSheet::finish);
    connect(m_chooser, &FlagChooser::folded, this, [this] {
        if (m_draft)
            renderMissing();
        focusNote();
    });
    connect(m_chooser, &FlagChooser::grown, this, &WorkSheet::bringIntoView);
    connect(m_chooser, &FlagChooser::chosen, this, [this](const domain::BasisPreset &preset) {
        if (!m_draft)
            return;
        m_draft->addRestricted(preset);
        if (m_flagRows.empty())
            return;
        m_flagRows.back()->focusDetail();
        bringIntoView(m_flagRows.back());
    });
}

void WorkSheet::show(DraftViewModel *draft)
{
    if (m_draft == draft)
        return;
    if (m_draft) {
        m_draft->saveNow();
        disconnect(m_draft, nullptr, this, nullptr);
    }
    m_draft = draft;
    m_chooser->hide();
    m_cardMessage->say({});
    m_failure->say({});
    setEnabled(draft != nullptr);
    if (!draft)
        return;
    connect(draft, &DraftViewModel::changed, this, &WorkSheet::render);
    connect(draft, &DraftViewModel::saveChanged, this, &WorkSheet::renderSaved);
    connect(draft, &DraftViewModel::cardMasked, this, &WorkSheet::cardMasked);
    connect(draft, &DraftViewModel::failed, this, &WorkSheet::renderSaved);
    render();
}

void WorkSheet::retranslate()
{
    m_setAside->setText(tr("Set aside"));
    m_setAside->setToolTip(tr("Sets this interaction aside without logging it (%1). It can be taken back.")
                               .arg(keyWords(Command::SetAside)));
    m_reasonsCaption->setWords(tr("Why are they in touch?"), keyWords(Command::Reasons));
    m_noteCaption->setWords(tr("Note"), keyWords(Command::Note));
    m_note->setAccessibleName(tr("Note"));
    m_note->setPlaceholderText(tr("What was said, what was agreed. Saved while you type."));
    m_flag->setText(tr("Health or something else sensitive?"));
    m_flagKey->setText(keyWords(Command::Flag));
    m_flag->setAccessibleName(tr("Flag something sensitive"));
    m_dispositionCaption->setWords(tr("How did it end?"), keyWords(Command::WrapUp));
    m_finish->setText(tr("Finish   %1").arg(keyWords(Command::Finish)));
    m_finish->setAccessibleName(tr("Finish"));
    m_caller->retranslate();
    m_reasons->retranslate();
    m_disposition->retranslate();
    m_chooser->retranslate();
    if (m_draft)
        render();
}

void WorkSheet::render()
{
    const domain::Interaction &interaction = m_draft->interaction();
    m_channelIcon->setPixmap(
        iconPixmap(iconName(interaction.channel), Role::Ink, fontMetrics().height(), devicePixelRatioF()));
    m_title->setText(words(interaction.channel, interaction.direction));
    m_started->setText(tr("since %1").arg(timeWords(interaction.startedAt)));
    m_caller->show(*m_draft);
    m_reasons->setReasons(interaction.reasons);
    m_note->show(m_draft->draft().noteText);
    m_disposition->setDisposition(interaction.disposition);
    renderFlags();
    renderMissing();
    renderSaved();
}

void WorkSheet::renderSaved()
{
    if (m_draft->failure())
        m_saved->setText(tr("Not saved yet"));
    else if (!m_draft->isSaved())
        m_saved->setText(tr("Saving…"));
    else if (m_draft->savedAt())
        m_saved->setText(tr("Saved %1").arg(timeWithSeconds(*m_draft->savedAt())));
    const auto why = m_draft->actionFailure() ? m_draft->actionFailure() : m_draft->failure();
    const QString said = why ? words(*why) : QString();
    if (m_failure->text() != said)
        m_failure->say(said);
}

void WorkSheet::renderMissing()
{
    const bool isEditing = m_draft->state() == DraftViewModel::State::Editing;
    m_missing->setText(isEditing ? missingWords() : QString());
    if (!m_missing->accessibleName().isEmpty() && m_missing->accessibleName() != m_missing->text())
        m_missing->setAccessibleName({}); // said when it was pressed: it is named as it reads
    m_finish->setEnabled(m_draft->canFinish());
    m_finish->setAccessibleDescription(m_missing->text());
}

QString WorkSheet::missingWords() const
{
    QStringList sentences;
    for (const DraftViewModel::Missing missing : m_draft->missing()) {
        QString sentence;
        switch (missing) {
        case DraftViewModel::Missing::Party:
            sentence = tr("They have died: say who it was with.");
            break;
        case DraftViewModel::Missing::Reason:
            sentence = tr("Add a reason.");
            break;
        case DraftViewModel::Missing::Disposition:
            sentence = tr("Say how it ended.");
            break;
        case DraftViewModel::Missing::Detail:
            sentence = tr("Say what was said under the flag, or remove the flag.");
            break;
        case DraftViewModel::Missing::Evidence:
            sentence = tr("Answer the question under the flag.");
            break;
        case DraftViewModel::Missing::Basis:
            sentence = tr("The council has no valid basis for this flag at present; choose another one.");
            break;
        }
        if (!sentences.contains(sentence))
            sentences.append(sentence);
    }
    return sentences.join(u' ');
}

void WorkSheet::cardMasked()
{
    m_note->show(m_draft->draft().noteText);
    m_cardMessage->say(tr("A card number or security code was taken out. They are never stored; write down the "
                          "payment reference instead."));
}

// Once the layout has found room for what was just shown.
void WorkSheet::bringIntoView(QWidget *widget)
{
    QMetaObject::invokeMethod(
        this,
        [this, shown = QPointer<QWidget>(widget)] {
            if (!shown)
                return;
            m_scroll->widget()->layout()->activate();
            m_scroll->ensureWidgetVisible(shown, 0, 12);
        },
        Qt::QueuedConnection);
}

void WorkSheet::focusCaller()
{
    m_caller->focusChoices();
    bringIntoView(m_caller);
}

void WorkSheet::focusReasons()
{
    bringIntoView(m_reasons);
    m_reasons->focusField();
}

void WorkSheet::startReasons()
{
    m_reasons->setFocus(Qt::OtherFocusReason);
}

void WorkSheet::focusNote()
{
    m_note->setFocus(Qt::ShortcutFocusReason);
    bringIntoView(m_note);
}

void WorkSheet::focusWrapUp()
{
    m_disposition->focusChoices();
    bringIntoView(m_disposition);
}

void WorkSheet::flagSensitive()
{
    if (!m_draft)
        return;
    m_chooser->open(m_draft->today());
    bringIntoView(m_chooser);
}

void WorkSheet::finish()
{
    if (!m_draft)
        return;
    if (!m_chooser->isHidden()) { // a flag that was about to be set is not lost
        const QString words = tr("Choose what is sensitive first, or leave it with Esc.");
        announce(m_missing, words);
        m_missing->setText(words);
        m_chooser->resume();
        bringIntoView(m_chooser);
        return;
    }
    if (m_draft->canFinish()) {
        m_draft->finish();
        return;
    }
    const auto missing = m_draft->missing();
    if (missing.empty())
        return; // it is on its way already
    announce(m_missing, m_missing->text());
    switch (missing.front()) {
    case DraftViewModel::Missing::Party:
        bringIntoView(m_caller);
        m_caller->focusChoices();
        break;
    case DraftViewModel::Missing::Reason:
        startReasons();
        break;
    case DraftViewModel::Missing::Disposition:
        focusWrapUp();
        break;
    case DraftViewModel::Missing::Detail:
    case DraftViewModel::Missing::Evidence:
    case DraftViewModel::Missing::Basis:
        if (!m_flagRows.empty())
            m_flagRows.back()->focusDetail();
        break;
    }
}

} // namespace reeve::ui
