// SPDX-License-Identifier: MIT
// What the window is made of, and what its panels tell each other. workplace_commands.cpp has what each command does,
// workplace_merging.cpp what merging leads to, workplace_noted.cpp what follows from what is noted,
// workplace_place.cpp how it comes back after a lock,
// workplace_regions.cpp how the keys go round.
#include "ui/shell/workplace.h"

#include "ui/duplicates/duplicates_panel.h"
#include "ui/duplicates/merge_panel.h"
#include "ui/duplicates/separate_panel.h"
#include "ui/duplicates/values_panel.h"
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
#include "ui/shell/start_bar.h"
#include "ui/shell/strip.h"
#include "ui/sync/attention_panel.h"
#include "ui/sync/sync_indicator.h"
#include "ui/theme/theme.h"

#include <QApplication>
#include <QEvent>
#include <QScrollArea>
#include <QSplitter>
#include <QStackedWidget>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// Not grown with the text: at 200 % the window must still fit a small screen.
constexpr int narrowest = 208;

} // namespace

Workplace::Workplace(const Services &services, const Actions &actions, QWidget *parent)
    : QWidget(parent),
      m_services(services),
      m_actions(actions),
      m_find(new FindBox(services.people)),
      m_indicator(new SyncIndicator),
      m_strip(new Strip(services.desk.clock(), m_find, m_indicator)),
      m_centralSignIn(new CentralSignIn(services.sync)),
      m_panel(new PersonPanel(services.desk, services.people, services.privacy, services.sync)),
      m_editor(new PersonEditor(services.people, services.addresses)),
      m_left(new QStackedWidget),
      m_startBar(new StartBar(actions)),
      m_work(new WorkPanel(services.interactions, services.desk)),
      m_timeline(new TimelinePanel(services.interactions, services.desk)),
      m_splitter(new QSplitter),
      m_footer(new Footer(services.desk.agentDisplayName(), services.desk.deskName())),
      m_attention(new AttentionPanel(services.sync, this)),
      m_duplicates(new DuplicatesPanel(services.duplicates, services.merges, services.sync, this)),
      m_merge(new MergePanel(services.people, services.duplicates, services.merges, services.sync, this)),
      m_separate(new SeparatePanel(services.merges, this)),
      m_values(new ValuesPanel(services.merges, this)),
      m_palette(new CommandPalette(actions, this)),
      m_keySheet(new KeySheet(this))
{
    m_keepSoon.setSingleShot(true);
    build();
    connectPanels();
    connectMerging();
    connectNoted();
    connectActions();
    showStatus();
}

void Workplace::showStatus()
{
    m_indicator->setStatus(m_services.sync.status());
    m_footer->setDemo(m_services.desk.isDemo());
}

void Workplace::build()
{
    setProperty("role", u"canvas"_s);
    setAttribute(Qt::WA_StyledBackground);

    m_left->addWidget(m_panel);
    m_left->addWidget(m_editor);
    m_left->setMinimumWidth(narrowest);

    auto *centre = new QFrame;
    centre->setProperty("role", u"surface"_s);
    auto *work = new QVBoxLayout(centre);
    work->setContentsMargins(0, 0, 0, 0);
    work->setSpacing(0);
    work->addWidget(m_startBar);
    auto *line = new QFrame;
    line->setProperty("role", u"hairline"_s);
    line->setFixedHeight(1);
    work->addWidget(line);
    work->addWidget(m_work, 1);
    centre->setMinimumWidth(2 * narrowest);
    m_timeline->setMinimumWidth(narrowest);

    m_splitter->setChildrenCollapsible(false);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(m_left);
    m_splitter->addWidget(centre);
    m_splitter->addWidget(m_timeline);
    m_splitter->setStretchFactor(1, 1);
    m_splitter->setSizes({grid(48), grid(92), grid(40)});

    auto *footerLine = new QFrame;
    footerLine->setProperty("role", u"hairline"_s);
    footerLine->setFixedHeight(1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_strip);
    layout->addWidget(m_centralSignIn);
    layout->addWidget(m_splitter, 1);
    layout->addWidget(footerLine);
    layout->addWidget(m_footer);
}

