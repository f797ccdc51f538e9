// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/address/address_service.h"
#include "core/services/person/person_service.h"
#include "ui/person/person_input.h"

#include <QFrame>

class QCheckBox;
class QComboBox;
class QHBoxLayout;
class QLineEdit;
class QPushButton;

namespace reeve::ui {

class LabelledField;
class RelatedName;

// One row of a group that can grow: its fields, and a button that takes it away.
class FormRow : public QFrame
{
    Q_OBJECT

public:
    explicit FormRow(QWidget *parent);

    virtual void retranslate();
    virtual void focusFirst() = 0;

signals:
    void edited();
    void removeRequested();

protected:
    QLineEdit *lineEdit(); // one that says edited()
    QComboBox *comboBox(int items);
    LabelledField *labelled(QWidget *control, QHBoxLayout *into, int stretch);
    [[nodiscard]] QHBoxLayout *newLine();
    void endFirst(QHBoxLayout *line); // with the button that removes the row

private:
    QPushButton *m_remove;
    LabelledField *m_removeField = nullptr;
};

class ContactRow final : public FormRow
{
    Q_OBJECT

public:
    ContactRow(const domain::ContactPoint &contact, QWidget *parent);
    [[nodiscard]] domain::ContactPoint value() const;
    void showCheck(const PersonCheck *check);
    void retranslate() override;
    void focusFirst() override;

private:
    domain::ContactPoint m_contact; // what has no field
    QLineEdit *m_value;
    QLineEdit *m_label;
    QCheckBox *m_preferred;
    QCheckBox *m_message;
    LabelledField *m_valueField;
    LabelledField *m_labelField;
};

class AddressRow final : public FormRow
{
    Q_OBJECT

public:
    AddressRow(const AddressInput &address, QWidget *parent);
    [[nodiscard]] AddressInput value() const;
    void showChecks(const std::vector<PersonCheck> &checks, int row);
    void offer(services::AddressService &addresses); // of the gazetteer, while one types
    void retranslate() override;
    void focusFirst() override;

private:
    domain::Address m_address; // what has no field
    QComboBox *m_use;
    QLineEdit *m_text;
    QLineEdit *m_postcode;
    QLineEdit *m_uprn;
    QLineEdit *m_from;
    QLineEdit *m_to;
    LabelledField *m_useField;
    LabelledField *m_textField;
    LabelledField *m_postcodeField;
    LabelledField *m_uprnField;
    LabelledField *m_fromField;
    LabelledField *m_toField;
};

class RelationshipRow final : public FormRow
{
    Q_OBJECT

public:
    RelationshipRow(const RelationshipInput &relationship, QWidget *parent);
    [[nodiscard]] RelationshipInput value() const;
    void showChecks(const std::vector<PersonCheck> &checks, int row);
    // Of the people on record, while one types a name; `self` is whose form it is.
    void offer(services::PersonService &people, const domain::PersonId &self);
    void retranslate() override;
    void focusFirst() override;

private:
    domain::Relationship m_relationship; // what has no field
    RelatedName *m_who;
    QComboBox *m_kind;
    QComboBox *m_authority;
    QLineEdit *m_evidence;
    QLineEdit *m_seen;
    QLineEdit *m_from;
    QLineEdit *m_until;
    QLineEdit *m_reach;
    LabelledField *m_kindField;
    LabelledField *m_authorityField;
    LabelledField *m_evidenceField;
    LabelledField *m_seenField;
    LabelledField *m_fromField;
    LabelledField *m_untilField;
    LabelledField *m_reachField;
};

class PaymentRow final : public FormRow
{
    Q_OBJECT

public:
    PaymentRow(const domain::PaymentReference &payment, QWidget *parent);
    [[nodiscard]] domain::PaymentReference value() const;
    void retranslate() override;
    void focusFirst() override;

private:
    domain::PaymentReference m_payment; // what has no field
    QString m_shownScheme;
    QLineEdit *m_scheme;
    QLineEdit *m_reference;
    QLineEdit *m_outcome;
    LabelledField *m_schemeField;
    LabelledField *m_referenceField;
    LabelledField *m_outcomeField;
};

class FormerNameRow final : public FormRow
{
    Q_OBJECT

public:
    FormerNameRow(const domain::FormerName &former, QWidget *parent);
    [[nodiscard]] domain::FormerName value() const;
    void retranslate() override;
    void focusFirst() override;

private:
    domain::FormerName m_former;
    QLineEdit *m_given;
    QLineEdit *m_family;
    LabelledField *m_givenField;
    LabelledField *m_familyField;
};

} // namespace reeve::ui
