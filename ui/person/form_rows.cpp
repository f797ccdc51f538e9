// SPDX-License-Identifier: MIT
#include "ui/person/form_rows.h"

#include "ui/parts/labelled_field.h"
#include "ui/person/address_finder.h"
#include "ui/person/person_words.h"
#include "ui/theme/icons.h"

#include <QCheckBox>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

// --- what all rows share -------------------------------------------------------------------------------------------

FormRow::FormRow(QWidget *parent) : QFrame(parent), m_remove(new QPushButton(this))
{
    m_remove->setProperty("role", u"quiet"_s);
    m_remove->setIcon(icon(u"x-lg", Role::Secondary));
    m_remove->setMinimumSize(32, 32);
    connect(m_remove, &QPushButton::clicked, this, &FormRow::removeRequested);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 4);
    column->setSpacing(4);
}

void FormRow::retranslate()
{
    m_remove->setAccessibleName(tr("Remove this row"));
    m_remove->setToolTip(tr("Remove this row"));
}

QLineEdit *FormRow::lineEdit()
{
    auto *field = new QLineEdit(this);
    connect(field, &QLineEdit::textChanged, this, &FormRow::edited);
    return field;
}

QComboBox *FormRow::comboBox(int items)
{
    auto *box = new QComboBox(this);
    for (int i = 0; i < items; ++i)
        box->addItem({}, i);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(8);
    connect(box, &QComboBox::currentIndexChanged, this, &FormRow::edited);
    return box;
}

LabelledField *FormRow::labelled(QWidget *control, QHBoxLayout *into, int stretch)
{
    auto *field = new LabelledField(control, this);
    into->addWidget(field, stretch);
    return field;
}

QHBoxLayout *FormRow::newLine()
{
    auto *line = new QHBoxLayout;
    line->setSpacing(8);
    static_cast<QVBoxLayout *>(layout())->addLayout(line);
    return line;
}

void FormRow::endFirst(QHBoxLayout *line)
{
    m_removeField = labelled(m_remove, line, 0);
    m_removeField->setWords(u" "_s); // level with the fields beside it
}

// --- contact points --------------------------------------------------------------------------------------------------

ContactRow::ContactRow(const domain::ContactPoint &contact, QWidget *parent)
    : FormRow(parent),
      m_contact(contact),
      m_value(lineEdit()),
      m_label(lineEdit()),
      m_preferred(new QCheckBox(this)),
      m_message(new QCheckBox(this))
{
    m_value->setText(contact.value);
    m_label->setText(contact.label);
    m_preferred->setChecked(contact.preferred);
    m_message->setChecked(contact.safeToLeaveMessage);
    connect(m_preferred, &QCheckBox::toggled, this, &FormRow::edited);
    connect(m_message, &QCheckBox::toggled, this, &FormRow::edited);
    QHBoxLayout *first = newLine();
    m_valueField = labelled(m_value, first, 3);
    m_labelField = labelled(m_label, first, 2);
    endFirst(first);
    QHBoxLayout *second = newLine();
    second->addWidget(m_preferred);
    second->addWidget(m_message);
    second->addStretch(1);
    m_message->setVisible(contact.kind == domain::ContactKind::Phone);
    ContactRow::retranslate();
}

domain::ContactPoint ContactRow::value() const
{
    domain::ContactPoint contact = m_contact;
    contact.value = m_value->text();
    contact.label = m_label->text();
    contact.preferred = m_preferred->isChecked();
    contact.safeToLeaveMessage = m_message->isChecked();
    return contact;
}

void ContactRow::showCheck(const PersonCheck *check)
{
    if (!check)
        m_valueField->setHint({});
    else if (m_contact.kind == domain::ContactKind::Phone)
        m_valueField->setHint(tr("This does not look like a phone number. It is kept as told."));
    else
        m_valueField->setHint(tr("This does not look like an e-mail address. It is kept as told."));
}

