// SPDX-License-Identifier: MIT
// How the timeline is built and shown. timeline_panel_questions.cpp has what can be done about one of its lines.
#include "ui/interaction/timeline_panel.h"

#include "ui/interaction/added_note.h"
#include "ui/interaction/timeline_actions.h"
#include "ui/interaction/timeline_delegate.h"
#include "ui/interaction/timeline_parts.h"
#include "ui/interaction/timeline_view_model.h"
#include "ui/interaction/whose_row.h"
#include "ui/parts/message_line.h"
#include "ui/parts/row_choice.h"
#include "ui/privacy/late_flag.h"
#include "ui/theme/icons.h"
#include "ui/words/dates.h"
#include "ui/words/error_words.h"

#include <QApplication>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QListView>
#include <QPushButton>
#include <QVBoxLayout>

#include <utility>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int allChannels = -1;
constexpr domain::Channel channels[] = {domain::Channel::Phone, domain::Channel::FaceToFace, domain::Channel::Email,
                                        domain::Channel::Web,   domain::Channel::Letter,     domain::Channel::Telecare};

} // namespace

TimelinePanel::TimelinePanel(services::InteractionService &interactions, services::Desk &desk, QWidget *parent)
    : QFrame(parent),
      m_desk(desk),
      m_viewModel(new TimelineViewModel(interactions, desk, this)),
      m_parts(new Parts{new QLabel(this),
                        new QComboBox(this),
                        new QListView(this),
                        new QLabel(this),
                        new MessageLine(u"attention"_s, this),
                        new MessageLine(u"danger"_s, this),
                        new TimelineActions(this),
                        new QPushButton(this),
                        new AddedNote(this),
                        {}})
{
    setObjectName(u"timelinePanel"_s);
    setProperty("role", u"surface"_s);
    Parts &p = *m_parts;
    p.title->setProperty("role", u"panelTitle"_s);
    p.empty->setProperty("role", u"secondary"_s);
    p.empty->setWordWrap(true);
    p.empty->setAlignment(Qt::AlignTop);
    p.filter->addItem({}, allChannels);
    for (const domain::Channel channel : channels)
        p.filter->addItem({}, static_cast<int>(channel));
    p.list->setObjectName(u"timelineList"_s);
    p.list->setModel(&m_viewModel->model());
    p.list->setItemDelegate(new TimelineDelegate(p.list));
    p.list->setResizeMode(QListView::Adjust);
    p.list->setWordWrap(true); // rows are measured anew in another width, as beside a scroll bar
    p.list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    p.list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    p.list->setFrameShape(QFrame::NoFrame);
    p.list->installEventFilter(this);
    p.close->setProperty("role", u"quiet"_s);
    p.close->setIcon(icon(u"x-lg", Role::Secondary));

    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 12, 12, 8);
    header->addWidget(p.title);
    header->addSpacing(8);
    header->addStretch(1);
    header->addWidget(p.filter);
    header->addWidget(p.close);
    auto *body = p.body = new QVBoxLayout;
    body->setContentsMargins(8, 0, 8, 8);
    body->setSpacing(6);
    body->addWidget(p.beside);
    body->addWidget(p.failure);
    body->addWidget(p.empty, 1);
    body->addWidget(p.list, 1);
    body->addWidget(p.actions);
    body->addWidget(p.note);
    p.empty->setContentsMargins(8, 4, 8, 0);
    p.beside->setContentsMargins(8, 0, 8, 0);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addLayout(body, 1);

    connect(p.filter, &QComboBox::currentIndexChanged, this, [this] {
        const int value = m_parts->filter->currentData().toInt();
        m_viewModel->setFilter(value == allChannels ? std::nullopt
                                                    : std::optional(static_cast<domain::Channel>(value)));
    });
    connect(p.list, &QListView::clicked, this, [this] {
        if (const auto id = m_parts->current(m_viewModel->model()); !id.isNull())
            m_viewModel->toggle(id);
    });
    connect(RowChoice::of(p.list), &RowChoice::chosen, this, [this] {
        if (const auto id = m_parts->current(m_viewModel->model()); !id.isNull())
            m_viewModel->toggle(id);
    });
    connect(p.list->selectionModel(), &QItemSelectionModel::currentChanged, this, &TimelinePanel::render);
    connect(p.actions, &TimelineActions::noteRequested, this, &TimelinePanel::startNote);
    connect(p.actions, &TimelineActions::giveRequested, this, &TimelinePanel::startGiving);
    connect(p.actions, &TimelineActions::personRequested, this, &TimelinePanel::openPerson);
    connect(p.close, &QPushButton::clicked, this, &TimelinePanel::closed);
    connect(p.note, &AddedNote::edited, this, &TimelinePanel::noteEdited);
    connect(p.note, &AddedNote::folded, this, [this] {
        m_parts->list->setFocus();
        render();
    });
    connect(p.note, &AddedNote::saveRequested, this,
            [this](const QString &text) { m_viewModel->addNote(m_parts->noteFor, text); });
    connect(m_viewModel, &TimelineViewModel::changed, this, &TimelinePanel::render);
    connect(m_viewModel, &TimelineViewModel::changed, this, &TimelinePanel::chooseWanted);
    connect(m_viewModel, &TimelineViewModel::failed, this,
            [this](ErrorCode code) { m_parts->failure->say(words(code)); });
    connect(m_viewModel, &TimelineViewModel::noteFailed, this,
            [this](ErrorCode code) { m_parts->note->say(words(code)); });
    connect(m_viewModel, &TimelineViewModel::noteAdded, this, [this] {
        m_parts->note->clear();
        m_parts->list->setFocus();
        render();
        emit localChange();
        emit said(tr("The note was added."));
    });
    connect(m_viewModel, &TimelineViewModel::given, this, [this](const auto &id, const auto &person, const auto &was) {
        if (m_parts->whose)
            m_parts->whose->hide();
        emit localChange();
        emit given(id, person, was);
    });
    connect(m_viewModel, &TimelineViewModel::giveFailed, this, [this](ErrorCode code) {
        if (m_parts->whose)
            m_parts->whose->say(words(code));
    });
    retranslate();
    m_viewModel->clear();
}

