// SPDX-License-Identifier: MIT
#include "ui/person/person_editor.h"

#include "ui/parts/flow_layout.h"
#include "ui/parts/message_line.h"
#include "ui/parts/tab_order.h"
#include "ui/person/likely_matches.h"
#include "ui/person/person_editor_view_model.h"
#include "ui/person/person_form.h"
#include "ui/words/error_words.h"

#include <QApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QVBoxLayout>

#include <utility>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

struct PersonEditor::Chrome
{
    QLabel *title;
    QPushButton *undo;
    MessageLine *message;
    QPushButton *cancel;
    QPushButton *save;
};

namespace {

// Keys that mean this panel while the focus is in it, whatever they mean in the window.
bool isSave(const QKeyEvent &press)
{
    const bool isKey = press.key() == Qt::Key_Return || press.key() == Qt::Key_Enter;
    return isKey && (press.modifiers() & ~Qt::KeyboardModifiers(Qt::KeypadModifier)) == Qt::ControlModifier;
}

bool isOurs(const QKeyEvent &press)
{
    return isSave(press) || press.key() == Qt::Key_Escape || press.key() == Qt::Key_F3;
}

} // namespace

PersonEditor::PersonEditor(services::PersonService &people, services::AddressService &addresses, QWidget *parent)
    : QFrame(parent),
      m_viewModel(new PersonEditorViewModel(people, this)),
      m_form(new PersonForm(people, addresses)),
      m_matches(new LikelyMatches(m_viewModel->matches(), this)),
      m_chrome(new Chrome{new QLabel(this), new QPushButton(this), new MessageLine(u"danger"_s, this),
                          new QPushButton(this), new QPushButton(this)})
{
    setObjectName(u"personEditor"_s);
    setProperty("role", u"surface"_s);
    Chrome &c = *m_chrome;
    c.title->setProperty("role", u"panelTitle"_s);
    c.title->setWordWrap(true);
    c.undo->setProperty("role", u"quiet"_s);
    c.cancel->setProperty("role", u"quiet"_s);
    c.save->setProperty("role", u"primary"_s);
    c.save->setObjectName(u"savePerson"_s);

    auto *scroll = new QScrollArea(this);
    scroll->setWidget(m_form);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);

    auto *header = new QHBoxLayout;
    header->setContentsMargins(16, 12, 8, 4);
    header->addStrut(32); // as high as the other panels'
    header->addWidget(c.title, 1);
    auto *aside = new QHBoxLayout;
    aside->setContentsMargins(8, 0, 8, 0);
    aside->addWidget(c.undo);
    aside->addStretch(1);
    auto *matches = new QHBoxLayout;
    matches->setContentsMargins(16, 8, 16, 8);
    matches->addWidget(m_matches);
    auto *line = new QFrame(this);
    line->setProperty("role", u"hairline"_s);
    line->setFixedHeight(1);
    auto *footer = new QVBoxLayout;
    footer->setContentsMargins(16, 8, 16, 12);
    auto *buttons = new FlowLayout(8);
    buttons->addWidget(c.save);
    buttons->addWidget(c.cancel);
    footer->addWidget(c.message);
    footer->addLayout(buttons);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(header);
    column->addLayout(aside);
    column->addWidget(scroll, 1);
    column->addWidget(line);
    column->addLayout(matches); // below: no field moves under the hand, and the eye passes it on the way to Save
    column->addLayout(footer);

    // Also where the focus is put by something else than Tab; once the layouts have found room for what is new.
    connect(
        qApp, &QApplication::focusChanged, scroll, [this, scroll] { bringIntoView(scroll); }, Qt::QueuedConnection);
    connect(m_form, &PersonForm::edited, m_viewModel, &PersonEditorViewModel::setInput);
    connect(m_viewModel, &PersonEditorViewModel::inputReplaced, this, [this] {
        m_form->show(m_viewModel->input());
        m_form->focusFirst();
    });
    connect(m_viewModel, &PersonEditorViewModel::changed, this, &PersonEditor::showState);
    connect(m_viewModel, &PersonEditorViewModel::changed, this, &PersonEditor::unsavedChanged);
    connect(m_viewModel, &PersonEditorViewModel::matchesChanged, m_matches,
            [this] { m_matches->refresh(m_viewModel->hasLooked()); });
    connect(m_viewModel, &PersonEditorViewModel::saved, this, &PersonEditor::saved);
    connect(m_viewModel, &PersonEditorViewModel::failed, this,
            [this](ErrorCode code) { m_chrome->message->say(words(code)); });
    connect(m_matches, &LikelyMatches::adopted, this, [this](const domain::PersonId &id) {
        if (m_viewModel->setAside())
            emit setAside(); // what was typed may hold what the record lacks
        emit likelyMatchAdopted(id);
    });
    connect(c.undo, &QPushButton::clicked, this, &PersonEditor::undo);
    connect(c.cancel, &QPushButton::clicked, this, &PersonEditor::cancel);
    connect(c.save, &QPushButton::clicked, this, &PersonEditor::save);
    // Not a key press: a choice that has the focus takes those.
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, &PersonEditor::save);
    tabInReadingOrder(this);
    retranslate();
}

