// SPDX-License-Identifier: MIT
#include "core/domain/merged_fields.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace reeve::domain {

namespace {

bool isOneOfSeveral(const QString &field)
{
    return field.contains(u'/');
}

bool isThere(const QJsonValue &value)
{
    return !value.isUndefined() && !value.isNull();
}

bool isHome(const QString &field, const QJsonValue &value)
{
    return field.startsWith("address/"_L1) && value.toObject().value("use"_L1) == "home"_L1;
}

bool hasHome(const QJsonObject &fields)
{
    return !homeFieldOf(fields).isEmpty();
}

// A name without its title, as one that is not the current one stands.
QJsonObject nameOf(const QJsonObject &fields)
{
    QJsonObject name;
    for (const auto part : {"given_name"_L1, "middle_name"_L1, "family_name"_L1}) {
        if (isThere(fields.value(part)))
            name.insert(part, fields.value(part));
    }
    return name;
}

// What makes two of several the same thing, though one has a label and the other none.
QByteArray identityOf(const QString &field, const QJsonValue &value)
{
    const QString kind = field.section(u'/', 0, 0);
    const QJsonObject object = value.toObject();
    QJsonArray identity{kind};
    const auto take = [&](std::initializer_list<QLatin1StringView> members) {
        for (const auto member : members)
            identity.append(object.value(member).isUndefined() ? QJsonValue() : object.value(member));
    };
    if (kind == u"contact") {
        take({"kind"_L1});
        const QJsonValue normalised = object.value("normalised"_L1);
        identity.append(normalised.toString().isEmpty() ? object.value("value"_L1) : normalised);
    } else if (kind == u"address") {
        take({"use"_L1, "text"_L1, "postcode"_L1, "uprn"_L1});
    } else if (kind == u"former_name") {
        take({"given_name"_L1, "middle_name"_L1, "family_name"_L1});
    } else {
        identity.append(value);
    }
    return QJsonDocument(identity).toJson(QJsonDocument::Compact);
}

// Letters' case, spaces and commas aside; only ASCII, as the twin in SQL.
QString plainWords(const QJsonValue &value)
{
    QString plain;
    for (const QChar letter : value.toString()) {
        if (letter == u' ' || letter == u',')
            continue;
        plain += letter >= u'A' && letter <= u'Z' ? letter.toLower() : letter;
    }
    return plain;
}

// One of several that may be shown. The chosen ones come first, then the survivor's, then what is kept as history.
struct Candidate
{
    int rank = 1;
    std::size_t record = 0; // its place in the order of records
    QString field;
    QJsonValue value;
    bool isMovedHome = false; // the home of a record whose home is not the home
};

class Fold
{
public:
    Fold(const MergeGraph &graph, PersonId survivor, const Originals &originals)
    {
        RecordSet records;
        for (const auto &[record, fields] : originals)
            records.insert(record);
        m_chosen = graph.chosenAmong(records);
        for (const PersonId record : graph.recordsWith(survivor))
            m_ids.insert(record.toString());

        if (const auto own = originals.find(survivor); own != originals.end())
            m_records.emplace_back(own->first, own->second);
        for (const auto &[record, fields] : originals) {
            if (record != survivor)
                m_records.emplace_back(record, fields);
        }
    }

    [[nodiscard]] MergedFields fold()
    {
        foldSingle();
        collectSeveral();
        collectHistory();
        foldSeveral();
        for (const auto &[field, chosen] : m_chosen) {
            if (chosen.isContested)
                m_merged.contested << field;
        }
        return std::move(m_merged);
    }

private:
    [[nodiscard]] std::optional<std::size_t> chosenFor(const QString &field) const
    {
        const auto chosen = m_chosen.find(field);
        if (chosen == m_chosen.end())
            return std::nullopt;
        const auto found = std::ranges::find(m_records, chosen->second.record, &Record::first);
        return static_cast<std::size_t>(found - m_records.begin());
    }

    void show(const QString &field, const QJsonValue &value, std::size_t record)
    {
        m_merged.fields.insert(field, value);
        m_merged.sources.insert_or_assign(field, m_records[record].first);
    }

    void foldSingle()
    {
        for (std::size_t n = 0; n < m_records.size(); ++n) {
            const QJsonObject &fields = m_records[n].second;
            for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
                const QString field = it.key();
                if (isOneOfSeveral(field) || !isThere(it.value()))
                    continue;
                if (const auto chosen = chosenFor(field)) {
                    if (*chosen == n)
                        show(field, it.value(), n);
                } else if (!m_merged.fields.contains(field)) {
                    show(field, it.value(), n);
                } else if (field == "roles"_L1) {
                    m_merged.fields.insert(field, withMore(m_merged.fields.value(field).toArray(), it.value()));
                }
            }
        }
    }

    [[nodiscard]] static QJsonArray withMore(QJsonArray roles, const QJsonValue &more)
    {
        const QJsonArray others = more.toArray();
        for (const QJsonValue role : others) {
            if (!roles.contains(role))
                roles.append(role);
        }
        return roles;
    }

    // Whose home is the home.
    [[nodiscard]] std::optional<std::size_t> homeRecord() const
    {
        if (const auto chosen = chosenFor(homeAddress.toString()))
            return chosen;
        const auto found = std::ranges::find_if(m_records, hasHome, &Record::second);
        if (found == m_records.end())
            return std::nullopt;
        return static_cast<std::size_t>(found - m_records.begin());
    }

