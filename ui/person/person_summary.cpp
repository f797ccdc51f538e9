// SPDX-License-Identifier: MIT
#include "ui/person/person_summary.h"

#include "ui/parts/flow_layout.h"
#include "ui/parts/link_button.h"
#include "ui/person/field_words.h"
#include "ui/person/person_words.h"
#include "ui/person/summary_label.h"
#include "ui/person/told_line.h"
#include "ui/person/told_words.h"
#include "ui/shell/commands.h"
#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/words/dates.h"

#include <QApplication>
#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int margin = 16; // of the words
constexpr int ring = 6;    // of which a focus ring takes so much

void empty(QLayout *layout)
{
    while (QLayoutItem *item = layout->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            if (auto *words = qobject_cast<QLabel *>(widget))
                words->clear();
            for (QLabel *words : widget->findChildren<QLabel *>())
                words->clear(); // at once: the widget itself may be what was just clicked
            widget->deleteLater();
        }
        delete item;
    }
}

} // namespace

PersonSummary::PersonSummary(QWidget *middle, QWidget *parent)
    : QWidget(parent),
      m_top(new QVBoxLayout),
      m_bottom(new QVBoxLayout),
      m_into(m_top)
{
    setProperty("role", u"clear"_s);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(margin - ring, 4, margin - ring, margin);
    column->setSpacing(10);
    m_top->setSpacing(6);
    m_bottom->setSpacing(6);
    auto *inset = new QHBoxLayout;
    inset->setContentsMargins(ring, 0, ring, 0);
    inset->addWidget(middle);
    column->addLayout(m_top);
    column->addLayout(inset);
    column->addLayout(m_bottom);
    column->addStretch(1);
}

void PersonSummary::clear()
{
    m_lines.clear();
    m_boxes.clear();
    empty(m_top);
    empty(m_bottom);
}

// Where the hand is, to be found again when the words are made anew.
PersonSummary::Place PersonSummary::place() const
{
    Place place;
    if (const ToldLine *line = focusedLine())
        place.field = line->field();
    for (std::size_t n = 0; n < m_boxes.size(); ++n) {
        if (m_boxes[n]->hasFocus())
            place.box = static_cast<int>(n);
    }
    return place;
}

void PersonSummary::goTo(const Place &place)
{
    QWidget *target = nullptr;
    for (ToldLine *line : m_lines) {
        if (!place.field.isEmpty() && line->field() == place.field)
            target = line;
    }
    if (place.box >= 0 && !m_boxes.empty()) // the one after what was just ticked off
        target = m_boxes[std::min(static_cast<std::size_t>(place.box), m_boxes.size() - 1)];
    if (!target)
        return;
    // Its layout would show it later, and what is not shown cannot take the focus.
    for (QWidget *shown = target; shown != this; shown = shown->parentWidget())
        shown->show();
    target->setFocus(Qt::OtherFocusReason);
}

void PersonSummary::show(const PersonViewModel &person)
{
    const Place hand = place();
    if (!hand.isNowhere())
        setFocus(Qt::OtherFocusReason); // so that it does not leave the panel meanwhile
    clear();
    const services::PersonView &view = person.view();
    const PeopleAround around = peopleAround(person);
    m_into = m_top;
    addName(person);
    addDeath(person);
    addActing(person, around.acting);
    addStates(view);
    addRecords(view);
    addReach(person);
    addQuestion(person);
    addNeeds(view.person);
    m_into = m_bottom;
    addToBeTold(person);
    addAround(person, around);
    addRecord(person);
    goTo(hand);
}

ToldLine *PersonSummary::focusedLine() const
{
    const QWidget *focus = QApplication::focusWidget();
    for (ToldLine *line : m_lines) {
        if (focus && (line == focus || line->isAncestorOf(focus)))
            return line;
    }
    return nullptr;
}

void PersonSummary::put(QWidget *widget)
{
    auto *row = new QWidget(this);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(ring, 0, ring, 0);
    layout->addWidget(widget);
    m_into->addWidget(row);
}

