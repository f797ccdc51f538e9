// SPDX-License-Identifier: MIT
#include "ui/duplicates/duplicate_model.h"

#include "ui/duplicates/match_row_delegate.h"
#include "ui/duplicates/match_words.h"
#include "ui/person/hit_words.h"
#include "ui/words/dates.h"

#include <QLocale>

#include <algorithm>
#include <cmath>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

namespace {

// "Not the same: asha.patel, 22 Nov 2026", and why.
QStringList saidWords(const services::DuplicateCandidate &pair)
{
    if (!pair.said)
        return {};
    return {DuplicateModel::tr("Not the same: %1, %2").arg(pair.said->agent, dateWords(londonDate(pair.said->at))),
            pair.said->reason};
}

// Never "100 %": nobody is sure but the people themselves.
QString percentWords(double probability)
{
    const int percent = std::clamp(static_cast<int>(std::floor(probability * 100)), 1, 99);
    return QLocale().toString(percent) + u"\u00A0%"_s;
}

} // namespace

bool operator==(const DuplicateRow &a, const DuplicateRow &b)
{
    return a.key() == b.key() && a.pair.probability == b.pair.probability && a.pair.isPutOff == b.pair.isPutOff;
}

void DuplicateModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        emit moreWanted();
}

QVariant DuplicateModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const services::DuplicateCandidate &pair = rows()[static_cast<std::size_t>(index.row())].pair;
    const QString badge = outcomeWords(pair.outcome) + u' ' + percentWords(pair.probability);
    switch (role) {
    case Qt::DisplayRole:
    case MatchRowDelegate::TitleRole: {
        const QString left = nameWords(pair.left);
        const QString right = nameWords(pair.right);
        return left == right ? tr("%1, twice").arg(left) : left + u'\n' + right;
    }
    case MatchRowDelegate::BadgeRole:
        return badge;
    case MatchRowDelegate::BadgeToneRole:
        return static_cast<int>(outcomeRole(pair.outcome));
    case MatchRowDelegate::DetailsRole: {
        QStringList details = saidWords(pair) + QStringList{reasonWords(pair.reasons)};
        if (pair.isPutOff)
            details.prepend(tr("Put off until later"));
        details.removeAll(QString());
        return details;
    }
    case MatchRowDelegate::CautionRole:
        return cautionWords(pair.caution);
    case Qt::AccessibleTextRole: {
        QStringList parts{tr("%1 and %2").arg(nameWords(pair.left), nameWords(pair.right)), badge,
                          cautionWords(pair.caution), reasonWords(pair.reasons)};
        if (pair.isPutOff)
            parts.append(tr("Put off until later"));
        parts += saidWords(pair);
        parts.removeAll(QString());
        for (QString &part : parts) {
            if (part.endsWith(u'.'))
                part.chop(1); // a sentence of its own on screen
        }
        return parts.join(u". "_s);
    }
    default:
        return {};
    }
}

void DuplicateModel::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

} // namespace reeve::ui
