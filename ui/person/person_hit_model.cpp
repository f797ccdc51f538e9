// SPDX-License-Identifier: MIT
#include "ui/person/person_hit_model.h"

#include "ui/person/hit_words.h"
#include "ui/person/person_words.h"

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

QString joined(const QStringList &parts)
{
    QStringList present = parts;
    present.removeAll(QString());
    return present.join(u" · "_s);
}

} // namespace

void PersonHitModel::setHits(const std::vector<services::PersonHit> &hits, const QString &typed, Offer offer)
{
    std::vector<HitRow> rows;
    rows.reserve(hits.size() + 1);
    for (const services::PersonHit &hit : hits)
        rows.push_back({hit, {}});
    if (offer == Offer::NewPerson)
        rows.push_back({{}, typed});
    update(std::move(rows));
}

QVariant PersonHitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const HitRow &row = rows()[static_cast<size_t>(index.row())];
    const services::PersonHit &hit = row.hit;

    switch (role) {
    case Qt::DisplayRole:
    case FirstLineRole:
        if (row.isOffer())
            return row.typed.isEmpty() ? tr("New person…  Ctrl+N") : tr("New person “%1”…  Ctrl+N").arg(row.typed);
        return nameWords(hit);
    case SecondLineRole:
        return row.isOffer() ? QString() : hitWords(hit);
    case WhyRole:
        return row.isOffer() ? QString() : whyWords(hit.why);
    case WarningRole:
        return hit.isDeceased ? tr("Has died") : QString();
    case OfferRole:
        return row.isOffer();
    case Qt::AccessibleTextRole:
        return joined({data(index, FirstLineRole).toString(), data(index, WarningRole).toString(),
                       data(index, SecondLineRole).toString(),
                       hit.why.isEmpty() ? QString() : tr("matches by %1").arg(whyWords(hit.why))});
    default:
        return {};
    }
}

int PersonHitModel::hitCount() const
{
    const auto &all = rows();
    return static_cast<int>(all.size()) - (!all.empty() && all.back().isOffer() ? 1 : 0);
}

void PersonHitModel::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

} // namespace reeve::ui