void ContactRow::retranslate()
{
    FormRow::retranslate();
    m_valueField->setWords(m_contact.kind == domain::ContactKind::Phone ? tr("Phone") : tr("E-mail"));
    m_labelField->setWords(tr("Whose, or where"));
    m_preferred->setText(tr("Preferred"));
    m_message->setText(tr("Safe to leave a message"));
}

void ContactRow::focusFirst()
{
    m_value->setFocus();
}

// --- addresses -------------------------------------------------------------------------------------------------------

AddressRow::AddressRow(const AddressInput &address, QWidget *parent)
    : FormRow(parent),
      m_address(address.address),
      m_use(comboBox(3)),
      m_text(lineEdit()),
      m_postcode(lineEdit()),
      m_uprn(lineEdit()),
      m_from(lineEdit()),
      m_to(lineEdit())
{
    m_use->setCurrentIndex(static_cast<int>(address.address.use));
    m_text->setText(address.address.text);
    m_postcode->setText(address.address.postcode);
    m_uprn->setText(address.uprn);
    m_from->setText(address.from);
    m_to->setText(address.to);
    QHBoxLayout *first = newLine();
    m_textField = labelled(m_text, first, 1);
    endFirst(first);
    QHBoxLayout *second = newLine();
    m_postcodeField = labelled(m_postcode, second, 2);
    m_uprnField = labelled(m_uprn, second, 3);
    QHBoxLayout *third = newLine();
    m_useField = labelled(m_use, third, 2);
    m_fromField = labelled(m_from, third, 2);
    m_toField = labelled(m_to, third, 2);
    AddressRow::retranslate();
}

AddressInput AddressRow::value() const
{
    AddressInput input{m_address, m_uprn->text(), m_from->text(), m_to->text()};
    input.address.use = static_cast<domain::AddressUse>(m_use->currentIndex());
    input.address.text = m_text->text();
    input.address.postcode = m_postcode->text();
    return input;
}

void AddressRow::offer(services::AddressService &addresses)
{
    for (QLineEdit *field : {m_text, m_postcode}) {
        auto *finder = new AddressFinder(addresses, field);
        connect(finder, &AddressFinder::chosen, this, [this](const services::AddressHit &hit) {
            m_text->setText(hit.text);
            m_postcode->setText(hit.postcode);
            m_uprn->setText(QString::number(hit.uprn));
        });
    }
}

void AddressRow::showChecks(const std::vector<PersonCheck> &checks, int row)
{
    for (LabelledField *field : {m_postcodeField, m_uprnField, m_fromField, m_toField})
        field->setHint({});
    for (const PersonCheck &check : checks) {
        if (check.row != row)
            continue;
        if (check.field == PersonCheck::Field::AddressPostcode)
            m_postcodeField->setHint(tr("Not a UK postcode. It is kept as told."));
        else if (check.field == PersonCheck::Field::AddressUprn)
            m_uprnField->setHint(tr("A UPRN is 1 to 12 digits."), LabelledField::Tone::Wrong);
        else if (check.field == PersonCheck::Field::AddressFrom)
            m_fromField->setHint(tr("Not a date. Try 27/3/2007 or 2007."), LabelledField::Tone::Wrong);
        else if (check.field == PersonCheck::Field::AddressTo)
            m_toField->setHint(tr("Not a date. Try 27/3/2007 or 2007."), LabelledField::Tone::Wrong);
    }
}

void AddressRow::retranslate()
{
    FormRow::retranslate();
    m_textField->setWords(tr("Address, without the postcode"));
    m_postcodeField->setWords(tr("Postcode"));
    m_uprnField->setWords(tr("UPRN, if known"));
    m_useField->setWords(tr("Used as"));
    m_fromField->setWords(tr("Since"));
    m_toField->setWords(tr("Until"));
    for (int i = 0; i < m_use->count(); ++i)
        m_use->setItemText(i, addressUseWords(static_cast<domain::AddressUse>(i)));
}

void AddressRow::focusFirst()
{
    m_text->setFocus();
}

} // namespace reeve::ui
