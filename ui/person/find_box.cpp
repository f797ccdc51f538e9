// SPDX-License-Identifier: MIT
#include "ui/person/find_box.h"

#include "ui/interaction/note_finder.h"
#include "ui/parts/drop_list.h"
#include "ui/person/find_view_model.h"
#include "ui/person/person_hit_delegate.h"
#include "ui/theme/icons.h"
#include "ui/words/error_words.h"

#include <QAction>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// As keyboards and telephones write it.
bool isQuotationMark(QChar c)
{
    return c == u'"' || c == u'“' || c == u'”' || c == u'„' || c == u'«';
}

} // namespace

FindBox::FindBox(services::PersonService &service, QWidget *parent)
    : QFrame(parent),
      m_viewModel(new FindViewModel(service, this)),
      m_field(new QLineEdit(this)),
      m_search(m_field->addAction(icon(u"search", Role::Secondary), QLineEdit::LeadingPosition)),
      m_clear(m_field->addAction(icon(u"x-lg", Role::Secondary), QLineEdit::TrailingPosition)),
      m_inNotes(m_field->addAction(icon(u"journal-text", Role::Secondary), QLineEdit::TrailingPosition)),
      m_drop(new DropList(m_field, &m_viewModel->model()))
{
    setObjectName(u"findBox"_s);
    m_field->setObjectName(u"findField"_s);
    m_field->setProperty("role", u"find"_s);
    m_field->setMinimumHeight(32);
    m_clear->setVisible(false); // of our own rather than Qt's, which has no name for a screen reader
    m_inNotes->setVisible(false);
    m_field->installEventFilter(this);
    m_drop->setDelegate(new PersonHitDelegate(m_drop));

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_field);
    setFocusProxy(m_field);

    connect(m_search, &QAction::triggered, this, &FindBox::askAgain);
    connect(m_inNotes, &QAction::triggered, this, &FindBox::focusNotes);
    connect(m_clear, &QAction::triggered, this, &FindBox::clear);
    connect(m_field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
        if (!m_field->hasFocus() && !text.isEmpty())
            m_field->setFocus(); // typed through the accessibility bus
        typed(text);
    });
    connect(m_viewModel, &FindViewModel::answered, this, &FindBox::showResults);
    connect(m_viewModel, &FindViewModel::failed, this, [this](ErrorCode code) { m_drop->say(words(code)); });
    connect(m_drop, &DropList::chosen, this, &FindBox::open);
    retranslate();
}

void FindBox::searchNotesToo(services::InteractionService &interactions, const services::Desk &desk)
{
    m_notes = new NoteFinder(interactions, desk, m_field);
    m_inNotes->setVisible(true);
    connect(m_notes, &NoteFinder::chosen, this, &FindBox::noteChosen);
    retranslate();
}

bool FindBox::isForNotes() const
{
    const QString text = m_field->text();
    return m_notes && !text.isEmpty() && isQuotationMark(text.front());
}

DropList &FindBox::drop() const
{
    return isForNotes() ? m_notes->drop() : *m_drop;
}

void FindBox::typed(const QString &text)
{
    if (isForNotes()) {
        m_viewModel->setQuery({});
        m_drop->fold();
        m_notes->setQuery(text.mid(1));
        return;
    }
    if (m_notes)
        m_notes->stop();
    m_viewModel->setQuery(text);
}

void FindBox::focusNotes()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    if (!m_notes)
        return;
    if (isForNotes())
        m_notes->refresh();
    else
        m_field->setText(u'"' + m_field->text());
    m_field->setSelection(1, static_cast<int>(m_field->text().size()) - 1); // other words are typed over these
}

void FindBox::askAgain()
{
    if (isForNotes())
        m_notes->refresh();
    else
        m_viewModel->refresh();
}

// Only what is on screen for exactly this text: an older answer might open somebody else.
void FindBox::openCurrent()
{
    if (isForNotes()) {
        if (m_notes->isAnswered())
            m_notes->open(m_notes->drop().currentRow());
    } else if (m_viewModel->isAnswered()) {
        open(m_drop->currentRow());
    }
}

void FindBox::setBeside(const std::optional<domain::PersonId> &person)
{
    m_viewModel->setBeside(person);
}

