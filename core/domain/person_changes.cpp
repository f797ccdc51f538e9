// SPDX-License-Identifier: MIT
#include "core/domain/person_fields.h"

#include "core/domain/text_rules.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

// Looks at the texts of one person until the first fault. Line breaks are refused everywhere: these are form fields,
// and search, export and letters take them for one line.
class PersonCheck
{
public:
    void name(const PersonName &name)
    {
        look(name.title, u"title"_s, longestName);
        look(name.given, u"given_name"_s, longestName);
        look(name.middle, u"middle_name"_s, longestName);
        look(name.family, u"family_name"_s, longestName);
    }

    void look(const QString &text, const QString &field, qsizetype limit = longestField)
    {
        if (m_outcome && !text.isEmpty())
            m_outcome = checkText(text, field, limit, LineBreaks::Refused);
    }

    [[nodiscard]] const Result<> &outcome() const { return m_outcome; }

private:
    Result<> m_outcome;
};

void checkPlainFields(const Person &person, PersonCheck &check)
{
    check.name(person.name);
    check.look(person.knownAs, u"known_as"_s, longestName);
    check.look(person.externalId, u"external_id"_s);
    check.look(person.preferredLanguage, u"preferred_language"_s);
    check.look(person.communicationNeeds, u"communication_needs"_s);
    check.look(person.contactPreference, u"contact_preference"_s);
    check.look(person.nhsNumber, u"nhs_number"_s);
    check.look(person.niNumber, u"ni_number"_s);
}

void checkObjects(const Person &person, PersonCheck &check)
{
    for (const auto &former : person.formerNames) {
        check.look(former.key, u"former_name"_s);
        check.name(former.name);
    }
    for (const auto &contact : person.contactPoints) {
        check.look(contact.key, u"contact"_s);
        check.look(contact.value, u"contact.value"_s);
        check.look(contact.label, u"contact.label"_s);
    }
    for (const auto &address : person.addresses) {
        check.look(address.key, u"address"_s);
        check.look(address.text, u"address.text"_s);
        check.look(address.postcode, u"address.postcode"_s);
    }
    for (const auto &relationship : person.relationships) {
        check.look(relationship.key, u"relationship"_s);
        check.look(relationship.nameAsTold, u"relationship.name_as_told"_s, longestName);
        check.look(relationship.evidence, u"relationship.evidence"_s);
        check.look(relationship.reach, u"relationship.reach"_s);
    }
    for (const auto &payment : person.paymentReferences) {
        check.look(payment.key, u"payment"_s);
        check.look(payment.scheme, u"payment.scheme"_s);
        check.look(payment.reference, u"payment.reference"_s);
        check.look(payment.outcome, u"payment.outcome"_s);
    }
    for (const auto &mark : person.marks) {
        check.look(mark.key, u"mark"_s);
        check.look(mark.field, u"mark.field"_s);
        check.look(mark.value, u"mark.value"_s);
        check.look(mark.channel, u"mark.channel"_s);
        check.look(mark.agent, u"mark.agent"_s);
        check.look(mark.detail, u"mark.detail"_s);
    }
    for (const auto &external : person.externalReferences) {
        check.look(external.key, u"reference"_s);
        check.look(external.system, u"reference.system"_s);
        check.look(external.reference, u"reference.reference"_s);
    }
}

} // namespace

FieldChanges changesBetween(const QJsonObject &before, const QJsonObject &after)
{
    FieldChanges changes;
    for (auto it = after.constBegin(); it != after.constEnd(); ++it) {
        const QString name = it.key();
        const QJsonValue old = before.value(name);
        const QJsonValue now = it.value();
        const bool wasThere = !old.isUndefined() && !old.isNull();
        if (wasThere ? now == old : now.isNull())
            continue;
        changes.set.insert(name, now);
        changes.was.insert(name, wasThere ? old : QJsonValue(QJsonValue::Null));
    }
    for (auto it = before.constBegin(); it != before.constEnd(); ++it) {
        const QString name = it.key();
        if (it.value().isNull() || after.contains(name))
            continue;
        changes.set.insert(name, QJsonValue(QJsonValue::Null));
        changes.was.insert(name, it.value());
    }
    return changes;
}

QJsonObject withChanges(QJsonObject fields, const QJsonObject &set)
{
    for (auto it = set.constBegin(); it != set.constEnd(); ++it) {
        if (it.value().isNull())
            fields.remove(it.key());
        else
            fields.insert(it.key(), it.value());
    }
    return fields;
}

Result<> validate(const Person &person)
{
    const auto isBlank = [](const QString &text) { return text.trimmed().isEmpty(); };
    if (isBlank(person.name.given) && isBlank(person.name.middle) && isBlank(person.name.family) &&
        isBlank(person.knownAs))
        return fail(ErrorCode::InvalidInput, u"a person needs a given_name or family_name"_s);
    PersonCheck check;
    checkPlainFields(person, check);
    checkObjects(person, check);
    return check.outcome();
}

} // namespace reeve::domain
