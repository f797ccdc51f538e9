// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"

#include <QWidget>

class QLineEdit;

namespace reeve::ui {

class LabelledField;
class LinkButton;
class PersonFinder;

// Who is related to the person in the form: a name as told, or somebody on record, who is found by typing and is shown
// by name, date of birth and address from then on. A link is taken away with the button under it; the name stays then.
class RelatedName final : public QWidget
{
    Q_OBJECT

public:
    RelatedName(const domain::Relationship &relationship, QWidget *parent);

    // So that records can be found and named; `self` is whose relationship it is, null for a new person.
    void offer(services::PersonService &people, const domain::PersonId &self);

    [[nodiscard]] const std::optional<domain::PersonId> &other() const noexcept { return m_other; }
    [[nodiscard]] QString nameAsTold() const;
    void retranslate();
    void focusFirst();

signals:
    void edited();

private:
    void link(const services::PersonHit &hit);
    void unlink();
    void lookUp();
    void showLink();

    services::PersonService *m_people = nullptr;
    std::optional<domain::PersonId> m_other;
    QString m_nameAsTold;     // while linked: what the record had besides
    services::PersonHit m_of; // whom the link leads to, once that is known
    QLineEdit *m_name;
    LabelledField *m_field;
    LinkButton *m_unlink;
    PersonFinder *m_finder = nullptr;
};

} // namespace reeve::ui
