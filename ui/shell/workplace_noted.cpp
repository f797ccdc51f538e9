// SPDX-License-Identifier: MIT
// What the window does with interactions that are finished: found again, opened, flagged, and given to the person they
// were about.
#include "ui/async/deliver.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/interaction/work_panel.h"
#include "ui/interaction/work_view_model.h"
#include "ui/person/person_editor.h"
#include "ui/person/person_panel.h"
#include "ui/shell/footer.h"
#include "ui/shell/workplace.h"
#include "ui/words/error_words.h"

#include <QStackedWidget>

namespace reeve::ui {

using domain::InteractionId;
using domain::PersonId;

void Workplace::connectNoted()
{
    m_timeline->letGive(m_services.people);
    m_timeline->letFlag(m_services.privacy);
    connect(m_timeline, &TimelinePanel::flagged, this, [this] {
        if (m_person)
            m_panel->open(*m_person); // it says how many there are
    });
    connect(m_timeline, &TimelinePanel::personRequested, this,
            [this](const InteractionId &id, const PersonId &person) { openInteraction(id, person); });
    connect(m_timeline, &TimelinePanel::given, this,
            [this](const InteractionId &id, const PersonId &person, const std::optional<PersonId> &was) {
                openInteraction(id, person);
                m_footer->say(tr("It stands in their timeline now."), [this, id, was] { takeBackGiving(id, was); });
            });
    // Whose timeline it is not is told by no refreshed(): that it was sent follows from what waits.
    connect(&m_services.sync, &services::SyncService::statusChanged, this, [this, before = qint64{0}]() mutable {
        const qint64 waiting = m_services.sync.status().waiting;
        if (waiting < before && !m_person)
            m_timeline->refresh();
        before = waiting;
    });
    connect(m_timeline, &TimelinePanel::said, this, [this](const QString &words) { m_footer->say(words); });
    connect(m_timeline, &TimelinePanel::closed, this, [this] {
        const DraftViewModel *draft = m_work->viewModel().current();
        if (draft && draft->interaction().person)
            showPerson(*draft->interaction().person);
        else
            clearPerson();
        focusFind();
    });
}

void Workplace::openInteraction(const InteractionId &interaction, const std::optional<PersonId> &person)
{
    if (person) {
        openPerson(*person);
        m_timeline->showInteraction(*person, interaction);
    } else {
        // Nobody's: it must not stand beside somebody.
        clearPerson();
        m_work->setPerson(std::nullopt, {});
        m_timeline->showAlone(interaction);
    }
    m_timeline->focusList();
}

// The timeline stays beside a form: what it tells must not be taken for what is known of somebody else.
void Workplace::tellWhoseTimeline()
{
    const bool isKnown = m_left->currentWidget() == m_editor && m_person && m_panel->isShowing(*m_person);
    const auto written = m_editor->person();
    const bool isOther = isKnown && !(written && m_panel->isShowing(*written));
    m_timeline->setWhose(isOther ? m_panel->displayName() : QString());
}

void Workplace::takeBackGiving(const InteractionId &interaction, const std::optional<PersonId> &was)
{
    deliver(m_services.interactions.give(interaction, was), this,
            [this, interaction, was](const Result<std::optional<PersonId>> &undone) {
                if (!undone) {
                    m_footer->say(words(undone.error().code));
                    return;
                }
                m_services.sync.noteLocalChange();
                openInteraction(interaction, was);
                m_footer->say(was ? tr("Taken back: it is whose it was.") : tr("Taken back: it is nobody's again."));
            });
}

} // namespace reeve::ui
