// SPDX-License-Identifier: MIT
#include "ui/person/person_form.h"

#include "ui/parts/labelled_field.h"
#include "ui/person/person_words.h"
#include "ui/theme/icons.h"
#include "ui/words/dates.h"

#include <QComboBox>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

domain::ContactPoint contact(domain::ContactKind kind)
{
    domain::ContactPoint made;
    made.kind = kind;
    return made;
}

} // namespace

PersonForm::PersonForm(services::AddressService &addresses, QWidget *parent)
    : QWidget(parent),
      m_contacts(new RowGroup<ContactRow>(this)),
      m_addresses(new RowGroup<AddressRow>(this)),
      m_relationships(new RowGroup<RelationshipRow>(this)),
      m_payments(new RowGroup<PaymentRow>(this)),
      m_formerNames(new RowGroup<FormerNameRow>(this))
{
    setProperty("role", u"clear"_s);
    auto *grid = new QGridLayout;
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(8);
    m_title = text(grid, 0, 0, 1);
    m_given = text(grid, 0, 1, 3);
    m_family = text(grid, 1, 0, 4);
    m_middle = text(grid, 2, 0, 2);
    m_knownAs = text(grid, 2, 2, 2);
    m_born = text(grid, 3, 0, 2);
    m_died = text(grid, 3, 2, 2);

    auto *lower = new QGridLayout;
    lower->setHorizontalSpacing(8);
    lower->setVerticalSpacing(8);
    m_needs = text(lower, 0, 0, 4);
    m_preference = text(lower, 1, 0, 2);
    m_language = combo(m_languageField, lower, 1, 2, 2);
    m_marital = combo(m_maritalField, lower, 2, 0, 4);
    for (QGridLayout *each : {grid, lower}) {
        for (int column = 0; column < 4; ++column)
            each->setColumnStretch(column, 1);
    }
    m_language->setMinimumContentsLength(6);
    m_marital->setMinimumContentsLength(12);
    m_language->addItem({}, QString());
    for (const QString &code : offeredLanguages())
        m_language->addItem({}, code);
    for (const domain::MaritalStatus status : allMaritalStatuses())
        m_marital->addItem({}, static_cast<int>(status));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(16, 4, 16, 16);
    column->setSpacing(10);
    column->addLayout(grid);
    column->addWidget(m_contacts);
    column->addWidget(m_addresses);
    column->addLayout(lower);
    column->addWidget(m_relationships);
    column->addWidget(m_payments);
    column->addWidget(m_formerNames);
    column->addStretch(1);

    m_addresses->setWhenAdded([&addresses](AddressRow &row) { row.offer(addresses); });
    m_addPhone = m_contacts->addAdder();
    m_addEmail = m_contacts->addAdder();
    m_addAddress = m_addresses->addAdder();
    m_addRelationship = m_relationships->addAdder();
    m_addPayment = m_payments->addAdder();
    m_addFormerName = m_formerNames->addAdder();
    const auto adds = [this](QPushButton *button, auto *group, auto value) {
        button->setIcon(icon(u"plus-lg", Role::Secondary));
        connect(button, &QPushButton::clicked, this, [group, value] { group->add(value)->focusFirst(); });
        connect(group, &RowGroupBase::edited, this, &PersonForm::report);
    };
    adds(m_addPhone, m_contacts, contact(domain::ContactKind::Phone));
    connect(m_addEmail, &QPushButton::clicked, this,
            [this] { m_contacts->add(contact(domain::ContactKind::Email))->focusFirst(); });
    m_addEmail->setIcon(icon(u"plus-lg", Role::Secondary));
    adds(m_addAddress, m_addresses, AddressInput{});
    adds(m_addRelationship, m_relationships, RelationshipInput{});
    adds(m_addPayment, m_payments, domain::PaymentReference{});
    adds(m_addFormerName, m_formerNames, domain::FormerName{});
    retranslate();
}

