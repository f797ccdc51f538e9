// SPDX-License-Identifier: MIT
#include "ui/person/likely_person_model.h"

#include "ui/duplicates/match_row_delegate.h"
#include "ui/duplicates/match_words.h"
#include "ui/person/hit_words.h"

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

bool operator==(const LikelyRow &a, const LikelyRow &b)
{
    const services::PersonHit &x = a.person.hit;
    const services::PersonHit &y = b.person.hit;
    return x.id == y.id && x.name == y.name && x.knownAs == y.knownAs && x.dateOfBirth == y.dateOfBirth &&
           x.isDeceased == y.isDeceased && x.address == y.address && x.phone == y.phone &&
           a.person.match.outcome == b.person.match.outcome && a.person.match.caution == b.person.match.caution &&
           a.person.match.reasons == b.person.match.reasons;
}

void LikelyPersonModel::setPeople(const services::LikelyPeople &likely)
{
    m_outcome = likely.outcome;
    std::vector<LikelyRow> rows;
    rows.reserve(likely.people.size());
    for (const services::LikelyPerson &person : likely.people)
        rows.push_back({person});
    update(std::move(rows));
}

QString LikelyPersonModel::warningOf(const services::LikelyPerson &person)
{
    const QString caution = cautionWords(person.match.caution);
    return caution.isEmpty() && person.hit.isDeceased ? tr("Has died.") : caution;
}

QVariant LikelyPersonModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto &[hit, match] = rows()[static_cast<std::size_t>(index.row())].person;
    switch (role) {
    case Qt::DisplayRole:
    case MatchRowDelegate::TitleRole:
        return nameWords(hit);
    case MatchRowDelegate::BadgeRole:
        return outcomeWords(match.outcome);
    case MatchRowDelegate::BadgeToneRole:
        return static_cast<int>(outcomeRole(match.outcome));
    case MatchRowDelegate::DetailsRole:
        return QStringList{hitWords(hit), reasonWords(match.reasons)};
    case MatchRowDelegate::CautionRole:
        return warningOf(rows()[static_cast<std::size_t>(index.row())].person);
    case Qt::AccessibleTextRole: {
        QStringList parts{nameWords(hit), outcomeWords(match.outcome),
                          data(index, MatchRowDelegate::CautionRole).toString(), hitWords(hit),
                          reasonWords(match.reasons)};
        parts.removeAll(QString());
        return parts.join(u". "_s);
    }
    default:
        return {};
    }
}

void LikelyPersonModel::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

} // namespace reeve::ui
