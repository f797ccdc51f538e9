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
        if (m_count == m_names.size())
            return false;
        const quint64 bit = bitOf(name);
        const auto *const end = m_names.cbegin() + static_cast<std::ptrdiff_t>(m_count);
        if ((m_bits & bit) != 0 && std::find(m_names.cbegin(), end, name) != end)
            return false;
        m_bits |= bit;
        m_names[m_count++] = name;
        return true;
    }

private:
    // Two names with different bits are different: most need not be compared.
    [[nodiscard]] static quint64 bitOf(QLatin1StringView name)
    {
        if (name.isEmpty())
            return 1;
        const auto letter = [name](qsizetype at) { return static_cast<unsigned char>(name.data()[at]); };
        const auto mixed = letter(0) * 7U + letter(name.size() / 2) * 5U + letter(name.size() - 1) * 3U +
                           static_cast<unsigned>(name.size());
        return quint64{1} << (mixed % 64);
    }

    quint64 m_bits = 0;
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

qsizetype slashIn(QLatin1StringView name)
{
    return QByteArrayView(name.data(), name.size()).indexOf('/');
}

bool readKeyedField(JsonScanner &scanner, QLatin1StringView name, Person &person)
{
    const qsizetype slash = slashIn(name);
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
        if (slashIn(name) >= 0)
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