TimelinePanel::~TimelinePanel() = default;

bool TimelinePanel::isWriting() const
{
    return m_parts->note->hasHand();
}

void TimelinePanel::finishWriting()
{
    m_parts->note->save();
}

void TimelinePanel::retranslate()
{
    Parts &p = *m_parts;
    setAccessibleName(tr("Timeline"));
    p.close->setText(tr("Close"));
    p.close->setAccessibleName(tr("Close what was noted without a person"));
    p.actions->retranslate();
    if (p.whose)
        p.whose->retranslate();
    if (p.flag)
        p.flag->retranslate();
    p.filter->setAccessibleName(tr("Show which kind of interaction"));
    p.filter->setItemText(0, tr("All"));
    for (int row = 1; row < p.filter->count(); ++row)
        p.filter->setItemText(row, words(static_cast<domain::Channel>(p.filter->itemData(row).toInt())));
    p.note->retranslate();
    m_viewModel->model().retranslate();
    sayWhose();
    render();
}

void TimelinePanel::renderHead()
{
    Parts &p = *m_parts;
    const bool isOwn = m_viewModel->state() == TimelineViewModel::State::NoPerson;
    const bool isAlone = m_viewModel->isAlone();
    QString title = tr("Timeline");
    QString listName = tr("Timeline: what was said before, newest first");
    if (isAlone) {
        title = tr("Noted without a person");
        listName = tr("What was noted without a person");
    } else if (isOwn && !m_viewModel->isEmpty()) {
        title = tr("Noted by you");
        listName = tr("Your last interactions, whoever they were about; newest first");
    } else if (!m_whose.isEmpty()) {
        listName = tr("Timeline of %1: what was said before, newest first").arg(m_whose);
    }
    p.title->setText(title);
    p.list->setAccessibleName(listName);
    p.filter->setVisible(!isAlone);
    p.close->setVisible(isAlone);
}

void TimelinePanel::render()
{
    Parts &p = *m_parts;
    renderHead();
    const bool isShown = m_viewModel->model().rowCount() > 0;
    QString hint;
    switch (m_viewModel->state()) {
    case TimelineViewModel::State::NoPerson:
        hint = m_viewModel->isEmpty() ? tr("Find a person with F2: what was said before appears here.")
                                      : tr("None of this kind.");
        break;
    case TimelineViewModel::State::Shown:
        hint = m_viewModel->isEmpty() ? tr("Nothing is on record here yet.") : tr("None of this kind.");
        break;
    case TimelineViewModel::State::Loading:
    case TimelineViewModel::State::Failed:
        break;
    }
    if (m_viewModel->state() != TimelineViewModel::State::Failed)
        p.failure->say({});
    p.empty->setText(hint);
    p.empty->setVisible(!isShown);
    p.list->setVisible(isShown);
    const TimelineLine *noted = m_viewModel->model().lineOf(p.noteFor);
    if (noted) {
        p.note->setHeading(tr("Add to what was noted at %1. Notes are never changed, only added to.")
                               .arg(timeWords(noted->row.startedAt)));
    }
    const bool isAsking = !p.note->isHidden() || (p.whose && !p.whose->isHidden()) || (p.flag && !p.flag->isHidden());
    p.actions->showFor(isShown && !isAsking ? currentLine() : nullptr);
}

