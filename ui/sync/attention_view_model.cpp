// SPDX-License-Identifier: MIT
#include "ui/sync/attention_view_model.h"

#include "ui/async/deliver.h"
#include "ui/sync/attention_words.h"
#include "ui/theme/icons.h"

#include <algorithm>

namespace reeve::ui {

using namespace Qt::Literals::StringLiterals;
using services::AttentionItem;

bool AttentionRow::isConflict() const
{
    return !items.empty() && items.front().kind == AttentionItem::Kind::Conflict;
}

bool AttentionRow::isRejected() const
{
    return !items.empty() && items.front().code == "rejected"_L1;
}

bool operator==(const AttentionRow &a, const AttentionRow &b)
{
    const auto same = [](const AttentionItem &x, const AttentionItem &y) {
        const bool sameConflict =
            x.conflict.has_value() == y.conflict.has_value() && (!x.conflict || x.conflict->id == y.conflict->id);
        return x.sequence == y.sequence && x.kind == y.kind && x.code == y.code && sameConflict;
    };
    return a.id == b.id && a.title == b.title && a.reason == b.reason && a.items.size() == b.items.size() &&
           std::equal(a.items.cbegin(), a.items.cend(), b.items.cbegin(), same);
}

QVariant AttentionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const AttentionRow &row = rows().at(static_cast<std::size_t>(index.row()));
    switch (role) {
    case Qt::DisplayRole:
    case TitleRole:
        return row.title;
    case ReasonRole:
        return row.reason;
    case Qt::AccessibleTextRole:
        return u"%1. %2"_s.arg(row.title, row.reason);
    case Qt::DecorationRole:
        return icon(row.isConflict() ? u"people" : u"exclamation-triangle", Role::Attention);
    default:
        return {};
    }
}

AttentionViewModel::AttentionViewModel(services::SyncService &sync, QObject *parent)
    : QObject(parent),
      m_sync(sync),
      m_model(new AttentionModel(this))
{
    connect(&m_sync, &services::SyncService::statusChanged, this, [this, last = qint64{-1}]() mutable {
        const qint64 now = m_sync.status().needsAttention;
        if (now == last)
            return;
        last = now;
        refresh();
    });
}

std::vector<AttentionRow> AttentionViewModel::grouped(const std::vector<AttentionItem> &items)
{
    std::vector<AttentionRow> rows;
    for (const AttentionItem &item : items) {
        const bool isConflict = item.kind == AttentionItem::Kind::Conflict && item.conflict;
        const QString id =
            isConflict ? u"person/"_s + item.conflict->person.toString() : u"entry/"_s + QString::number(item.sequence);
        const auto at = std::find_if(rows.begin(), rows.end(), [&id](const AttentionRow &r) { return r.id == id; });
        if (at == rows.end())
            rows.push_back({id, {item}, titleWords(item), reasonWords(item)});
        else
            at->items.push_back(item);
    }
    for (AttentionRow &row : rows) {
        if (row.isConflict())
            row.reason = conflictWords(static_cast<int>(row.items.size()));
    }
    return rows;
}

void AttentionViewModel::refresh()
{
    const quint64 request = ++m_request;
    deliver(m_sync.attention(), this, [this, request](const Result<std::vector<AttentionItem>> &items) {
        if (request != m_request)
            return; // a newer answer is on its way
        if (!items) {
            emit failed(items.error().code);
            return;
        }
        m_model->setRows(grouped(*items));
        emit changed();
    });
    deliver(m_sync.decided(), this, [this, request](const Result<std::vector<services::DecidedConflict>> &decided) {
        if (request != m_request || !decided)
            return;
        QStringList lines;
        for (const services::DecidedConflict &one : *decided)
            lines << decidedWords(one);
        if (lines == m_decided)
            return;
        m_decided = lines;
        emit changed();
    });
}

void AttentionViewModel::sendAgain(qint64 sequence)
{
    act(m_sync.sendAgain(sequence), tr("It is waiting again and will be sent by itself."));
}

void AttentionViewModel::setAside(qint64 sequence)
{
    act(m_sync.dismiss(sequence), tr("Set aside. The centre keeps what it was sent."));
    m_setAside = sequence;
}

void AttentionViewModel::undo()
{
    if (m_setAside)
        act(m_sync.takeUpAgain(*m_setAside), tr("It is back in the list."));
}

void AttentionViewModel::decide(const domain::ConflictId &id, services::SyncService::Decision decision)
{
    const bool isOurs = decision == services::SyncService::Decision::KeepOurs;
    act(m_sync.decide(id, decision),
        isOurs ? tr("Your version is kept and will be sent by itself.") : tr("Their version is kept."));
}

void AttentionViewModel::act(const QFuture<Result<>> &future, const QString &whenDone)
{
    m_isBusy = true;
    m_setAside.reset();
    emit changed();
    deliver(future, this, [this, whenDone](const Result<> &result) {
        m_isBusy = false;
        if (result)
            emit done(whenDone);
        else
            emit failed(result.error().code);
        refresh();
    });
}

} // namespace reeve::ui
