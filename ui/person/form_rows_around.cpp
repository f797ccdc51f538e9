// SPDX-License-Identifier: MIT
// The rows of people around somebody, of payment references and of former names.
#include "ui/parts/labelled_field.h"
#include "ui/person/form_rows.h"
#include "ui/person/person_words.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace reeve::ui {

RelationshipRow::RelationshipRow(const domain::Relationship &relationship, QWidget *parent)
    : FormRow(parent),
      m_relationship(relationship),
      m_kind(comboBox(static_cast<int>(allRelationshipKinds().size()))),
      m_name(lineEdit()),
      m_authority(comboBox(static_cast<int>(allAuthorities().size()))),
      m_evidence(lineEdit())
{
    m_kind->setCurrentIndex(static_cast<int>(relationship.kind));
    m_name->setText(relationship.nameAsTold);
    m_authority->setCurrentIndex(static_cast<int>(relationship.authority));
    m_evidence->setText(relationship.evidence);
    QHBoxLayout *first = newLine();
    m_nameField = labelled(m_name, first, 3);
    m_kindField = labelled(m_kind, first, 2);
    endFirst(first);
    QHBoxLayout *second = newLine();
    m_authorityField = labelled(m_authority, second, 2);
    m_evidenceField = labelled(m_evidence, second, 3);
    RelationshipRow::retranslate();
}

domain::Relationship RelationshipRow::value() const
{
    domain::Relationship relationship = m_relationship;
    relationship.kind = static_cast<domain::RelationshipKind>(m_kind->currentIndex());
    relationship.nameAsTold = m_name->text();
    relationship.authority = static_cast<domain::Authority>(m_authority->currentIndex());
    relationship.evidence = m_evidence->text();
    return relationship;
}

void RelationshipRow::retranslate()
{
    FormRow::retranslate();
    m_nameField->setWords(m_relationship.other ? tr("Name (has a record of their own)") : tr("Name"));
    m_kindField->setWords(tr("Is their"));
    m_authorityField->setWords(tr("May act for them by"));
    m_evidenceField->setWords(tr("What was seen, and when"));
    for (int i = 0; i < m_kind->count(); ++i)
        m_kind->setItemText(i, relationshipWords(static_cast<domain::RelationshipKind>(i)));
    for (int i = 0; i < m_authority->count(); ++i) {
        const auto authority = static_cast<domain::Authority>(i);
        m_authority->setItemText(i, authority == domain::Authority::None ? tr("Nothing: related only")
                                                                         : authorityWords(authority));
    }
}

void RelationshipRow::focusFirst()
{
    m_name->setFocus();
}

// --- payment references ----------------------------------------------------------------------------------------------

PaymentRow::PaymentRow(const domain::PaymentReference &payment, QWidget *parent)
    : FormRow(parent),
      m_payment(payment),
      m_scheme(lineEdit()),
      m_reference(lineEdit()),
      m_outcome(lineEdit())
{
    m_shownScheme = paymentSchemeWords(payment.scheme);
    m_scheme->setText(m_shownScheme);
    m_reference->setText(payment.reference);
    m_outcome->setText(payment.outcome);
    QHBoxLayout *first = newLine();
    m_schemeField = labelled(m_scheme, first, 2);
    m_referenceField = labelled(m_reference, first, 3);
    endFirst(first);
    m_outcomeField = labelled(m_outcome, newLine(), 1);
    PaymentRow::retranslate();
}

domain::PaymentReference PaymentRow::value() const
{
    domain::PaymentReference payment = m_payment;
    if (m_scheme->text() != m_shownScheme) // a known scheme keeps its code
        payment.scheme = m_scheme->text();
    payment.reference = m_reference->text();
    payment.outcome = m_outcome->text();
    return payment;
}

void PaymentRow::retranslate()
{
    FormRow::retranslate();
    m_schemeField->setWords(tr("For"));
    m_referenceField->setWords(tr("Reference (never a card number)"));
    m_outcomeField->setWords(tr("How it stands"));
}

void PaymentRow::focusFirst()
{
    m_scheme->setFocus();
}

// --- former names ----------------------------------------------------------------------------------------------------

FormerNameRow::FormerNameRow(const domain::FormerName &former, QWidget *parent)
    : FormRow(parent),
      m_former(former),
      m_given(lineEdit()),
      m_family(lineEdit())
{
    m_given->setText(former.name.given);
    m_family->setText(former.name.family);
    QHBoxLayout *first = newLine();
    m_givenField = labelled(m_given, first, 1);
    m_familyField = labelled(m_family, first, 1);
    endFirst(first);
    FormerNameRow::retranslate();
}

domain::FormerName FormerNameRow::value() const
{
    domain::FormerName former = m_former;
    former.name.given = m_given->text();
    former.name.family = m_family->text();
    return former;
}

void FormerNameRow::retranslate()
{
    FormRow::retranslate();
    m_givenField->setWords(tr("Former given name"));
    m_familyField->setWords(tr("Former family name"));
}

void FormerNameRow::focusFirst()
{
    m_family->setFocus();
}

} // namespace reeve::ui
