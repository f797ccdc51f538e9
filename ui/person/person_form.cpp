// SPDX-License-Identifier: MIT
#include "ui/person/person_form.h"

#include "ui/parts/labelled_field.h"
#include "ui/parts/tab_order.h"
#include "ui/person/person_words.h"
#include "ui/person/roles_field.h"
#include "ui/theme/icons.h"

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

PersonForm::PersonForm(services::PersonService &people, services::AddressService &addresses, QWidget *parent)
    : QWidget(parent),
      m_roles(new RolesField(this)),
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
    lower->addWidget(m_roles, 3, 0, 1, 4);
    m_nhs = text(lower, 4, 0, 4);
    m_ni = text(lower, 5, 0, 4);
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
    m_relationships->setWhenAdded([this, &people](RelationshipRow &row) { row.offer(people, m_shown.person.id); });
    m_addPhone = m_contacts->addAdder();
    m_addEmail = m_contacts->addAdder();
    m_addAddress = m_addresses->addAdder();
    m_addRelationship = m_relationships->addAdder();
    m_addPayment = m_payments->addAdder();
    m_addFormerName = m_formerNames->addAdder();
    for (RowGroupBase *group :
         std::initializer_list<RowGroupBase *>{m_contacts, m_addresses, m_relationships, m_payments, m_formerNames})
        connect(group, &RowGroupBase::edited, this, &PersonForm::report);
    connect(m_roles, &RolesField::edited, this, &PersonForm::report);
    const auto adds = [this](QPushButton *button, auto *group, auto value) {
        button->setIcon(icon(u"plus-lg", Role::Secondary));
        connect(button, &QPushButton::clicked, this, [this, group, value] {
            group->add(value)->focusFirst();
            tabInReadingOrder(this);
        });
    };
    adds(m_addPhone, m_contacts, contact(domain::ContactKind::Phone));
    adds(m_addEmail, m_contacts, contact(domain::ContactKind::Email));
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
    m_nhs.field->setWords(tr("NHS number (only for social care)"));
    m_nhs.edit->setPlaceholderText(tr("10 figures"));
    m_ni.field->setWords(tr("National Insurance number (never to prove who they are)"));
    m_ni.edit->setPlaceholderText(u"QQ 12 34 56 C"_s);
    m_roles->retranslate();
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
    m_roles->setRoles(person.roles);
    m_nhs.edit->setText(input.nhsNumber);
    m_ni.edit->setText(input.niNumber);
    m_contacts->setValues(person.contactPoints);
    m_addresses->setValues(input.addresses);
    m_relationships->setValues(input.relationships);
    m_payments->setValues(person.paymentReferences);
    m_formerNames->setValues(person.formerNames);
    tabInReadingOrder(this);
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
    person.roles = m_roles->roles();
    input.nhsNumber = m_nhs.edit->text();
    input.niNumber = m_ni.edit->text();
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

void PersonForm::focusFirst()
{
    (m_given.edit->text().isEmpty()    ? m_given.edit
     : m_family.edit->text().isEmpty() ? m_family.edit
                                       : m_born.edit)
        ->setFocus(Qt::OtherFocusReason);
}

} // namespace reeve::ui