void FindBox::focusField()
{
    m_field->setFocus(Qt::ShortcutFocusReason);
    m_field->selectAll(); // the list stays folded until something is asked: it would lie over the panels
}

void FindBox::clear()
{
    m_field->clear();
}

void FindBox::retranslate()
{
    m_search->setText(tr("Find"));
    m_clear->setText(tr("Clear what was typed"));
    m_field->setPlaceholderText(tr("Find (F2): name, date of birth, postcode, phone, reference…"));
    m_field->setAccessibleName(tr("Find a person"));
    m_field->setToolTip(tr("Find a person by name, date of birth, postcode, phone or reference (F2)"));
    m_inNotes->setText(tr("Search notes"));
    m_inNotes->setToolTip(tr("Search notes: begin with a quotation mark (Shift+F2)"));
    m_drop->setListName(tr("People found"));
    if (m_notes)
        m_notes->retranslate();
    m_viewModel->model().retranslate();
}

void FindBox::showResults()
{
    if (m_viewModel->query().isEmpty() || !m_field->hasFocus()) {
        m_drop->fold();
        return;
    }
    const int count = m_viewModel->model().hitCount();
    if (m_viewModel->notFoundYet() > 0)
        m_drop->say(tr("The search is being made ready: %n person(s) cannot be found yet.", nullptr,
                       static_cast<int>(m_viewModel->notFoundYet())));
    else if (count == 0)
        m_drop->say(tr("Nobody found. Try part of the name, the postcode or the date of birth."));
    else if (count == FindViewModel::limit)
        m_drop->say(
            tr("The first %n people are shown; type more to narrow them down. Enter opens, F3 goes to the next.",
               nullptr, count));
    else
        m_drop->say(tr("%n person(s) found. Enter opens, F3 goes to the next.", nullptr, count));
    m_drop->setCurrentRow(0);
    m_drop->open();
}

void FindBox::open(int row)
{
    const auto &rows = m_viewModel->model().rows();
    if (row < 0 || row >= static_cast<int>(rows.size()))
        return;
    const HitRow chosen = rows[static_cast<size_t>(row)];
    if (chosen.isOffer()) {
        askForNewPerson();
        return;
    }
    m_drop->fold();
    emit personChosen(chosen.hit.id);
}

void FindBox::askForNewPerson()
{
    m_drop->fold();
    emit newPersonRequested(m_field->text().simplified());
}

bool FindBox::keyPressed(int key, Qt::KeyboardModifiers modifiers)
{
    if (key == Qt::Key_N && modifiers == Qt::ControlModifier) {
        askForNewPerson();
        return true;
    }
    if (modifiers & ~Qt::KeyboardModifiers(Qt::KeypadModifier))
        return false;
    const bool wasOpen = drop().isOpen();
    switch (key) {
    case Qt::Key_Down:
    case Qt::Key_F3:
        if (wasOpen)
            drop().step(1);
        else
            askAgain();
        return true;
    case Qt::Key_Up:
        if (wasOpen)
            drop().step(-1);
        return wasOpen;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (wasOpen)
            openCurrent();
        else
            askAgain();
        return true;
    case Qt::Key_Escape:
        drop().fold();
        return wasOpen;
    default:
        return false;
    }
}

// Keys that mean the list while the field has the focus, whatever they mean in the window.
bool FindBox::isOurs(int key, Qt::KeyboardModifiers modifiers) const
{
    return key == Qt::Key_F3 || (key == Qt::Key_Escape && drop().isOpen()) ||
           (key == Qt::Key_N && modifiers == Qt::ControlModifier);
}

bool FindBox::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field) {
        if (event->type() == QEvent::KeyPress) {
            const auto *press = static_cast<QKeyEvent *>(event);
            if (keyPressed(press->key(), press->modifiers()))
                return true;
        } else if (event->type() == QEvent::ShortcutOverride) {
            const auto *press = static_cast<QKeyEvent *>(event);
            if (isOurs(press->key(), press->modifiers()))
                event->accept();
        }
    }
    return QFrame::eventFilter(watched, event);
}

void FindBox::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace reeve::ui
