// SPDX-License-Identifier: MIT
#include "ui/person/person_panel.h"

#include "ui/parts/message_line.h"
#include "ui/parts/tab_order.h"
#include "ui/person/death_card.h"
#include "ui/person/person_summary.h"
#include "ui/person/person_view_model.h"
#include "ui/person/told_line.h"
#include "ui/privacy/restricted_section.h"
#include "ui/shell/commands.h"
#include "ui/theme/icons.h"
#include "ui/words/dates.h"
#include "ui/words/error_words.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QVBoxLayout>

#include <utility>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString markedWords(PersonViewModel::Mark mark)
{
    switch (mark) {
    case PersonViewModel::Mark::Confirmed:
        return PersonPanel::tr("Confirmed, and saved on this desk.");
    case PersonViewModel::Mark::AllConfirmed:
        return PersonPanel::tr("All contact details confirmed, and saved on this desk.");
    case PersonViewModel::Mark::Unreachable:
        return PersonPanel::tr("Marked, and saved on this desk. It is not offered any more.");
    case PersonViewModel::Mark::PassedOn:
        return PersonPanel::tr("Noted as told, and saved on this desk.");
    }
    return {};
}

} // namespace

PersonPanel::PersonPanel(services::Desk &desk, services::PersonService &people, services::PrivacyService &privacy,
                         services::SyncService &sync, QWidget *parent)
    : QFrame(parent),
      m_viewModel(new PersonViewModel(desk, people, sync, this)),
      m_title(new QLabel(this)),
      m_edit(new QPushButton(this)),
      m_failure(new MessageLine(u"danger"_s, this)),
      m_empty(new QLabel(this)),
      m_scroll(new QScrollArea(this)),
      m_restricted(new RestrictedSection(privacy, sync)),
      m_summary(new PersonSummary(m_restricted)),
      m_death(new DeathCard(this))
{
    setObjectName(u"personPanel"_s);
    setProperty("role", u"surface"_s);
    m_title->setProperty("role", u"panelTitle"_s);
    m_edit->setProperty("role", u"quiet"_s);
    m_edit->setIcon(icon(u"pencil", Role::Secondary));
    m_edit->setObjectName(u"editPerson"_s);
    QSizePolicy policy = m_edit->sizePolicy();
    policy.setRetainSizeWhenHidden(true); // or the title would move when somebody is opened
    m_edit->setSizePolicy(policy);
    m_empty->setProperty("role", u"secondary"_s);
    m_empty->setWordWrap(true);
    m_empty->setAlignment(Qt::AlignTop);
    m_empty->setContentsMargins(16, 4, 16, 16);
    m_scroll->setWidget(m_summary);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setFocusPolicy(Qt::NoFocus); // its rows have it

    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 12, 8, 4);
    header->addStrut(32); // as high as the other panels'
    header->addWidget(m_title);
    header->addStretch(1);
    header->addWidget(m_edit);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addWidget(m_failure);
    auto *death = new QVBoxLayout;
    death->setContentsMargins(12, 0, 12, 8);
    death->addWidget(m_death);
    column->addLayout(death);
    column->addWidget(m_empty, 1);
    column->addWidget(m_scroll, 1);
    m_failure->setContentsMargins(16, 0, 16, 8);

    connect(m_edit, &QPushButton::clicked, this, &PersonPanel::requestEdit);
    connect(m_summary, &PersonSummary::separateRequested, this, &PersonPanel::separateRequested);
    connect(m_summary, &PersonSummary::valuesRequested, this, &PersonPanel::valuesRequested);
    connectSummary();
    connectDeath();
    connect(m_restricted, &RestrictedSection::localChange, this, &PersonPanel::localChange);
    connect(m_viewModel, &PersonViewModel::changed, this, &PersonPanel::render);
    connect(m_viewModel, &PersonViewModel::opened, this, &PersonPanel::opened);
    connect(m_viewModel, &PersonViewModel::localChange, this, &PersonPanel::localChange);
    connect(m_viewModel, &PersonViewModel::marked, this,
            [this](auto mark, const auto &written) { emit marked(markedWords(mark), written); });
    connect(m_viewModel, &PersonViewModel::takenBack, this, [this] { emit said(tr("Taken back: it is as before.")); });
    connect(m_viewModel, &PersonViewModel::failed, this, [this](ErrorCode code) {
        if (m_death->isVisible())
            m_death->say(words(code)); // where the hand is
        else
            m_failure->say(words(code));
    });
    connect(qApp, &QApplication::focusChanged, this, &PersonPanel::focusMoved);
    retranslate();
}

