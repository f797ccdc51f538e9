// SPDX-License-Identifier: MIT
// What each command of the window does.
#include "ui/duplicates/duplicates_panel.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/interaction/work_panel.h"
#include "ui/interaction/work_view_model.h"
#include "ui/person/find_box.h"
#include "ui/person/person_editor.h"
#include "ui/person/person_panel.h"
#include "ui/session/central_sign_in.h"
#include "ui/shell/actions.h"
#include "ui/shell/command_palette.h"
#include "ui/shell/footer.h"
#include "ui/shell/key_sheet.h"
#include "ui/shell/window_keys.h"
#include "ui/shell/workplace.h"
#include "ui/sync/attention_panel.h"

#include <QApplication>
#include <QShortcut>
#include <QStackedWidget>

namespace reeve::ui {

using domain::Channel;
using domain::Direction;

namespace {

services::ToldBy toldBy(const DraftViewModel &draft)
{
    services::ToldBy told{domain::ValueSource::NotSaid, domain::toCode(draft.interaction().channel)};
    if (draft.caller() == DraftViewModel::Caller::Person)
        told.source = domain::ValueSource::Person;
    else if (draft.callerRole() == domain::PartyRole::Family)
        told.source = domain::ValueSource::Relative;
    else if (draft.callerRole() == domain::PartyRole::Advocate)
        told.source = domain::ValueSource::Representative;
    return told;
}

} // namespace

void Workplace::connectActions()
{
    const auto on = [this](Command command, auto &&then) {
        connect(m_actions[command], &QAction::triggered, this, then);
    };
    const auto starts = [this, &on](Command command, Channel channel, Direction direction) {
        on(command, [this, channel, direction] { m_work->start(channel, direction); });
    };
    on(Command::Find, [this] { focusFind(); });
    on(Command::FindNotes, [this] { m_find->focusNotes(); });
    on(Command::NewPerson, [this] { newPerson({}); });
    on(Command::EditPerson, [this] { m_panel->requestEdit(); });
    on(Command::StillRight, [this] { tellThen(&PersonPanel::confirmLine); });
    on(Command::AllStillRight, [this] { tellThen(&PersonPanel::confirmContactDetails); });
    on(Command::ReachesNobody, [this] { tellThen(&PersonPanel::markUnreachable); });
    on(Command::RecordDeath, [this] { tellThen(&PersonPanel::startDeath); });
    on(Command::Reveal, [this] { m_panel->startReveal(); });
    on(Command::FindDuplicates, [this] { m_duplicates->open(); });
    on(Command::MergeWith, [this] { startMerge(); });
    on(Command::Separate, [this] { startSeparation(); });
    on(Command::ChooseValues, [this] { startChoosing(); });
    on(Command::ClosePerson, [this] {
        clearPerson();
        m_work->setPerson(std::nullopt, {});
        focusFind();
    });
    starts(Command::StartPhoneIn, Channel::Phone, Direction::Inbound);
    starts(Command::StartPhoneOut, Channel::Phone, Direction::Outbound);
    starts(Command::StartFaceToFace, Channel::FaceToFace, Direction::Inbound);
    starts(Command::StartEmail, Channel::Email, Direction::Inbound);
    starts(Command::StartWeb, Channel::Web, Direction::Inbound);
    starts(Command::StartLetter, Channel::Letter, Direction::Inbound);
    starts(Command::StartLifeline, Channel::Telecare, Direction::Inbound);
    on(Command::AboutThisPerson, [this] { m_work->adoptOther(); });
    on(Command::Caller, [this] { m_work->focusCaller(); });
    on(Command::Reasons, [this] { m_work->focusReasons(); });
    on(Command::Note, [this] { m_work->focusNote(); });
    on(Command::Flag, [this] {
        if (!m_timeline->startFlag()) // in what was said before, when the keyboard is there
            m_work->flagSensitive();
    });
    on(Command::WrapUp, [this] { m_work->wrapUp(); });
    on(Command::Finish, [this] { finish(); });
    on(Command::SetAside, [this] { m_work->discardCurrent(); });
    on(Command::TakeBack, [this] {
        if (!m_footer->undo()) // the last of all, while it is offered there
            m_work->undoDiscard();
    });
    new WindowKeys(this);
    on(Command::Timeline, [this] { m_timeline->focusList(); });
    on(Command::NeedsAttention, [this] { m_attention->open(); });
    on(Command::SendNow, [this] { m_services.sync.syncNow(); });
    on(Command::SignInToSend, [this] { m_centralSignIn->open(); });
    on(Command::PractiseOutage, [this](bool isOn) { m_services.sync.practiseOutage(isOn); });
    for (int i = 0; i < 9; ++i) {
        const QKeySequence key(static_cast<int>(Qt::CTRL) | (Qt::Key_1 + i));
        connect(new QShortcut(key, this), &QShortcut::activated, this, [this, i] { m_work->goOnWith(i); });
    }
    on(Command::NextRegion, [this] { cycle(1); });
    on(Command::PreviousRegion, [this] { cycle(-1); });
    on(Command::Palette, [this] { m_palette->open(); });
    on(Command::Keys, [this] { m_keySheet->open(); });
}

// Whose word it is follows from the interaction in work.
services::ToldBy Workplace::whoTells(const std::optional<domain::PersonId> &about) const
{
    const DraftViewModel *draft = m_work->viewModel().current();
    return draft && draft->interaction().person == about ? toldBy(*draft) : services::ToldBy();
}

void Workplace::tellThen(void (PersonPanel::*act)())
{
    if (m_left->currentWidget() != m_panel)
        return; // the person is being written down
    m_panel->setTold(whoTells(m_person));
    (m_panel->*act)();
}

void Workplace::finish()
{
    // The same key ends what one is in: the person being written down, a death, a note added later, a flag afterwards,
    // or the interaction.
    const QWidget *focus = QApplication::focusWidget();
    if (m_left->currentWidget() == m_editor && m_editor->isAncestorOf(focus))
        m_editor->save();
    else if (m_panel->isWriting())
        m_panel->finishWriting();
    else if (m_timeline->isWriting())
        m_timeline->finishWriting();
    else if (!m_timeline->saveFlag())
        m_work->finishCurrent();
}

void Workplace::focusFind()
{
    m_find->focusField();
}

} // namespace reeve::ui
