// SPDX-License-Identifier: MIT
#include "core/domain/person_fields.h"

#include "core/domain/person_codes.h"
#include "core/domain/person_members.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

// Called for every person of a council on the first load: one walk over the object, each name looked up once, nothing
// made that is not kept.

namespace {

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
        const QJsonValue read = it.value();
        if (read.isNull())
            continue;
        const QString name = it.key();
        const Member member = readMember(one, name, read);
        if (member == Member::Wrong)
            return Member::Wrong;
        if (member == Member::Unknown)
            unknown.insert(name, read);
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
    case u'm':
        return readObject(person.marks, name, value, unknown);
    case u'p':
        return readObject(person.paymentReferences, name, value, unknown);
    default:
        break;
    }
    return name.startsWith("relationship/"_L1) ? readObject(person.relationships, name, value, unknown)
                                               : readObject(person.externalReferences, name, value, unknown);
}

constexpr std::array objectPrefixes = {u"contact/",   u"address/",      u"former_name/", u"payment/",
                                       u"reference/", u"relationship/", u"mark/"};

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
        const Member member = name.contains(u'/')  ? readKeyedField(person, name, value)
                              : name == "roles"_L1 ? outcome(read(value, person.roles))
                                                   : readPlainField(person, name, value);
        if (member == Member::Wrong)
            return fail(ErrorCode::InvalidInput, u"the field "_s + name.left(80) + u" has the wrong shape"_s);
        if (member == Member::Unknown)
            person.unknownFields.insert(name, value);
    }
    return person;
}

} // namespace reeve::domain
