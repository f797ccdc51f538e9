// SPDX-License-Identifier: MIT
#pragma once

#include "ui/person/person_input.h"
#include "ui/person/row_group.h"

#include <QWidget>

class QGridLayout;
class QLabel;

namespace reeve::ui {

class RolesField;

// The fields of a person, in the order in which one asks. Knows how to show an input and what is said about it.
class PersonForm final : public QWidget
{
    Q_OBJECT

public:
    // Both must outlive it.
    PersonForm(services::PersonService &people, services::AddressService &addresses, QWidget *parent = nullptr);

    void show(const PersonInput &input);
    using QWidget::show;
    void showReading(const PersonReading &reading);
    void retranslate();
    void focusFirst();
    void focusCheck(const PersonCheck &check);

signals:
    void edited(const reeve::ui::PersonInput &input);

private:
    struct Text
    {
        QLineEdit *edit;
        LabelledField *field;
    };
    Text text(QGridLayout *grid, int row, int column, int span);
    QComboBox *combo(LabelledField *&field, QGridLayout *grid, int row, int column, int span);
    void report();
    [[nodiscard]] PersonInput input() const;
    void showDate(LabelledField *field, const std::optional<domain::PartialDate> &date, const PersonReading &reading,
                  PersonCheck::Field which);
    void showNumbers(const PersonReading &reading);

    PersonInput m_shown; // what has no field
    bool m_isShowing = false;
    Text m_title, m_given, m_middle, m_family, m_knownAs, m_born, m_died, m_needs, m_preference, m_nhs, m_ni;
    QComboBox *m_language = nullptr;
    LabelledField *m_languageField = nullptr;
    QComboBox *m_marital = nullptr;
    LabelledField *m_maritalField = nullptr;
    RolesField *m_roles;
    RowGroup<ContactRow> *m_contacts;
    RowGroup<AddressRow> *m_addresses;
    RowGroup<RelationshipRow> *m_relationships;
    RowGroup<PaymentRow> *m_payments;
    RowGroup<FormerNameRow> *m_formerNames;
    QPushButton *m_addPhone, *m_addEmail, *m_addAddress, *m_addRelationship, *m_addPayment, *m_addFormerName;
};

} // namespace reeve::ui
