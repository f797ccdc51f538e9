// SPDX-License-Identifier: MIT
// What the window does when people are merged, or separated again.
#include "ui/async/deliver.h"
#include "ui/duplicates/duplicates_panel.h"
#include "ui/duplicates/merge_panel.h"
#include "ui/duplicates/merge_words.h"
#include "ui/duplicates/separate_panel.h"
#include "ui/duplicates/values_panel.h"
#include "ui/interaction/timeline_panel.h"
#include "ui/person/person_panel.h"
#include "ui/shell/footer.h"
#include "ui/shell/workplace.h"

namespace reeve::ui {

void Workplace::connectMerging()
{
    connect(m_duplicates, &DuplicatesPanel::localChange, &m_services.sync, &services::SyncService::noteLocalChange);
    connect(m_duplicates, &DuplicatesPanel::peopleChanged, this, &Workplace::peopleMerged);
    connect(m_panel, &PersonPanel::separateRequested, this, &Workplace::startSeparation);
    connect(m_panel, &PersonPanel::valuesRequested, this, &Workplace::startChoosing);
    connect(m_values, &ValuesPanel::chosen, this,
            [this](const QString &words, const std::optional<ShownValue> &before) {
                peopleMerged();
                if (before)
                    m_footer->say(words, [this, before] { m_values->viewModel().choose(*before); });
                else
                    m_footer->say(words);
            });
    connect(m_merge, &MergePanel::merged, this,
            [this](const domain::MergeEventId &event, const domain::PersonId &survivor) {
                openPerson(survivor);
                peopleMerged();
                m_footer->say(tr("Merged. Both records are kept behind it."), [this, event] {
                    deliver(m_services.merges.unmerge(event, {}, false), this, [this](const Result<> &undone) {
                        m_footer->say(undone ? tr("Taken back: they are two again.")
                                             : mergeFailureWords(undone.error().code));
                        peopleMerged();
                    });
                });
            });
    connect(m_separate, &SeparatePanel::separated, this, [this](const services::MergeRequest &again) {
        peopleMerged();
        m_footer->say(tr("Separated: they are two again."), [this, again] {
            deliver(m_services.merges.merge(again), this, [this](const Result<domain::MergeEventId> &merged) {
                m_footer->say(merged ? tr("Taken back: they are one person again.")
                                     : mergeFailureWords(merged.error().code));
                peopleMerged();
            });
        });
    });
}

void Workplace::startMerge()
{
    if (m_person)
        m_merge->openFor(*m_person, m_panel->displayName());
    else
        m_footer->say(tr("Open one of the two people first."));
}

void Workplace::startSeparation()
{
    if (m_person)
        m_separate->openFor(*m_person);
    else
        m_footer->say(tr("Open the person first."));
}

void Workplace::startChoosing()
{
    if (m_person)
        m_values->openFor(*m_person);
    else
        m_footer->say(tr("Open the person first."));
}

// Whoever is on screen may be one of them.
void Workplace::peopleMerged()
{
    m_services.sync.noteLocalChange();
    if (!m_person)
        return;
    m_panel->open(*m_person);
    m_timeline->refresh();
}

} // namespace reeve::ui