PersonPanel::~PersonPanel()
{
    disconnect(qApp, nullptr, this, nullptr); // the focus still moves while the children go
}

void PersonPanel::connectSummary()
{
    connect(m_summary, &PersonSummary::personRequested, this, &PersonPanel::personRequested);
    connect(m_summary, &PersonSummary::addressRequested, m_viewModel, &PersonViewModel::lookAt);
    connect(m_summary, &PersonSummary::confirmRequested, m_viewModel, &PersonViewModel::confirm);
    connect(m_summary, &PersonSummary::unreachableChosen, m_viewModel, &PersonViewModel::markUnreachable);
    connect(m_summary, &PersonSummary::passedOn, m_viewModel, &PersonViewModel::passOn);
}

void PersonPanel::connectDeath()
{
    connect(m_death, &DeathCard::recorded, m_viewModel, &PersonViewModel::recordDeath);
    connect(m_death, &DeathCard::edited, this, &PersonPanel::deathEdited);
    connect(m_death, &DeathCard::cancelled, this, [this] {
        leaveDeath();
        m_edit->setFocus(Qt::OtherFocusReason);
    });
    connect(m_viewModel, &PersonViewModel::deathRecorded, this, [this] {
        m_death->close();
        m_edit->setFocus(Qt::OtherFocusReason);
        emit deathEdited();
        emit said(tr("The death is recorded on this desk. Nothing goes to them any more."));
    });
}

void PersonPanel::setTold(const services::ToldBy &told)
{
    m_viewModel->setTold(told);
}

void PersonPanel::confirmLine()
{
    if (m_viewModel->state() != PersonViewModel::State::Shown)
        return;
    QString field;
    if (const ToldLine *line = m_summary->focusedLine())
        field = line->field();
    else if (m_viewModel->question())
        field = m_viewModel->question()->field;
    if (field.isEmpty()) {
        emit said(tr("Nothing to confirm: go to a line of the person first."));
        return;
    }
    m_viewModel->confirm(field);
}

void PersonPanel::confirmContactDetails()
{
    m_viewModel->confirmContactDetails();
}

void PersonPanel::takeBack(const services::WrittenMarks &written)
{
    m_viewModel->takeBack(written);
}

void PersonPanel::markUnreachable()
{
    ToldLine *line = m_summary->focusedLine();
    if (line && line->canBeUnreachable())
        line->askWhyUnreachable();
    else
        emit said(tr("Go to a phone number, e-mail or address of the person first."));
}

bool PersonPanel::isWriting() const
{
    return m_death->isAncestorOf(QApplication::focusWidget());
}

void PersonPanel::finishWriting()
{
    m_death->record();
}

std::optional<UnsavedDeath> PersonPanel::unsavedDeath() const
{
    return m_resuming ? m_typedDeath : m_death->unsaved();
}

void PersonPanel::resumeDeath(const UnsavedDeath &typed, Hand hand)
{
    m_typedDeath = typed;
    m_resuming = hand;
    render();
}

void PersonPanel::startDeath()
{
    if (m_viewModel->state() != PersonViewModel::State::Shown)
        return;
    openDeath();
    m_death->focusFirst();
}

