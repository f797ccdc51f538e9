// SPDX-License-Identifier: MIT
#include "ui/interaction/note_hit_model.h"

#include "ui/interaction/interaction_words.h"
#include "ui/words/dates.h"
#include "ui/words/error_words.h"

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

void NoteHitModel::setHits(const std::vector<services::NoteHit> &hits)
{
    std::vector<NoteHitRow> rows;
    rows.reserve(hits.size());
    for (const services::NoteHit &hit : hits)
        rows.push_back({hit});
    update(std::move(rows));
}

QString NoteHitModel::title(const services::NoteMatch &match) const
{
    QStringList reasons;
    for (const domain::ReasonCode &code : match.reasons)
        reasons << reasonWords(m_desk.policy().catalogue, code);
    return reasons.isEmpty() ? words(match.channel) : reasons.join(u", "_s);
}

QVariant NoteHitModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const services::NoteHit &hit = rows()[static_cast<size_t>(index.row())].hit;
    const QString when = momentWords(hit.match.startedAt, m_desk.clock().now());
    const QString who = hit.name.isEmpty() ? tr("nobody named") : hit.name;
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return title(hit.match);
    case WhoRole:
        return u"%1 · %2"_s.arg(who, when);
    case SnippetRole:
        return hit.match.snippet;
    case Qt::AccessibleTextRole:
        return u"%1 · %2 · %3 · %4"_s.arg(who, when, title(hit.match), hit.match.snippet);
    default:
        return {};
    }
}

void NoteHitModel::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

} // namespace reeve::ui
