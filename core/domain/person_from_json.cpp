// SPDX-License-Identifier: MIT
#include "core/domain/person_from_json.h"

#include "core/domain/json_scanner.h"
#include "core/domain/person_fields.h"
#include "core/domain/person_members.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

using Token = JsonScanner::Token;

// Member names of one object, each of which may come once.
class SeenNames final
{
public:
    // False when it was there before, or there are more than any person of ours has.
    [[nodiscard]] bool add(QLatin1StringView name)
    {
        if (m_count == m_names.size() || std::find(m_names.begin(), m_names.begin() + m_count, name) !=
                                             m_names.begin() + static_cast<std::ptrdiff_t>(m_count))
            return false;
        m_names[m_count++] = name;
        return true;
    }

private:
    std::array<QLatin1StringView, 96> m_names;
    std::size_t m_count = 0;
};

// Calls member(name) for each member, standing before its value. False when anything is out of the ordinary.
template <typename Member>
bool readMembers(JsonScanner &scanner, Member member)
{
    if (!scanner.take('{'))
        return false;
    if (scanner.take('}'))
        return true;
    SeenNames seen;
    do {
        const auto name = scanner.name();
        if (!name || !seen.add(*name) || !member(*name))
            return false;
    } while (scanner.take(','));
    return scanner.take('}');
}

template <typename T>
bool readObject(JsonScanner &scanner, QLatin1StringView key, std::vector<T> &all)
{
    T &one = all.emplace_back();
    one.key = key;
    return readMembers(scanner, [&](QLatin1StringView name) {
        const Token value = scanner.scalar();
        return value.kind == Token::Kind::Null || readMember(one, name, value) == Member::Read;
    });
}

bool readKeyedField(JsonScanner &scanner, QLatin1StringView name, Person &person)
{
    const qsizetype slash = name.indexOf(u'/');
    const QLatin1StringView prefix = name.first(slash);
    const QLatin1StringView key = name.sliced(slash + 1);
    if (key.isEmpty())
        return false;
    if (prefix == "contact"_L1)
        return readObject(scanner, key, person.contactPoints);
    if (prefix == "address"_L1)
        return readObject(scanner, key, person.addresses);
    if (prefix == "mark"_L1)
        return readObject(scanner, key, person.marks);
    if (prefix == "former_name"_L1)
        return readObject(scanner, key, person.formerNames);
    if (prefix == "payment"_L1)
        return readObject(scanner, key, person.paymentReferences);
    if (prefix == "reference"_L1)
        return readObject(scanner, key, person.externalReferences);
    return prefix == "relationship"_L1 && readObject(scanner, key, person.relationships);
}

bool readRoles(JsonScanner &scanner, std::vector<PersonRole> &roles)
{
    if (!scanner.take('['))
        return false;
    roles.clear();
    if (scanner.take(']'))
        return true;
    do {
        const Token code = scanner.scalar();
        const auto role = code.kind == Token::Kind::Text ? parsePersonRole(code.text()) : fail(ErrorCode::InvalidInput);
        if (!role)
            return false;
        if (std::find(roles.begin(), roles.end(), *role) == roles.end())
            roles.push_back(*role);
    } while (scanner.take(','));
    return scanner.take(']');
}

// A JSON document has its members in the order of their names.
template <typename T>
void sortByKey(std::vector<T> &all)
{
    std::sort(all.begin(), all.end(), [](const T &left, const T &right) { return left.key < right.key; });
}

bool readOrdinary(JsonScanner &scanner, Person &person)
{
    const bool isRead = readMembers(scanner, [&](QLatin1StringView name) {
        if (name.contains(u'/'))
            return readKeyedField(scanner, name, person);
        if (name == "roles"_L1)
            return readRoles(scanner, person.roles);
        const Token value = scanner.scalar();
        return value.kind == Token::Kind::Null || readPlainField(person, name, value) == Member::Read;
    });
    if (!isRead || !scanner.isAtEnd())
        return false;
    sortByKey(person.contactPoints);
    sortByKey(person.addresses);
    sortByKey(person.formerNames);
    sortByKey(person.paymentReferences);
    sortByKey(person.externalReferences);
    sortByKey(person.relationships);
    sortByKey(person.marks);
    return true;
}

} // namespace

Result<Person> personFromJson(PersonId id, qint64 revision, QByteArrayView json)
{
    Person person;
    person.id = id;
    person.revision = revision;
    JsonScanner scanner(json);
    if (readOrdinary(scanner, person))
        return person;

    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(QByteArray::fromRawData(json.data(), json.size()), &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return fail(ErrorCode::InvalidInput, u"person "_s + id.toString() + u": not a JSON object"_s);
    return personFromFields(id, revision, document.object());
}

} // namespace reeve::domain
