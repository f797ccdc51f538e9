// SPDX-License-Identifier: MIT
// What is kept when the window goes, and how it comes back to where it was.
#include "core/services/session/kept_place.h"
#include "ui/async/deliver.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/interaction/work_panel.h"
#include "ui/interaction/work_view_model.h"
#include "ui/person/person_editor.h"
#include "ui/person/person_panel.h"
#include "ui/shell/workplace.h"

#include <QApplication>
#include <QStackedWidget>

namespace reeve::ui {

namespace {

constexpr std::chrono::milliseconds keptAfter{1000};

} // namespace

void Workplace::flush()
{
    m_work->flush();
    if (m_keepSoon.isActive())
        keepTyped();
}

// A cap, not a pause: who types without pausing loses no more than this either.
void Workplace::keepSoon()
{
    if (!m_keepSoon.isActive())
        m_keepSoon.start(keptAfter);
}

// A person or a death half written down and a note half added live nowhere but on screen: with the place they outlast
// the program.
void Workplace::keepTyped()
{
    m_keepSoon.stop();
    if (currentRegion() >= 0)
        m_region = currentRegion();
    const Place now = place();
    if (!now.holdsTyped() && !m_isKept)
        return;
    m_isKept = now.holdsTyped();
    static_cast<void>(services::keepPlace(m_services.desk, m_isKept ? toText(now) : QString::fromLatin1("")));
}

bool Workplace::isSaved() const
{
    return m_work->viewModel().isSaved() && !m_editor->isSaving();
}

std::optional<ErrorCode> Workplace::failure() const
{
    return m_work->viewModel().failure();
}

void Workplace::noteFocus()
{
    m_focus = isAncestorOf(QApplication::focusWidget()) ? QApplication::focusWidget() : nullptr;
    m_region = currentRegion();
}

void Workplace::focusAgain()
{
    keepSoon(); // what was kept to close the desk is gone
    if (m_focus)
        m_focus->setFocus();
    else if (m_region >= 0)
        goTo(m_region);
    else
        focusFind();
}

Place Workplace::place() const
{
    Place place;
    place.person = m_person;
    if (const DraftViewModel *draft = m_work->viewModel().current())
        place.work = draft->id();
    place.timeline = m_timeline->place();
    if (m_left->currentWidget() == m_editor)
        place.form = m_editor->unsaved();
    place.death = m_panel->unsavedDeath();
    place.region = m_region;
    return place;
}

void Workplace::restore(const Place &place)
{
    if (place.work)
        m_work->viewModel().prefer(*place.work);
    if (m_work->viewModel().isLoaded())
        goBackTo(place);
    else
        connect(
            &m_work->viewModel(), &WorkViewModel::loaded, this, [this, place] { goBackTo(place); },
            Qt::SingleShotConnection);
}

// Once the interactions in work are there: whoever they are about is on screen by then.
void Workplace::goBackTo(const Place &place)
{
    if (place.person && place.person != m_person) {
        if (m_work->viewModel().current())
            showPerson(*place.person); // looked up beside the one the interaction is about
        else
            openPerson(*place.person);
    }
    if (place.person)
        m_timeline->restore(place.timeline);
    if (place.death) {
        m_panel->setTold(whoTells(place.death->person));
        m_panel->resumeDeath(*place.death, place.region == 1 ? PersonPanel::Hand::Follows : PersonPanel::Hand::Stays);
    }
    m_region = place.region;
    if (place.holdsTyped())
        keepSoon(); // going back to it took it out of the store
    if (!place.form)
        goToNoted();
    else if (!place.form->before)
        resumeForm(place);
    else
        // Of somebody this desk may no longer show nothing is shown; what was typed waits until it may.
        deliver(m_services.people.open(place.form->before->id), this,
                [this, place](const Result<services::PersonView> &person) {
                    if (person)
                        resumeForm(place);
                    else
                        static_cast<void>(services::keepPlace(m_services.desk, toText(place)));
                });
}

void Workplace::resumeForm(const Place &place)
{
    m_editor->setTold(whoTells(place.form->before ? std::optional(place.form->before->id) : std::nullopt));
    openEditor([this, &place] { m_editor->resume(*place.form); });
    goToNoted();
}

// What was typed of a death, left with Escape, once more.
void Workplace::takeBackDeath(const UnsavedDeath &typed)
{
    if (m_left->currentWidget() == m_editor)
        m_editor->cancel(); // it covers the person
    if (m_person != typed.person)
        showPerson(typed.person);
    m_panel->setTold(whoTells(typed.person));
    m_panel->resumeDeath(typed, PersonPanel::Hand::Follows);
}

void Workplace::goToNoted()
{
    if (isVisible() && m_region >= 0)
        goTo(m_region);
}

} // namespace reeve::ui