void Workplace::connectPanels()
{
    services::SyncService &sync = m_services.sync;
    connect(m_find, &FindBox::personChosen, this, &Workplace::openPerson);
    connect(m_find, &FindBox::newPersonRequested, this, &Workplace::newPerson);
    m_find->searchNotesToo(m_services.interactions, m_services.desk);
    connect(m_find, &FindBox::noteChosen, this, &Workplace::openInteraction);

    connect(m_panel, &PersonPanel::opened, this, [this](const domain::PersonId &id, const QString &name) {
        m_strip->setWho(name);
        tellWhoseTimeline();
        if (m_isForWork && m_person == id) {
            m_isForWork = false;
            m_work->setPerson(id, name, m_panel->hasDied());
        } else {
            m_work->viewModel().setName(id, name);
        }
    });
    connect(m_panel, &PersonPanel::personRequested, this, &Workplace::openPerson);
    connect(m_panel, &PersonPanel::editRequested, this, [this](const services::PersonView &view) {
        m_editor->setTold(whoTells(view.person.id));
        openEditor([this, &view] { m_editor->edit(view.person); });
    });
    connect(m_panel, &PersonPanel::localChange, &sync, &services::SyncService::noteLocalChange);
    connect(m_panel, &PersonPanel::said, this, [this](const QString &words) { m_footer->say(words); });

    connect(m_panel, &PersonPanel::marked, this, [this](const QString &words, const services::WrittenMarks &written) {
        m_footer->say(words, [this, written] { m_panel->takeBack(written); });
    });
    connect(m_panel, &PersonPanel::deathSetAside, this, [this](const UnsavedDeath &typed) {
        m_footer->say(tr("Changes set aside."), [this, typed] { takeBackDeath(typed); });
    });

    connect(m_panel, &PersonPanel::deathEdited, this, &Workplace::keepSoon);
    connect(m_editor, &PersonEditor::unsavedChanged, this, &Workplace::keepSoon);
    connect(m_timeline, &TimelinePanel::noteEdited, this, &Workplace::keepSoon);
    connect(&m_keepSoon, &QTimer::timeout, this, [this] {
        if (isVisible()) // else the desk is locked, and keeps what there is itself
            keepTyped();
    });
    connect(m_editor, &PersonEditor::saved, this, [this](const domain::PersonId &id) {
        keepTyped(); // at once: whoever comes back must not save the same again
        showEditor(false);
        m_footer->say(tr("Saved on this desk."));
        m_services.sync.noteLocalChange();
        openPerson(id);
    });
    connect(m_editor, &PersonEditor::cancelled, this, [this] { showEditor(false); });
    connect(m_editor, &PersonEditor::likelyMatchAdopted, this, [this](const domain::PersonId &id) {
        showEditor(false);
        openPerson(id);
    });
    connect(m_editor, &PersonEditor::setAside, this,
            [this] { m_footer->say(tr("Changes set aside."), [this] { openEditor([this] { m_editor->undo(); }); }); });

    connect(m_work, &WorkPanel::callStateChanged, m_strip, &Strip::setCall);
    connect(m_work, &WorkPanel::personRequested, this, [this](const std::optional<domain::PersonId> &person) {
        if (person)
            showPerson(*person);
        else
            clearPerson();
    });
    connect(m_work, &WorkPanel::finished, this, [this] {
        m_footer->say(tr("Finished and saved on this desk."));
        m_timeline->refresh();
        // The next one is somebody else: an old search would drop its list over the person still on screen.
        m_find->clear();
        focusFind();
    });
    connect(m_work, &WorkPanel::localChange, &sync, &services::SyncService::noteLocalChange);
    connect(m_timeline, &TimelinePanel::localChange, &sync, &services::SyncService::noteLocalChange);

    connect(&sync, &services::SyncService::statusChanged, this, [this] { showStatus(); });
    connect(&sync, &services::SyncService::refreshed, this, [this](const domain::PersonId &id) {
        if (m_person == id)
            m_timeline->refresh();
    });
    connect(m_attention, &AttentionPanel::personRequested, this, &Workplace::openPerson);
    connect(m_indicator, &SyncIndicator::attentionRequested, m_attention, &AttentionPanel::open);
    connect(m_indicator, &SyncIndicator::removalsAllowed, &sync, &services::SyncService::allowRemovals);
    connect(m_indicator, &SyncIndicator::signInRequested, m_centralSignIn, &CentralSignIn::open);
    connect(m_centralSignIn, &CentralSignIn::closed, this, &Workplace::focusFind);
}

