// SPDX-License-Identifier: MIT
#include "core/domain/person_fields.h"

#include "core/domain/field_values.h"
#include "core/domain/person_codes.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

// Called for every person of a council on the first load: one walk over the object, each name looked up once, nothing
// made that is not kept.

namespace {

enum class Member { Read, Unknown, Wrong };

Member outcome(bool isRight)
{
    return isRight ? Member::Read : Member::Wrong;
}

Member readMember(PersonName &name, const QString &member, const QJsonValue &value)
{
    if (member == "title"_L1)
        return outcome(read(value, name.title));
    if (member == "given_name"_L1)
        return outcome(read(value, name.given));
    if (member == "middle_name"_L1)
        return outcome(read(value, name.middle));
    if (member == "family_name"_L1)
        return outcome(read(value, name.family));
    return Member::Unknown;
}

Member readMember(FormerName &former, const QString &member, const QJsonValue &value)
{
    return readMember(former.name, member, value);
}

Member readMember(ContactPoint &contact, const QString &member, const QJsonValue &value)
{
    if (member == "kind"_L1)
        return outcome(read(value, contact.kind));
    if (member == "value"_L1)
        return outcome(read(value, contact.value));
    if (member == "normalised"_L1)
        return outcome(read(value, contact.normalised));
    if (member == "label"_L1)
        return outcome(read(value, contact.label));
    if (member == "preferred"_L1)
        return outcome(read(value, contact.preferred));
    if (member == "safe_to_leave_message"_L1)
        return outcome(read(value, contact.safeToLeaveMessage));
    if (member == "confirmed_at"_L1)
        return outcome(read(value, contact.confirmedAt));
    return Member::Unknown;
}

Member readMember(Address &address, const QString &member, const QJsonValue &value)
{
    if (member == "use"_L1)
        return outcome(read(value, address.use));
    if (member == "text"_L1)
        return outcome(read(value, address.text));
    if (member == "postcode"_L1)
        return outcome(read(value, address.postcode));
    if (member == "uprn"_L1)
        return outcome(read(value, address.uprn));
    if (member == "from"_L1)
        return outcome(read(value, address.from));
    if (member == "to"_L1)
        return outcome(read(value, address.to));
    if (member == "confirmed_at"_L1)
        return outcome(read(value, address.confirmedAt));
    return Member::Unknown;
}

Member readMember(Relationship &relationship, const QString &member, const QJsonValue &value)
{
    if (member == "kind"_L1)
        return outcome(read(value, relationship.kind));
    if (member == "other"_L1)
        return outcome(read(value, relationship.other));
    if (member == "name_as_told"_L1)
        return outcome(read(value, relationship.nameAsTold));
    if (member == "authority"_L1)
        return outcome(read(value, relationship.authority));
    if (member == "evidence"_L1)
        return outcome(read(value, relationship.evidence));
    return Member::Unknown;
}

Member readMember(PaymentReference &payment, const QString &member, const QJsonValue &value)
{
    if (member == "scheme"_L1)
        return outcome(read(value, payment.scheme));
    if (member == "reference"_L1)
        return outcome(read(value, payment.reference));
    if (member == "outcome"_L1)
        return outcome(read(value, payment.outcome));
    return Member::Unknown;
}

Member readMember(ExternalReference &external, const QString &member, const QJsonValue &value)
{
    if (member == "system"_L1)
        return outcome(read(value, external.system));
    if (member == "reference"_L1)
        return outcome(read(value, external.reference));
    return Member::Unknown;
}

// One "<prefix>/<key>" field.
template <typename T>
Member readObject(std::vector<T> &all, const QString &field, const QJsonValue &value, QJsonObject &unknownFields)
{
    if (!value.isObject())
        return Member::Wrong;
    T one;
    one.key = field.sliced(field.indexOf(u'/') + 1);
    QJsonObject unknown;
    const QJsonObject object = value.toObject();
    for (auto it = object.constBegin(); it != object.constEnd(); ++it) {
        if (it.value().isNull())
            continue;
        const QString name = it.key();
        const Member member = readMember(one, name, it.value());
        if (member == Member::Wrong)
            return Member::Wrong;
        if (member == Member::Unknown)
            unknown.insert(name, it.value());
    }
    if (!unknown.isEmpty())
        unknownFields.insert(field, unknown);
    all.push_back(std::move(one));
    return Member::Read;
}

Member readKeyedField(Person &person, const QString &name, const QJsonValue &value)
{
    QJsonObject &unknown = person.unknownFields;
    if (!isObjectField(name))
        return Member::Unknown;
    switch (name[0].unicode()) {
    case u'f':
        return readObject(person.formerNames, name, value, unknown);
    case u'c':
        return readObject(person.contactPoints, name, value, unknown);
    case u'a':
        return readObject(person.addresses, name, value, unknown);
    case u'p':
        return readObject(person.paymentReferences, name, value, unknown);
    default:
        break;
    }
    return name.startsWith("relationship/"_L1) ? readObject(person.relationships, name, value, unknown)
                                               : readObject(person.externalReferences, name, value, unknown);
}

Member readPlainField(Person &person, const QString &name, const QJsonValue &value)
{
    if (name == "known_as"_L1)
        return outcome(read(value, person.knownAs));
    if (name == "date_of_birth"_L1)
        return outcome(read(value, person.dateOfBirth));
    if (name == "date_of_death"_L1)
        return outcome(read(value, person.dateOfDeath));
    if (name == "marital_status"_L1)
        return outcome(read(value, person.maritalStatus));
    if (name == "roles"_L1)
        return outcome(read(value, person.roles));
    if (name == "preferred_language"_L1)
        return outcome(read(value, person.preferredLanguage));
    if (name == "communication_needs"_L1)
        return outcome(read(value, person.communicationNeeds));
    if (name == "contact_preference"_L1)
        return outcome(read(value, person.contactPreference));
    if (name == "external_id"_L1)
        return outcome(read(value, person.externalId));
    if (name == "nhs_number"_L1)
        return outcome(read(value, person.nhsNumber));
    if (name == "ni_number"_L1)
        return outcome(read(value, person.niNumber));
    if (name == "is_demo"_L1)
        return outcome(read(value, person.isDemo));
    return readMember(person.name, name, value);
}

constexpr std::array objectPrefixes = {u"contact/", u"address/",   u"former_name/",
                                       u"payment/", u"reference/", u"relationship/"};

} // namespace

bool isObjectField(QStringView name)
{
    return std::any_of(objectPrefixes.begin(), objectPrefixes.end(), [name](const char16_t *prefix) {
        const QStringView view(prefix);
        return name.size() > view.size() && name.startsWith(view);
    });
}

Result<Person> personFromFields(PersonId id, qint64 revision, const QJsonObject &fields)
{
    Person person;
    person.id = id;
    person.revision = revision;
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        const QJsonValue value = it.value();
        if (value.isNull())
            continue;
        const QString name = it.key();
        const Member member =
            name.contains(u'/') ? readKeyedField(person, name, value) : readPlainField(person, name, value);
        if (member == Member::Wrong)
            return fail(ErrorCode::InvalidInput, u"the field "_s + name.left(80) + u" has the wrong shape"_s);
        if (member == Member::Unknown)
            person.unknownFields.insert(name, value);
    }
    return person;
}

} // namespace reeve::domain
