// SPDX-License-Identifier: MIT
// The rows of people around somebody, of payment references and of former names.
#include "ui/parts/labelled_field.h"
#include "ui/person/form_rows.h"
#include "ui/person/person_words.h"
#include "ui/person/related_name.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QLineEdit>

namespace reeve::ui {

RelationshipRow::RelationshipRow(const RelationshipInput &typed, QWidget *parent)
    : FormRow(parent),
      m_relationship(typed.relationship),
      m_who(new RelatedName(typed.relationship, this)),
      m_kind(comboBox(static_cast<int>(allRelationshipKinds().size()))),
      m_authority(comboBox(static_cast<int>(allAuthorities().size()))),
      m_evidence(lineEdit()),
      m_seen(lineEdit()),
      m_from(lineEdit()),
      m_until(lineEdit()),
      m_reach(lineEdit())
{
    const domain::Relationship &relationship = typed.relationship;
    m_kind->setCurrentIndex(static_cast<int>(relationship.kind));
    m_authority->setCurrentIndex(static_cast<int>(relationship.authority));
    m_evidence->setText(relationship.evidence);
    m_seen->setText(typed.evidenceSeen);
    m_from->setText(typed.from);
    m_until->setText(typed.until);
    m_reach->setText(relationship.reach);
    QHBoxLayout *first = newLine();
    first->addWidget(m_who, 3);
    connect(m_who, &RelatedName::edited, this, &FormRow::edited);
    endFirst(first);
    QHBoxLayout *second = newLine();
    m_kindField = labelled(m_kind, second, 2);
    m_authorityField = labelled(m_authority, second, 3);
    m_reachField = labelled(m_reach, newLine(), 1);
    QHBoxLayout *third = newLine();
    m_evidenceField = labelled(m_evidence, third, 3);
    m_seenField = labelled(m_seen, third, 2);
    QHBoxLayout *fourth = newLine();
    m_fromField = labelled(m_from, fourth, 1);
    m_untilField = labelled(m_until, fourth, 1);
    RelationshipRow::retranslate();
}

RelationshipInput RelationshipRow::value() const
{
    domain::Relationship relationship = m_relationship;
    relationship.kind = static_cast<domain::RelationshipKind>(m_kind->currentIndex());
    relationship.other = m_who->other();
    relationship.nameAsTold = m_who->nameAsTold();
    relationship.authority = static_cast<domain::Authority>(m_authority->currentIndex());
    relationship.evidence = m_evidence->text();
    relationship.reach = m_reach->text();
    return {relationship, m_seen->text(), m_from->text(), m_until->text()};
}

void RelationshipRow::offer(services::PersonService &people, const domain::PersonId &self)
{
    m_who->offer(people, self);
}

void RelationshipRow::showChecks(const std::vector<PersonCheck> &checks, int row)
{
    for (LabelledField *field : {m_seenField, m_fromField, m_untilField})
        field->setHint({});
    for (const PersonCheck &check : checks) {
        LabelledField *field = check.field == PersonCheck::Field::EvidenceSeen  ? m_seenField
                               : check.field == PersonCheck::Field::ActingFrom  ? m_fromField
                               : check.field == PersonCheck::Field::ActingUntil ? m_untilField
                                                                                : nullptr;
        if (!field || check.row != row)
            continue;
        const QString hint = check.fault == PersonCheck::Fault::InTheFuture ? tr("This day has not come yet.")
                             : check.fault == PersonCheck::Fault::BeforeStart
                                 ? tr("This is before it began.")
                                 : tr("Not a date. Try 27/3/2007 or 2007.");
        field->setHint(hint, LabelledField::Tone::Wrong);
    }
}

void RelationshipRow::retranslate()
{
    FormRow::retranslate();
    m_who->retranslate();
    m_kindField->setWords(tr("Is their"));
    m_authorityField->setWords(tr("May act for them by"));
    m_reachField->setWords(tr("How to reach them"));
    m_evidenceField->setWords(tr("What was seen of it"));
    m_seenField->setWords(tr("Seen on"));
    m_fromField->setWords(tr("Since"));
    m_untilField->setWords(tr("Until"));
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
    m_who->focusFirst();
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
