// SPDX-License-Identifier: MIT
#include "tests/bench/search/borough.h"

#include "core/domain/person_fields.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace reeve::bench {

namespace {

QList<QByteArray> cells(QByteArray line)
{
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    return line.split('\t');
}

// Ids that follow the numbers of the file.
domain::PersonId idOf(quint64 number)
{
    QByteArray bytes(16, '\0');
    for (int i = 0; i < 8; ++i)
        bytes[15 - i] = static_cast<char>(number >> (8 * i));
    bytes[0] = 1;
    bytes[6] = 0x70;
    bytes[8] = static_cast<char>(0x80);
    return domain::PersonId(QUuid::fromRfc4122(bytes));
}

} // namespace

Borough::Borough(const QString &fileName) : m_file(fileName)
{
    if (m_file.open(QIODevice::ReadOnly))
        m_columns = cells(m_file.readLine());
}

std::vector<store::PulledPerson> Borough::next(std::size_t count)
{
    std::vector<store::PulledPerson> pulled;
    for (const domain::Person &person : people(count))
        pulled.push_back({person.id, 1, QJsonDocument(domain::toFields(person)).toJson(QJsonDocument::Compact), false});
    return pulled;
}

std::vector<domain::Person> Borough::people(std::size_t count)
{
    std::vector<domain::Person> people;
    while (people.size() < count && !m_file.atEnd()) {
        const QList<QByteArray> row = cells(m_file.readLine());
        const auto cell = [&](const char *name) { return QString::fromUtf8(row.value(m_columns.indexOf(name))); };
        domain::Person person;
        person.id = idOf(cell("id").toULongLong());
        person.name = {cell("title"), cell("forename"), cell("middle"), cell("surname")};
        person.knownAs = cell("known_as");
        if (!cell("prev_surname").isEmpty())
            person.formerNames.push_back({u"f"_s, {{}, {}, {}, cell("prev_surname")}});
        if (const auto born = domain::PartialDate::parseIso(cell("dob")))
            person.dateOfBirth = *born;
        for (const char *column : {"phone", "phone2", "email"}) {
            if (cell(column).isEmpty())
                continue;
            domain::ContactPoint point;
            point.key = QString::fromLatin1(column);
            point.kind = point.key == u"email" ? domain::ContactKind::Email : domain::ContactKind::Phone;
            point.value = cell(column);
            person.contactPoints.push_back(point);
        }
        domain::Address home;
        home.key = u"h"_s;
        home.text = cell("addr") + u", "_s + cell("town");
        home.postcode = cell("postcode");
        home.uprn = cell("uprn").toLongLong();
        person.addresses.push_back(home);
        person.externalId = u'R' + cell("id");
        people.push_back(std::move(person));
    }
    return people;
}

std::vector<Asked> readQueries(const QString &fileName)
{
    std::vector<Asked> asked;
    QFile file(fileName);
    if (!file.open(QIODevice::ReadOnly))
        return asked;
    const QList<QByteArray> header = cells(file.readLine());
    const bool hasTruth = header.contains("truth");
    while (!file.atEnd()) {
        const QList<QByteArray> row = cells(file.readLine());
        const qsizetype first = hasTruth ? 1 : 0;
        asked.push_back({QString::fromUtf8(row.value(first)), QString::fromUtf8(row.value(first + 1)),
                         hasTruth ? u'R' + QString::fromUtf8(row.value(3)) : QString()});
    }
    return asked;
}

} // namespace reeve::bench
