// SPDX-License-Identifier: MIT
#include "ui/person/death_card.h"

#include "core/domain/acting_for.h"
#include "ui/parts/flow_layout.h"
#include "ui/parts/labelled_field.h"
#include "ui/parts/message_line.h"
#include "ui/person/told_words.h"
#include "ui/words/dates.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCompleter>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using domain::ValueSource;

namespace {

constexpr ValueSource offered[] = {ValueSource::NotSaid,  ValueSource::Relative,  ValueSource::Representative,
                                   ValueSource::Document, ValueSource::OtherBody, ValueSource::Staff};

} // namespace

DeathCard::DeathCard(QWidget *parent)
    : QFrame(parent),
      m_title(new QLabel(this)),
      m_meaning(new QLabel(this)),
      m_day(new QLineEdit(this)),
      m_dayField(new LabelledField(m_day, this)),
      m_source(new QComboBox(this)),
      m_sourceField(new LabelledField(m_source, this)),
      m_verified(new QCheckBox(this)),
      m_name(new QLineEdit(this)),
      m_nameField(new LabelledField(m_name, this)),
      m_reach(new QLineEdit(this)),
      m_reachField(new LabelledField(m_reach, this)),
      m_message(new MessageLine(u"danger"_s, this)),
      m_record(new QPushButton(this)),
      m_cancel(new QPushButton(this))
{
    setObjectName(u"deathCard"_s);
    setProperty("role", u"banner"_s);
    m_title->setProperty("role", u"strong"_s);
    m_meaning->setProperty("role", u"secondary"_s);
    m_meaning->setWordWrap(true);
    m_record->setProperty("role", u"primary"_s);
    m_record->setObjectName(u"recordDeath"_s);
    m_cancel->setProperty("role", u"quiet"_s);
    m_day->setObjectName(u"dayOfDeath"_s);
    m_name->setObjectName(u"estateName"_s);
    m_reach->setObjectName(u"estateReach"_s);
    m_source->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    for (const ValueSource source : offered)
        m_source->addItem({}, static_cast<int>(source));

    auto *buttons = new FlowLayout(8);
    buttons->addWidget(m_record);
    buttons->addWidget(m_cancel);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 10, 12, 12);
    column->setSpacing(8);
    for (QWidget *one : std::initializer_list<QWidget *>{m_title, m_meaning, m_dayField, m_sourceField, m_verified,
                                                         m_nameField, m_reachField, m_message})
        column->addWidget(one);
    column->addLayout(buttons);

    auto *completer = new QCompleter(&m_names, this);
    completer->setCaseSensitivity(Qt::CaseInsensitive);
    m_name->setCompleter(completer);
    connect(m_day, &QLineEdit::textChanged, this, &DeathCard::read);
    for (const QLineEdit *field : {m_day, m_name, m_reach})
        connect(field, &QLineEdit::textEdited, this, &DeathCard::edited);
    connect(m_source, &QComboBox::activated, this, &DeathCard::edited);
    connect(m_verified, &QCheckBox::clicked, this, &DeathCard::edited);
    connect(m_record, &QPushButton::clicked, this, &DeathCard::record);
    connect(m_cancel, &QPushButton::clicked, this, &DeathCard::cancelled);
    // Not a key press: a choice that has the focus takes those.
    connect(new QShortcut(QKeySequence(Qt::CTRL | Qt::Key_S), this, nullptr, nullptr, Qt::WidgetWithChildrenShortcut),
            &QShortcut::activated, this, &DeathCard::record);
    retranslate();
    hide();
}

void DeathCard::open(const domain::Person &person, const services::ToldBy &told, QDate today)
{
    m_told = told;
    m_opened = {};
    m_opened.person = person.id;
    m_today = today;
    m_born = person.dateOfBirth;
    const auto known = std::find_if(person.relationships.cbegin(), person.relationships.cend(),
                                    [](const domain::Relationship &one) { return one.handlesEstate; });
    m_estate = known == person.relationships.cend() ? domain::Relationship() : *known;
    m_around = person.relationships;
    QStringList names;
    for (const domain::Relationship &one : m_around)
        names << one.nameAsTold;
    names.removeAll(QString());
    m_names.setStringList(names);
    m_day->setText(person.dateOfDeath ? dateWords(*person.dateOfDeath) : QString());
    m_source->setCurrentIndex(0);
    m_verified->setChecked(false);
    m_name->setText(m_estate.nameAsTold);
    m_name->setEnabled(!m_estate.other); // who has a record of their own is named there
    m_reach->setText(m_estate.reach);
    m_message->say({});
    m_opened = typed();
    read();
    show();
}