    void collect(const QString &field, const QJsonValue &value, std::size_t record, int rank, bool isMovedHome = false)
    {
        if (const auto chosen = chosenFor(field)) {
            if (*chosen != record)
                return;
            rank = 0;
        }
        m_several.push_back({rank, record, field, value, isMovedHome});
    }

    void collectSeveral()
    {
        const auto home = homeRecord();
        std::set<QString> taken;
        for (std::size_t n = 0; n < m_records.size(); ++n) {
            const QJsonObject &fields = m_records[n].second;
            for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
                const QString field = it.key();
                if (!isOneOfSeveral(field) || !isThere(it.value()) || isToThemselves(field, it.value()))
                    continue;
                QJsonValue value = it.value();
                const bool isMovedHome = isHome(field, value) && home != n;
                if (isMovedHome) {
                    QJsonObject moved = value.toObject();
                    moved.insert("use"_L1, "previous"_L1);
                    value = moved;
                }
                // Two records may use one key for different things, from an import: then the later has one of its own.
                const bool isFirst = taken.insert(field).second;
                const bool isItsOwn = isFirst || chosenFor(field).has_value();
                collect(isItsOwn ? field : field + u'~' + m_records[n].first.toString(), value, n, 1, isMovedHome);
            }
        }
    }

    // Two records of which one names the other as related, a partner say.
    [[nodiscard]] bool isToThemselves(const QString &field, const QJsonValue &value) const
    {
        return field.startsWith("relationship/"_L1) && m_ids.contains(value.toObject().value("other"_L1).toString());
    }

    // Names and council references that are not shown, so that people are found by them.
    void collectHistory()
    {
        const QJsonObject shownName = nameOf(m_merged.fields);
        for (std::size_t n = 0; n < m_records.size(); ++n) {
            const auto &[record, fields] = m_records[n];
            const QString id = record.toString();
            if (const QJsonObject name = nameOf(fields); !name.isEmpty() && name != shownName)
                collect("former_name/"_L1 + id, name, n, 2);
            if (const QJsonValue knownAs = fields.value("known_as"_L1);
                isThere(knownAs) && knownAs != m_merged.fields.value("known_as"_L1))
                collect("former_name/"_L1 + id + "~known_as"_L1, QJsonObject{{u"given_name"_s, knownAs}}, n, 2);
            if (const QJsonValue reference = fields.value("external_id"_L1);
                isThere(reference) && reference != m_merged.fields.value("external_id"_L1))
                collect("reference/"_L1 + id, QJsonObject{{u"reference"_s, reference}}, n, 2);
        }
    }

    // Two records with one and the same home: nobody moved.
    void dropHomesSaidAlready()
    {
        std::vector<QJsonObject> homes;
        for (const Candidate &candidate : m_several) {
            if (isHome(candidate.field, candidate.value))
                homes.push_back(candidate.value.toObject());
        }
        std::erase_if(m_several, [&homes](const Candidate &candidate) {
            return candidate.isMovedHome && std::ranges::any_of(homes, [&candidate](const QJsonObject &home) {
                       return saysSameHome(home, candidate.value.toObject());
                   });
        });
    }

    void foldSeveral()
    {
        dropHomesSaidAlready();
        std::ranges::sort(m_several, [](const Candidate &a, const Candidate &b) {
            return std::tie(a.rank, a.record, a.field) < std::tie(b.rank, b.record, b.field);
        });
        std::set<QByteArray> identities;
        for (const Candidate &candidate : m_several) {
            const bool isNew = identities.insert(identityOf(candidate.field, candidate.value)).second;
            if ((isNew || candidate.rank == 0) && !m_merged.fields.contains(candidate.field))
                show(candidate.field, candidate.value, candidate.record);
        }
    }

    using Record = std::pair<PersonId, QJsonObject>;
    std::vector<Record> m_records; // the survivor first, then by age
    std::set<QString> m_ids;       // of all of them, also of those that are not here
    std::map<QString, MergeGraph::Chosen> m_chosen;
    std::vector<Candidate> m_several;
    MergedFields m_merged;
};

} // namespace

bool saysSameHome(const QJsonObject &home, const QJsonObject &other)
{
    if (const QJsonValue uprn = other.value("uprn"_L1); isThere(uprn))
        return home.value("uprn"_L1) == uprn;
    return plainWords(home.value("text"_L1)) == plainWords(other.value("text"_L1)) &&
           plainWords(home.value("postcode"_L1)) == plainWords(other.value("postcode"_L1));
}

bool areOneHome(const QJsonObject &a, const QJsonObject &b)
{
    return saysSameHome(a, b) && saysSameHome(b, a);
}

QString homeFieldOf(const QJsonObject &fields)
{
    for (auto it = fields.constBegin(); it != fields.constEnd(); ++it) {
        if (isHome(it.key(), it.value()))
            return it.key();
    }
    return {};
}

MergedFields foldFields(const MergeGraph &graph, PersonId survivor, const Originals &originals)
{
    if (originals.size() == 1) {
        MergedFields alone{originals.begin()->second, {}, {}};
        for (auto it = alone.fields.constBegin(); it != alone.fields.constEnd(); ++it)
            alone.sources.emplace(it.key(), originals.begin()->first);
        return alone;
    }
    return Fold(graph, survivor, originals).fold();
}

} // namespace reeve::domain