PersonForm::Text PersonForm::text(QGridLayout *grid, int row, int column, int span)
{
    auto *edit = new QLineEdit(this);
    auto *field = new LabelledField(edit, this);
    grid->addWidget(field, row, column, 1, span);
    connect(edit, &QLineEdit::textChanged, this, &PersonForm::report);
    return {edit, field};
}

QComboBox *PersonForm::combo(LabelledField *&field, QGridLayout *grid, int row, int column, int span)
{
    auto *box = new QComboBox(this);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    field = new LabelledField(box, this);
    grid->addWidget(field, row, column, 1, span);
    connect(box, &QComboBox::currentIndexChanged, this, &PersonForm::report);
    return box;
}

void PersonForm::retranslate()
{
    m_title.field->setWords(tr("Title"));
    m_given.field->setWords(tr("Given name"));
    m_middle.field->setWords(tr("Middle names"));
    m_family.field->setWords(tr("Family name"));
    m_knownAs.field->setWords(tr("Known as"));
    m_born.field->setWords(tr("Date of birth"));
    m_died.field->setWords(tr("Date of death"));
    m_born.edit->setPlaceholderText(tr("27/3/2007 or 1950"));
    m_needs.field->setWords(tr("Communication needs (a need, never a diagnosis)"));
    m_needs.edit->setPlaceholderText(tr("large print, lip reading, text relay…"));
    m_preference.field->setWords(tr("How to reach them"));
    m_preference.edit->setPlaceholderText(tr("phone, mornings"));
    m_languageField->setWords(tr("Language they prefer"));
    m_maritalField->setWords(tr("Marital status (only where a service needs it)"));
    m_language->setItemText(0, tr("Not asked"));
    for (int i = 1; i < m_language->count(); ++i)
        m_language->setItemText(i, languageWords(m_language->itemData(i).toString()));
    for (int i = 0; i < m_marital->count(); ++i)
        m_marital->setItemText(i,
                               maritalStatusWords(static_cast<domain::MaritalStatus>(m_marital->itemData(i).toInt())));
    m_addPhone->setText(tr("Add a phone"));
    m_addEmail->setText(tr("Add an e-mail"));
    m_addAddress->setText(tr("Add an address"));
    m_addRelationship->setText(tr("Add somebody related"));
    m_addPayment->setText(tr("Add a payment reference"));
    m_addFormerName->setText(tr("Add a former name"));
    m_contacts->retranslate();
    m_addresses->retranslate();
    m_relationships->retranslate();
    m_payments->retranslate();
    m_formerNames->retranslate();
}

void PersonForm::show(const PersonInput &input)
{
    m_isShowing = true;
    m_shown = input;
    const domain::Person &person = input.person;
    m_title.edit->setText(person.name.title);
    m_given.edit->setText(person.name.given);
    m_middle.edit->setText(person.name.middle);
    m_family.edit->setText(person.name.family);
    m_knownAs.edit->setText(person.knownAs);
    m_born.edit->setText(input.dateOfBirth);
    m_died.edit->setText(input.dateOfDeath);
    m_needs.edit->setText(person.communicationNeeds);
    m_preference.edit->setText(person.contactPreference);
    int language = person.preferredLanguage.isEmpty() ? 0 : m_language->findData(person.preferredLanguage);
    if (language < 0) { // one of an import: kept, and offered
        m_language->addItem(languageWords(person.preferredLanguage), person.preferredLanguage);
        language = m_language->count() - 1;
    }
    m_language->setCurrentIndex(language);
    m_marital->setCurrentIndex(m_marital->findData(static_cast<int>(person.maritalStatus)));
    m_contacts->setValues(person.contactPoints);
    m_addresses->setValues(input.addresses);
    m_relationships->setValues(input.relationships);
    m_payments->setValues(person.paymentReferences);
    m_formerNames->setValues(person.formerNames);
    m_isShowing = false;
}