void Workplace::openPerson(const domain::PersonId &id)
{
    m_isForWork = true;
    showPerson(id);
}

void Workplace::showPerson(const domain::PersonId &id)
{
    if (m_person != id)
        m_services.sync.openPerson(id);
    m_person = id;
    m_find->setBeside(id);
    m_panel->open(id);
    m_timeline->show(id);
    tellWhoseTimeline();
}

void Workplace::clearPerson()
{
    m_person.reset();
    m_find->setBeside({});
    m_isForWork = false;
    m_panel->clear();
    m_timeline->clear();
    m_strip->setWho({});
    tellWhoseTimeline();
}

void Workplace::newPerson(const QString &typed)
{
    m_editor->setTold(whoTells(std::nullopt));
    openEditor([this, &typed] { m_editor->editNew(typed); });
}

// `fill` takes the keyboard into the form.
void Workplace::openEditor(const std::function<void()> &fill)
{
    QWidget *focus = QApplication::focusWidget();
    if (m_left->currentWidget() != m_editor)
        m_beforeEditor = m_left->isAncestorOf(focus) ? nullptr : focus; // what the panel shows is made anew
    fill();
    showEditor(true);
}

void Workplace::showEditor(bool isShown)
{
    const bool isLeaving = !isShown && m_left->currentWidget() == m_editor &&
                           (!QApplication::focusWidget() || m_editor->isAncestorOf(QApplication::focusWidget()));
    m_left->setCurrentWidget(isShown ? static_cast<QWidget *>(m_editor) : m_panel);
    tellWhoseTimeline();
    if (isLeaving)
        leaveEditor();
    // A form that is cut off cannot be filled in: the column gives it the room it asks for, up to half the window.
    int wanted = narrowest;
    if (const auto *form = isShown ? m_editor->findChild<QScrollArea *>() : nullptr)
        wanted = std::min(width() / 2, form->widget()->minimumSizeHint().width() + grid(4));
    m_left->setMinimumWidth(std::max(narrowest, wanted));
}

// The keyboard goes back to where it came from, or to the person: never nowhere.
void Workplace::leaveEditor()
{
    if (const QPointer<QWidget> before = std::exchange(m_beforeEditor, nullptr); before && before->isVisible()) {
        before->setFocus(Qt::OtherFocusReason);
        return;
    }
    goTo(1);
    if (currentRegion() != 1)
        m_work->focusNote();
}

void Workplace::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::FontChange || m_left->currentWidget() != m_editor)
        return;
    // Once the form knows how wide it wants to be.
    QMetaObject::invokeMethod(
        this, [this] { showEditor(m_left->currentWidget() == m_editor); }, Qt::QueuedConnection);
}

QByteArray Workplace::saveLayout() const
{
    return m_splitter->saveState();
}

void Workplace::restoreLayout(const QByteArray &state)
{
    if (!state.isEmpty())
        m_splitter->restoreState(state);
    m_splitter->setHandleWidth(1);
}

} // namespace reeve::ui