void PersonSummary::addName(const PersonViewModel &model)
{
    const domain::Person &person = model.view().person;
    const QString name = person.displayName().isEmpty() ? tr("(name not known)") : person.displayName();
    QLabel *title = summaryLabel(name, u"personName"_s, this);
    title->setAccessibleName(tr("Person: %1").arg(name));
    const QString nameField = person.name.family.isEmpty() ? u"given_name"_s : u"family_name"_s;
    title->setToolTip(provenanceWords(model.standingOf(nameField)));
    put(title);
    const QString knownAs = person.knownAs.isEmpty() ? QString() : tr("known as %1").arg(person.knownAs);
    const QString born = person.dateOfBirth ? dateWords(*person.dateOfBirth) : tr("date of birth not known");
    const QString words = joinedParts({knownAs, lifeWords(person, londonDate(model.now())), born});
    if (person.dateOfBirth)
        told(model, u"date_of_birth"_s, {}, {}, {words});
    else
        put(summaryLabel(words, u"secondary"_s, this));
}

void PersonSummary::banner(const QString &role, QStringView iconName, Role ink, const QString &words)
{
    auto *frame = new QFrame(this);
    frame->setProperty("role", role);
    auto *row = new QHBoxLayout(frame);
    row->setContentsMargins(10, 6, 10, 6);
    row->setSpacing(8);
    auto *mark = new QLabel(frame);
    mark->setPixmap(iconPixmap(iconName, ink, fontMetrics().height(), devicePixelRatioF()));
    row->addWidget(mark, 0, Qt::AlignTop);
    auto *text = new QLabel(words, frame);
    text->setTextFormat(Qt::PlainText);
    text->setWordWrap(true);
    row->addWidget(text, 1);
    put(frame);
}

void PersonSummary::addStates(const services::PersonView &view)
{
    if (view.openConflicts > 0) {
        banner(u"bannerAttention"_s, u"exclamation-circle", Role::Attention,
               tr("%n field(s) were changed by two people at once. Decide under Needs attention.", nullptr,
                  view.openConflicts));
    }
    if (!view.contested.isEmpty()) {
        QStringList names;
        for (const QString &field : view.contested)
            names << fieldWords(field);
        banner(u"bannerAttention"_s, u"exclamation-circle", Role::Attention,
               tr("Two desks chose differently between the merged records: %1.").arg(names.join(u", "_s)));
    }
    if (view.hasWaitingEdits)
        line(u"cloud-arrow-up", {}, tr("Changes are saved here and wait to be sent."));
}

// That several records are shown as one person, and the way back.
void PersonSummary::addRecords(const services::PersonView &view)
{
    if (view.records.size() < 2)
        return;
    line(u"people", tr("%n records are shown as this person.", nullptr, static_cast<int>(view.records.size())), {});
    auto *values = new LinkButton(tr("Choose values…"), this);
    values->setAccessibleName(tr("Choose between the values of the merged records"));
    connect(values, &QPushButton::clicked, this, &PersonSummary::valuesRequested);
    auto *separate = new LinkButton(tr("Separate…"), this);
    separate->setAccessibleName(tr("Separate the merged records"));
    connect(separate, &QPushButton::clicked, this, &PersonSummary::separateRequested);
    auto *row = new QWidget(this);
    auto *links = new FlowLayout(grid(2), row);
    links->addWidget(values);
    links->addWidget(separate);
    m_into->addWidget(row);
}

void PersonSummary::addReach(const PersonViewModel &model)
{
    const domain::Person &person = model.view().person;
    if (const domain::Address *home = person.homeAddress()) {
        QStringList parts{home->text, home->postcode};
        parts.removeAll(QString());
        told(model, u"address/"_s + home->key, u"house"_s, parts.join(u", "_s));
    } else {
        line(u"house", tr("No address on record"), {});
    }
    for (const domain::ContactPoint &contact : person.contactPoints) {
        QStringList grey{contactLabelWords(contact.label)};
        if (contact.preferred)
            grey.append(tr("preferred"));
        if (!contact.safeToLeaveMessage)
            grey.append(tr("do not leave a message"));
        if (contact.normalised.isEmpty())
            grey.append(contact.kind == domain::ContactKind::Phone ? tr("not a phone number as written")
                                                                   : tr("not an e-mail address as written"));
        told(model, u"contact/"_s + contact.key,
             contact.kind == domain::ContactKind::Phone ? u"telephone"_s : u"envelope"_s, contactWords(contact), grey);
    }
    if (!person.contactPreference.isEmpty())
        told(model, u"contact_preference"_s, u"chat-dots"_s, tr("Prefers: %1").arg(person.contactPreference));
    if (!person.preferredLanguage.isEmpty() && person.preferredLanguage != "en"_L1)
        told(model, u"preferred_language"_s, u"translate"_s,
             tr("Speaks: %1").arg(languageWords(person.preferredLanguage)));
}