void TimelinePanel::show(const domain::PersonId &person)
{
    m_wanted = {};
    if (!m_viewModel->isOf(person))
        foldQuestions();
    m_viewModel->show(person);
}

void TimelinePanel::showInteraction(const domain::PersonId &person, const domain::InteractionId &interaction)
{
    m_parts->filter->setCurrentIndex(0); // it may be of another kind than those shown
    foldQuestions();
    m_viewModel->show(person);
    m_wanted = interaction;
    m_opensWanted = true;
    chooseWanted();
}

TimelinePlace TimelinePanel::place() const
{
    const Parts &p = *m_parts;
    TimelinePlace place;
    place.chosen = p.current(m_viewModel->model());
    const TimelineLine *line = place.chosen.isNull() ? nullptr : m_viewModel->model().lineOf(place.chosen);
    place.isExpanded = line && line->isExpanded;
    place.filter = m_viewModel->filter();
    if (!p.note->isHidden() && !p.note->text().trimmed().isEmpty()) {
        place.noteFor = p.noteFor;
        place.note = p.note->text();
    }
    return place;
}

void TimelinePanel::restore(const TimelinePlace &place)
{
    Parts &p = *m_parts;
    p.filter->setCurrentIndex(place.filter ? p.filter->findData(static_cast<int>(*place.filter)) : 0);
    if (!place.noteFor.isNull()) {
        p.noteFor = place.noteFor;
        p.note->restore(place.note);
    }
    m_wanted = place.chosen;
    m_opensWanted = place.isExpanded;
    chooseWanted();
    render();
}

void TimelinePanel::chooseWanted()
{
    if (m_wanted.isNull() || m_viewModel->state() != TimelineViewModel::State::Shown)
        return;
    const TimelineLine *line = m_viewModel->model().lineOf(m_wanted);
    if (!line)
        return;
    const domain::InteractionId wanted = std::exchange(m_wanted, {});
    const QModelIndex index = m_viewModel->model().index(m_viewModel->model().rowOf(wanted.toString()));
    m_parts->list->setCurrentIndex(index);
    m_parts->list->scrollTo(index, QAbstractItemView::PositionAtCenter);
    if (m_opensWanted && !line->isExpanded)
        m_viewModel->toggle(wanted);
}

void TimelinePanel::showAlone(const domain::InteractionId &interaction)
{
    m_parts->filter->setCurrentIndex(0);
    foldQuestions();
    m_viewModel->showAlone(interaction);
    m_wanted = interaction;
    m_opensWanted = true;
    chooseWanted();
}

void TimelinePanel::setWhose(const QString &name)
{
    if (m_whose == name)
        return;
    m_whose = name;
    sayWhose();
    renderHead();
}

void TimelinePanel::sayWhose()
{
    m_parts->beside->say(m_whose.isEmpty() ? QString()
                                           : tr("Timeline of %1, not of the person being written down.").arg(m_whose));
}

void TimelinePanel::refresh()
{
    m_viewModel->refresh();
}

void TimelinePanel::clear()
{
    m_parts->note->clear();
    foldQuestions();
    m_wanted = {};
    m_viewModel->clear();
}

void TimelinePanel::focusList()
{
    Parts &p = *m_parts;
    if (p.list->isHidden()) { // nothing is on record
        p.filter->setFocus(Qt::ShortcutFocusReason);
        return;
    }
    p.list->setFocus(Qt::ShortcutFocusReason);
    if (!p.list->currentIndex().isValid() && m_viewModel->model().rowCount() > 1)
        p.list->setCurrentIndex(m_viewModel->model().index(1)); // the first under its day
}

bool TimelinePanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_parts->list && event->type() == QEvent::KeyPress) {
        const auto *press = static_cast<QKeyEvent *>(event);
        const bool isEnter = press->key() == Qt::Key_Return || press->key() == Qt::Key_Enter;
        if (isEnter && press->modifiers() == Qt::NoModifier) {
            if (const auto id = m_parts->current(m_viewModel->model()); !id.isNull())
                m_viewModel->toggle(id);
            return true;
        }
    }
    return QFrame::eventFilter(watched, event);
}

void TimelinePanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace reeve::ui