void PersonPanel::openDeath()
{
    if (const auto typed = m_death->unsaved())
        m_typedDeath = typed; // opened over itself
    domain::Person person = m_viewModel->view().person;
    for (domain::Relationship &one : person.relationships) {
        if (one.other && one.nameAsTold.isEmpty())
            one.nameAsTold = m_viewModel->nameOf(*one.other); // so that they can be named as who deals with the estate
    }
    m_death->open(person, m_viewModel->told(), londonDate(m_viewModel->now()));
    if (m_typedDeath && m_typedDeath->person == person.id)
        m_death->resume(*std::exchange(m_typedDeath, std::nullopt));
}

// Closes the fields. What was typed there comes back with them.
void PersonPanel::leaveDeath()
{
    const auto typed = m_death->unsaved();
    m_death->close();
    if (!typed)
        return;
    m_typedDeath = typed;
    emit deathEdited();
    emit deathSetAside(*typed);
}

std::optional<domain::PersonId> PersonPanel::person() const
{
    return m_viewModel->id();
}

bool PersonPanel::isShowing(const domain::PersonId &id) const
{
    return m_viewModel->state() == PersonViewModel::State::Shown &&
           (m_viewModel->id() == id || m_viewModel->view().person.id == id);
}

QString PersonPanel::displayName() const
{
    return m_viewModel->view().person.displayName();
}

bool PersonPanel::hasDied() const
{
    return m_viewModel->view().person.dateOfDeath.has_value();
}

void PersonPanel::open(const domain::PersonId &id)
{
    m_viewModel->open(id);
}

void PersonPanel::clear()
{
    m_viewModel->clear();
}

void PersonPanel::requestEdit()
{
    if (m_viewModel->state() == PersonViewModel::State::Shown)
        emit editRequested(m_viewModel->view());
}

void PersonPanel::startReveal()
{
    m_restricted->startReveal();
}

// What was revealed is for whoever is looking here now.
void PersonPanel::focusMoved(QWidget *from, QWidget *to)
{
    if (from && isAncestorOf(from) && !(to && isAncestorOf(to)) && !m_scroll->isHidden())
        m_restricted->hideContent();
}

void PersonPanel::retranslate()
{
    setAccessibleName(tr("Person"));
    m_title->setText(tr("Person"));
    m_edit->setText(tr("Edit   %1").arg(keyWords(Command::EditPerson)));
    m_edit->setAccessibleName(tr("Edit person"));
    m_empty->setText(tr("Nobody is open.\n\n%1 finds a person by name, date of birth, postcode, phone or reference.\n\n"
                        "%2 takes down somebody new.\n\nAn interaction can be logged without a person, too.")
                         .arg(keyWords(Command::Find), keyWords(Command::NewPerson)));
    m_restricted->retranslate();
    m_death->retranslate();
    render();
}

void PersonPanel::render()
{
    const auto state = m_viewModel->state();
    const bool isShown = state == PersonViewModel::State::Shown;
    if (state != PersonViewModel::State::Failed)
        m_failure->say({});
    m_empty->setVisible(state == PersonViewModel::State::Empty);
    m_edit->setVisible(isShown);
    m_scroll->setVisible(isShown);
    if (isShown)
        m_summary->show(*m_viewModel);
    else
        m_summary->clear();
    if (!isShown)
        leaveDeath();
    else if (m_resuming && m_typedDeath && m_typedDeath->person == m_viewModel->view().person.id) {
        openDeath();
        if (std::exchange(m_resuming, std::nullopt) == Hand::Follows)
            m_death->focusFirst();
    }
    m_restricted->setPerson(isShown ? m_viewModel->id() : std::nullopt,
                            isShown ? m_viewModel->view().restrictedItems : 0);
    tabInReadingOrder(this); // its rows were made after everything else in the window
}

void PersonPanel::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        retranslate(); // the icons in labels are drawn anew, too
    QFrame::changeEvent(event);
}

} // namespace reeve::ui