void PersonSummary::addQuestion(const PersonViewModel &model)
{
    if (!model.question())
        return;
    const bool hasValue = !model.question()->field.isEmpty();
    const Command answer = hasValue ? Command::StillRight : Command::EditPerson;
    QLabel *ask = summaryLabel(questionWords(*model.question(), model.view().person, londonDate(model.now())) +
                                   QString(3, QChar::Nbsp) + keyWords(answer), // never alone in a line
                               u"secondary"_s, this);
    ask->setObjectName(u"stillRight"_s);
    put(ask);
}

void PersonSummary::addNeeds(const domain::Person &person)
{
    if (person.communicationNeeds.isEmpty())
        return;
    auto *needs = new QLabel(tr("▲ Needs: %1").arg(person.communicationNeeds), this);
    needs->setTextFormat(Qt::PlainText);
    needs->setProperty("role", u"badgeAttention"_s);
    needs->setAccessibleName(tr("Communication needs: %1").arg(person.communicationNeeds));
    needs->setWordWrap(true);
    needs->setMargin(4);
    put(needs);
}

void PersonSummary::heading(const QString &words)
{
    auto *rule = new QFrame(this);
    rule->setProperty("role", u"hairline"_s);
    rule->setFixedHeight(1);
    m_into->addSpacing(grid(0.5));
    put(rule);
    put(summaryLabel(words, u"strong"_s, this));
}

void PersonSummary::line(QStringView iconName, const QString &words, const QString &grey)
{
    auto *row = new QWidget(this);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins(ring, 0, ring, 0);
    layout->setSpacing(8);
    auto *mark = new QLabel(row);
    mark->setPixmap(iconPixmap(iconName, Role::Secondary, fontMetrics().height() - 1, devicePixelRatioF()));
    layout->addWidget(mark, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout;
    column->setSpacing(0);
    if (!words.isEmpty()) {
        QLabel *text = summaryLabel(words, {}, row);
        text->setAccessibleName(joinedParts({words, grey}));
        column->addWidget(text);
    }
    if (!grey.isEmpty())
        column->addWidget(summaryLabel(grey, u"secondary"_s, row));
    layout->addLayout(column, 1);
    m_into->addWidget(row);
}

void PersonSummary::told(const PersonViewModel &person, const QString &field, const QString &iconName,
                         const QString &words, const QStringList &grey)
{
    told(person, field, {.icon = iconName, .text = words, .grey = joinedParts(grey), .provenance = {}});
}

void PersonSummary::told(const PersonViewModel &person, const QString &field, ToldLine::Words words)
{
    const domain::ValueStanding standing = person.standingOf(field);
    const QString stands = standingWords(standing, londonDate(person.now()), person.askAgainDays());
    words.grey = joinedParts({words.grey, stands});
    words.provenance = provenanceWords(standing);
    words.isStruck = standing.unreachable.has_value();
    auto *made = new ToldLine(field, words, this);
    connect(made, &ToldLine::confirmRequested, this, &PersonSummary::confirmRequested);
    connect(made, &ToldLine::unreachableChosen, this, &PersonSummary::unreachableChosen);
    m_into->addWidget(made);
    m_lines.push_back(made);
}

void PersonSummary::link(const QString &words, const QString &grey, const domain::PersonId &id)
{
    auto *row = new QWidget(this);
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *button = new LinkButton(words, row);
    button->setAccessibleName(tr("Open %1").arg(words));
    connect(button, &QPushButton::clicked, this, [this, id] { emit personRequested(id); });
    layout->addWidget(button, 0, Qt::AlignLeft);
    if (!grey.isEmpty()) {
        QLabel *text = summaryLabel(grey, u"secondary"_s, row);
        text->setContentsMargins(ring, 0, 0, 2); // under the words of the button
        layout->addWidget(text);
    }
    m_into->addWidget(row);
}

} // namespace reeve::ui
