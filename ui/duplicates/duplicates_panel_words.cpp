// SPDX-License-Identifier: MIT
// What the panel says, in the language of the window.
#include "ui/duplicates/duplicates_panel.h"
#include "ui/duplicates/pair_view.h"
#include "ui/parts/message_line.h"

#include <QLabel>
#include <QListView>
#include <QLocale>
#include <QProgressBar>
#include <QPushButton>

namespace reeve::ui {

QString DuplicatesPanel::statusWords() const
{
    const QLocale locale;
    const int left = m_viewModel->model().rowCount();
    switch (m_viewModel->state()) {
    case DuplicatesViewModel::State::NotSearched:
        return {};
    case DuplicatesViewModel::State::Searching:
        return tr("Comparing everybody on this desk… %1 %").arg(m_viewModel->percent());
    case DuplicatesViewModel::State::Stopped:
        return tr("Stopped. Nothing was changed.");
    case DuplicatesViewModel::State::Failed:
        return tr("The search did not finish. Nothing was changed.");
    case DuplicatesViewModel::State::Listed:
        break;
    }
    if (m_viewModel->isDecidedList())
        return left > 0
                   ? tr("%n pair(s) were said not to be the same.", nullptr, static_cast<int>(m_viewModel->found()))
                   : tr("Of no pair was it said that they are not the same.");
    if (m_viewModel->people() == 0 && left > 0)
        return m_viewModel->found() > left ? tr("The likeliest %1 of %2 pairs that wait to be looked at.")
                                                 .arg(locale.toString(left), locale.toString(m_viewModel->found()))
                                           : tr("%n pair(s) wait to be looked at.", nullptr, left);
    if (m_viewModel->people() == 0)
        return tr("No pair is left to look at.");
    const QString among = tr("%n person(s) were compared.", nullptr, static_cast<int>(m_viewModel->people()));
    if (left == 0)
        return tr("No pair is left to look at.") + u' ' + among;
    if (m_viewModel->found() > left)
        return tr("The likeliest %1 of %2 pairs.").arg(locale.toString(left), locale.toString(m_viewModel->found())) +
               u' ' + among;
    return tr("%n pair(s) may be one person.", nullptr, left) + u' ' + among;
}

void DuplicatesPanel::sayDone(DuplicatesViewModel::Done what)
{
    using Done = DuplicatesViewModel::Done;
    switch (what) {
    case Done::NotSame:
        m_message->say(tr("Not the same: remembered, and not asked again unless one of them changes."));
        break;
    case Done::Later:
        m_message->say(tr("Put off: it stands at the end of the list."));
        break;
    case Done::Merged:
        m_message->say(tr("Merged. Both records are kept behind it."));
        break;
    case Done::TakenBack:
        m_message->say(tr("Taken back: the pair waits to be looked at again."));
        break;
    case Done::Undone:
        m_message->say(tr("Taken back."));
        break;
    }
}

void DuplicatesPanel::retranslate()
{
    setAccessibleName(tr("Find duplicates"));
    m_title->setText(tr("Find duplicates"));
    m_close->setText(tr("Close  Esc"));
    m_progress->setAccessibleName(tr("How far the search has got"));
    m_undo->setText(tr("Undo  Ctrl+Z"));
    m_undo->setAccessibleName(tr("Undo the last decision"));
    m_buttons.same->setText(tr("Same person…  S"));
    m_buttons.same->setAccessibleName(tr("Same person: choose what is shown, and merge"));
    m_buttons.notSame->setText(tr("Not the same  N"));
    m_buttons.notSame->setAccessibleName(tr("Not the same person"));
    m_buttons.later->setText(tr("Later  L"));
    m_buttons.later->setAccessibleName(tr("Decide later"));
    m_buttons.previous->setText(tr("Previous  ↑"));
    m_buttons.previous->setAccessibleName(tr("Previous pair"));
    m_buttons.next->setText(tr("Next  ↓"));
    m_buttons.next->setAccessibleName(tr("Next pair"));
    m_buttons.merge->setText(tr("Merge  Ctrl+Enter"));
    m_buttons.merge->setAccessibleName(tr("Merge the two"));
    m_buttons.back->setText(tr("Back  Esc"));
    m_buttons.back->setAccessibleName(tr("Back to the two records"));
    m_buttons.takeBack->setText(tr("Take back  T"));
    m_buttons.takeBack->setAccessibleName(tr("Take back that they are not the same"));
    m_viewModel->model().retranslate();
    m_pair->retranslate();
    showState();
}

} // namespace reeve::ui