PersonEditor::~PersonEditor() = default;

// The field with the focus, and the row around it as far as there is room.
void PersonEditor::bringIntoView(QScrollArea *scroll) const
{
    constexpr int margin = 16;
    QWidget *focus = QApplication::focusWidget();
    if (!focus || !m_form->isAncestorOf(focus))
        return;
    for (QWidget *around = focus; around != m_form; around = around->parentWidget()) {
        if (qobject_cast<FormRow *>(around))
            scroll->ensureWidgetVisible(around, 0, margin);
    }
    scroll->ensureWidgetVisible(focus, 0, margin);
}

void PersonEditor::editNew(const QString &typed)
{
    m_viewModel->startNew(typed);
}

void PersonEditor::edit(const domain::Person &person)
{
    m_viewModel->start(person);
}

void PersonEditor::resume(const UnsavedPerson &person)
{
    m_viewModel->resume(person);
}

std::optional<UnsavedPerson> PersonEditor::unsaved() const
{
    return m_viewModel->unsaved();
}

std::optional<domain::PersonId> PersonEditor::person() const
{
    return m_viewModel->person();
}

bool PersonEditor::isSaving() const
{
    return m_viewModel->state() == PersonEditorViewModel::State::Saving;
}

void PersonEditor::focusFirst()
{
    m_form->focusFirst();
}

void PersonEditor::setTold(const services::ToldBy &told)
{
    m_viewModel->setTold(told);
}

void PersonEditor::save()
{
    if (m_viewModel->canSave()) {
        m_viewModel->save();
        return;
    }
    for (const PersonCheck &check : m_viewModel->reading().checks) {
        if (!check.blocks)
            continue;
        m_chrome->message->say(check.field == PersonCheck::Field::Name
                                   ? tr("A name is needed: any part of it will do.")
                                   : tr("Something cannot be read yet; it is marked above. Nothing is lost."));
        m_form->focusCheck(check);
        return;
    }
}

void PersonEditor::cancel()
{
    const bool wasTyped = m_viewModel->setAside();
    emit cancelled();
    if (wasTyped)
        emit setAside();
}

void PersonEditor::undo()
{
    m_viewModel->takeBack();
}

void PersonEditor::retranslate()
{
    setAccessibleName(tr("Person being written down"));
    m_chrome->undo->setText(tr("Take back what was set aside"));
    m_chrome->cancel->setText(tr("Cancel   Esc"));
    m_chrome->cancel->setAccessibleName(tr("Cancel"));
    m_chrome->save->setText(tr("Save   Ctrl+S"));
    m_chrome->save->setAccessibleName(tr("Save person"));
    m_form->retranslate();
    m_matches->retranslate();
    showState();
}

void PersonEditor::showState()
{
    const QString name = m_viewModel->input().person.displayName();
    if (m_viewModel->isNew())
        m_chrome->title->setText(tr("New person"));
    else
        m_chrome->title->setText(name.isEmpty() ? tr("Edit person") : tr("Edit %1").arg(name));
    const auto state = m_viewModel->state();
    m_chrome->undo->setVisible(m_viewModel->hasSetAside() && !m_viewModel->isChanged());
    m_chrome->save->setEnabled(state == PersonEditorViewModel::State::Editing);
    const bool isSaving = state == PersonEditorViewModel::State::Saving;
    if (isSaving && m_form->isAncestorOf(QApplication::focusWidget()))
        m_hand = QApplication::focusWidget(); // what is not enabled loses it
    m_form->setEnabled(!isSaving);
    if (!isSaving && m_hand)
        std::exchange(m_hand, nullptr)->setFocus(Qt::OtherFocusReason);
    m_form->showReading(m_viewModel->reading());
    m_chrome->message->say({});
}

void PersonEditor::keyPressEvent(QKeyEvent *event)
{
    if (isSave(*event))
        save();
    else if (event->key() == Qt::Key_Escape)
        cancel();
    else if (event->key() == Qt::Key_F3)
        m_matches->step();
    else
        QFrame::keyPressEvent(event);
}

bool PersonEditor::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOurs(*static_cast<QKeyEvent *>(event)))
        event->accept();
    return QFrame::event(event);
}

void PersonEditor::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QFrame::changeEvent(event);
}

} // namespace reeve::ui
