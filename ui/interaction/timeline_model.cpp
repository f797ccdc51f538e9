// SPDX-License-Identifier: MIT
#include "ui/interaction/timeline_model.h"

#include "ui/interaction/interaction_words.h"
#include "ui/words/dates.h"
#include "ui/words/error_words.h"

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;

bool operator==(const TimelineLine &a, const TimelineLine &b)
{
    return a.day == b.day && a.whose == b.whose && a.isExpanded == b.isExpanded && a.notes == b.notes &&
           a.row.id == b.row.id && a.row.reasons == b.row.reasons && a.row.disposition == b.row.disposition &&
           a.row.note == b.row.note && a.row.noteCount == b.row.noteCount &&
           a.row.restrictedItems == b.row.restrictedItems && a.row.isSent == b.row.isSent &&
           a.row.startedAt == b.row.startedAt && a.row.agent == b.row.agent;
}

void TimelineModel::setLines(std::vector<TimelineLine> newest)
{
    std::vector<TimelineLine> lines;
    QDate day;
    for (TimelineLine &line : newest) {
        const QDate on = londonDate(line.row.startedAt);
        if (on != day) {
            day = on;
            lines.push_back({day, {}, false, {}});
        }
        if (const TimelineLine *shown = lineOf(line.row.id); shown && shown->isExpanded) {
            line.isExpanded = true;
            line.notes = shown->notes;
        }
        lines.push_back(std::move(line));
    }
    update(std::move(lines));
}

void TimelineModel::setExpanded(const domain::InteractionId &id, bool isExpanded,
                                const std::vector<domain::Note> &notes)
{
    std::vector<TimelineLine> lines = rows();
    for (TimelineLine &line : lines) {
        if (line.isDay() || line.row.id != id)
            continue;
        line.isExpanded = isExpanded;
        line.notes = isExpanded ? notes : std::vector<domain::Note>();
    }
    update(std::move(lines));
}

const TimelineLine *TimelineModel::lineOf(const domain::InteractionId &id) const
{
    const int row = rowOf(id.toString());
    return row < 0 ? nullptr : &rows()[static_cast<size_t>(row)];
}

QString TimelineModel::title(const services::TimelineRow &row) const
{
    QStringList reasons;
    for (const domain::ReasonCode &code : row.reasons)
        reasons.append(reasonWords(m_desk.policy().catalogue, code));
    return reasons.isEmpty() ? words(row.channel) : reasons.join(u", "_s);
}

QString TimelineModel::noteWords(const TimelineLine &line) const
{
    if (!line.isExpanded)
        return line.row.note.simplified();
    QStringList notes;
    for (const domain::Note &note : line.notes) {
        // The first was written during the interaction; what came later says when.
        notes.append(notes.isEmpty()
                         ? note.text
                         : tr("Added %1: %2").arg(momentWords(note.writtenAt, m_desk.clock().now()), note.text));
    }
    return notes.isEmpty() ? line.row.note : notes.join(u"\n\n"_s);
}

QString TimelineModel::outcome(const TimelineLine &line) const
{
    const services::TimelineRow &row = line.row;
    QStringList parts;
    if (line.whose)
        parts.append(line.whose->name.isEmpty() ? tr("nobody named") : line.whose->name);
    if (!row.disposition.isEmpty())
        parts.append(dispositionWords(m_desk.policy().catalogue, row.disposition));
    if (!row.agent.isEmpty())
        parts.append(row.agent);
    if (row.noteCount > 1)
        parts.append(tr("%n note(s)", nullptr, row.noteCount));
    return parts.join(u" · "_s);
}

QString TimelineModel::spoken(const TimelineLine &line) const
{
    QStringList parts{words(line.row.channel, line.row.direction), timeWords(line.row.startedAt), title(line.row),
                      noteWords(line), outcome(line)};
    if (line.row.restrictedItems > 0)
        parts.append(tr("has %n restricted item(s)", nullptr, line.row.restrictedItems));
    parts.append(line.row.isSent ? tr("sent") : tr("saved here, not sent yet"));
    parts.append(line.isExpanded ? tr("expanded") : tr("press Enter for the whole note"));
    parts.removeAll(QString());
    return parts.join(u", "_s);
}

QVariant TimelineModel::dayData(const TimelineLine &line, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return dayWords(line.day, londonDate(m_desk.clock().now()));
    case IsDayRole:
        return true;
    default:
        return {};
    }
}

QVariant TimelineModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const TimelineLine &line = rows()[static_cast<size_t>(index.row())];
    if (line.isDay())
        return dayData(line, role);
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return title(line.row);
    case Qt::AccessibleTextRole:
        return spoken(line);
    case IsDayRole:
        return false;
    case TimeRole:
        return timeWords(line.row.startedAt);
    case IconRole:
        return iconName(line.row.channel);
    case NoteRole:
        return noteWords(line);
    case OutcomeRole:
        return outcome(line);
    case RestrictedRole:
        return line.row.restrictedItems > 0;
    case SentRole:
        return line.row.isSent;
    case ExpandedRole:
        return line.isExpanded;
    default:
        return {};
    }
}

Qt::ItemFlags TimelineModel::flags(const QModelIndex &index) const
{
    if (index.isValid() && index.row() < rowCount() && rows()[static_cast<size_t>(index.row())].isDay())
        return Qt::ItemNeverHasChildren;
    return StableListModel::flags(index);
}

void TimelineModel::retranslate()
{
    if (rowCount() > 0)
        emit dataChanged(index(0), index(rowCount() - 1));
}

} // namespace reeve::ui