PersonInput PersonForm::input() const
{
    PersonInput input = m_shown;
    domain::Person &person = input.person;
    person.name = {m_title.edit->text(), m_given.edit->text(), m_middle.edit->text(), m_family.edit->text()};
    person.knownAs = m_knownAs.edit->text();
    input.dateOfBirth = m_born.edit->text();
    input.dateOfDeath = m_died.edit->text();
    person.communicationNeeds = m_needs.edit->text();
    person.contactPreference = m_preference.edit->text();
    person.preferredLanguage = m_language->currentData().toString();
    person.maritalStatus = static_cast<domain::MaritalStatus>(m_marital->currentData().toInt());
    person.contactPoints = m_contacts->values<domain::ContactPoint>();
    input.addresses = m_addresses->values<AddressInput>();
    input.relationships = m_relationships->values<RelationshipInput>();
    person.paymentReferences = m_payments->values<domain::PaymentReference>();
    person.formerNames = m_formerNames->values<domain::FormerName>();
    return input;
}

void PersonForm::report()
{
    if (!m_isShowing)
        emit edited(input());
}

void PersonForm::showReading(const PersonReading &reading)
{
    showDate(m_born.field, reading.person.dateOfBirth, reading, PersonCheck::Field::DateOfBirth);
    showDate(m_died.field, reading.person.dateOfDeath, reading, PersonCheck::Field::DateOfDeath);
    int row = 0;
    for (ContactRow *contact : m_contacts->rows()) {
        const auto at = std::find_if(reading.checks.cbegin(), reading.checks.cend(), [row](const PersonCheck &check) {
            return check.field == PersonCheck::Field::Contact && check.row == row;
        });
        contact->showCheck(at == reading.checks.cend() ? nullptr : &*at);
        ++row;
    }
    row = 0;
    for (AddressRow *address : m_addresses->rows())
        address->showChecks(reading.checks, row++);
    row = 0;
    for (RelationshipRow *relationship : m_relationships->rows())
        relationship->showChecks(reading.checks, row++);
}

void PersonForm::showDate(LabelledField *field, const std::optional<domain::PartialDate> &date,
                          const PersonReading &reading, PersonCheck::Field which)
{
    for (const PersonCheck &check : reading.checks) {
        if (check.field != which)
            continue;
        if (check.fault == PersonCheck::Fault::InTheFuture)
            field->setHint(tr("This day has not come yet."), LabelledField::Tone::Wrong);
        else if (check.fault == PersonCheck::Fault::BeforeBirth)
            field->setHint(tr("This is before the date of birth."), LabelledField::Tone::Wrong);
        else
            field->setHint(tr("No such date. Try 27/3/2007, March 2007 or about 1950."), LabelledField::Tone::Wrong);
        return;
    }
    // What was understood, so that 3/4 is not taken for 4/3.
    field->setHint(date ? tr("Understood: %1").arg(dateWords(*date)) : QString());
}

void PersonForm::focusFirst()
{
    (m_given.edit->text().isEmpty()    ? m_given.edit
     : m_family.edit->text().isEmpty() ? m_family.edit
                                       : m_born.edit)
        ->setFocus(Qt::OtherFocusReason);
}

void PersonForm::focusCheck(const PersonCheck &check)
{
    const auto row = static_cast<size_t>(check.row);
    switch (check.field) {
    case PersonCheck::Field::Name:
        m_family.edit->setFocus();
        break;
    case PersonCheck::Field::DateOfBirth:
        m_born.edit->setFocus();
        break;
    case PersonCheck::Field::DateOfDeath:
        m_died.edit->setFocus();
        break;
    case PersonCheck::Field::Contact:
        if (row < m_contacts->rows().size())
            m_contacts->rows()[row]->focusFirst();
        break;
    case PersonCheck::Field::AddressUprn:
    case PersonCheck::Field::AddressPostcode:
    case PersonCheck::Field::AddressFrom:
    case PersonCheck::Field::AddressTo:
        if (row < m_addresses->rows().size())
            m_addresses->rows()[row]->focusFirst();
        break;
    case PersonCheck::Field::EvidenceSeen:
    case PersonCheck::Field::ActingFrom:
    case PersonCheck::Field::ActingUntil:
        if (row < m_relationships->rows().size())
            m_relationships->rows()[row]->focusFirst();
        break;
    }
}

} // namespace reeve::ui