void DeathCard::resume(const UnsavedDeath &typed)
{
    m_day->setText(typed.day);
    m_source->setCurrentIndex(qMax(0, m_source->findData(static_cast<int>(typed.source))));
    m_verified->setChecked(typed.isVerified);
    if (m_name->isEnabled())
        m_name->setText(typed.estateName);
    m_reach->setText(typed.estateReach);
}

void DeathCard::focusFirst()
{
    m_day->setFocus(Qt::OtherFocusReason);
}

UnsavedDeath DeathCard::typed() const
{
    return {.person = m_opened.person,
            .day = m_day->text(),
            .source = static_cast<ValueSource>(m_source->currentData().toInt()),
            .isVerified = m_verified->isChecked(),
            .estateName = m_name->text(),
            .estateReach = m_reach->text()};
}

std::optional<UnsavedDeath> DeathCard::unsaved() const
{
    if (isHidden() || typed() == m_opened)
        return std::nullopt;
    return typed();
}

void DeathCard::close()
{
    hide();
    m_opened = {};
    m_day->clear();
    m_name->clear();
    m_reach->clear();
    m_born.reset();
    m_estate = {};
    m_around.clear();
    m_names.setStringList({});
}

void DeathCard::say(const QString &words)
{
    m_message->say(words);
}

void DeathCard::read()
{
    m_date.reset();
    const QString typed = m_day->text().trimmed();
    const auto date = domain::PartialDate::parse(typed, m_today);
    if (typed.isEmpty())
        m_dayField->setHint({});
    else if (!date)
        m_dayField->setHint(tr("No such date. Try 27/3/2007, March 2007 or about 1950."), LabelledField::Tone::Wrong);
    else if (domain::firstDay(*date) > m_today)
        m_dayField->setHint(tr("This day has not come yet."), LabelledField::Tone::Wrong);
    else if (m_born && domain::lastDay(*date) < domain::firstDay(*m_born))
        m_dayField->setHint(tr("This is before the date of birth."), LabelledField::Tone::Wrong);
    else {
        m_date = *date;
        m_dayField->setHint(tr("Understood: %1").arg(dateWords(*date)));
    }
}

std::optional<domain::Relationship> DeathCard::estate() const
{
    const QString name = m_name->text().trimmed();
    const QString reach = m_reach->text().trimmed();
    if (name.isEmpty() && !m_estate.other)
        return std::nullopt;
    // Somebody who is related already is not written down twice.
    const auto known = std::find_if(m_around.cbegin(), m_around.cend(), [&](const domain::Relationship &one) {
        return one.nameAsTold.compare(name, Qt::CaseInsensitive) == 0;
    });
    domain::Relationship estate = known == m_around.cend() || m_estate.other ? m_estate : *known;
    estate.nameAsTold = name;
    if (!reach.isEmpty())
        estate.reach = reach;
    return estate;
}

void DeathCard::record()
{
    if (!m_date) {
        m_message->say(tr("When did they die? The year alone will do."));
        m_day->setFocus(Qt::OtherFocusReason);
        return;
    }
    if (m_name->text().trimmed().isEmpty() && !m_reach->text().trimmed().isEmpty() && !m_estate.other) {
        m_message->say(tr("Whose number is that? A name is needed with it."));
        m_name->setFocus(Qt::OtherFocusReason);
        return;
    }
    services::ToldBy told = m_told;
    told.source = static_cast<ValueSource>(m_source->currentData().toInt());
    emit recorded({*m_date, told, m_verified->isChecked(), estate()});
}

void DeathCard::retranslate()
{
    setAccessibleName(tr("Record a death"));
    m_title->setText(tr("Record a death"));
    m_meaning->setText(tr("From then on no calls, messages or letters go to them. What is known is kept."));
    m_dayField->setWords(tr("Date of death"));
    m_day->setPlaceholderText(tr("27/3/2007, March 2007, about 1950"));
    m_sourceField->setWords(tr("Who says so"));
    m_source->setItemText(0, tr("Not said"));
    for (int i = 1; i < m_source->count(); ++i)
        m_source->setItemText(i, sourceWords(offered[i]));
    m_verified->setText(tr("Certificate or registrar's word seen"));
    m_nameField->setWords(tr("Who deals with the estate"));
    m_reachField->setWords(tr("How to reach them"));
    m_reach->setPlaceholderText(tr("07700 900123, or an address"));
    m_record->setText(tr("Record   Ctrl+S"));
    m_record->setAccessibleName(tr("Record the death"));
    m_cancel->setText(tr("Cancel   Esc"));
    m_cancel->setAccessibleName(tr("Cancel"));
    read();
}

void DeathCard::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        emit cancelled();
    else
        QFrame::keyPressEvent(event);
}

} // namespace reeve::ui
