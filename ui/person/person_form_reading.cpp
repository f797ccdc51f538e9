// SPDX-License-Identifier: MIT
// What is said at the fields of the form of what was typed there.
#include "ui/parts/labelled_field.h"
#include "ui/person/person_form.h"
#include "ui/words/dates.h"

#include <QLineEdit>

#include <algorithm>

namespace reeve::ui {

void PersonForm::showReading(const PersonReading &reading)
{
    showDate(m_born.field, reading.person.dateOfBirth, reading, PersonCheck::Field::DateOfBirth);
    showDate(m_died.field, reading.person.dateOfDeath, reading, PersonCheck::Field::DateOfDeath);
    showNumbers(reading);
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

void PersonForm::showNumbers(const PersonReading &reading)
{
    m_nhs.field->setHint({});
    m_ni.field->setHint({});
    for (const PersonCheck &check : reading.checks) {
        const bool isNhs = check.field == PersonCheck::Field::NhsNumber;
        if (!isNhs && check.field != PersonCheck::Field::NiNumber)
            continue;
        const auto tone = check.blocks ? LabelledField::Tone::Wrong : LabelledField::Tone::Attention;
        if (!isNhs)
            m_ni.field->setHint(tr("Not a National Insurance number: two letters, six figures and A, B, C or D."),
                                tone);
        else if (check.fault == PersonCheck::Fault::Mistyped)
            m_nhs.field->setHint(tr("There is a slip in it: its figures do not fit together."), tone);
        else
            m_nhs.field->setHint(tr("An NHS number has ten figures."), tone);
    }
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
    case PersonCheck::Field::NhsNumber:
        m_nhs.edit->setFocus();
        break;
    case PersonCheck::Field::NiNumber:
        m_ni.edit->setFocus();
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
