// SPDX-License-Identifier: MIT
#include "core/store/desk_life.h"

#include "core/store/row_values.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

Result<DeskLife::Told> DeskLife::told() const
{
    auto row = m_connection.prepare(u"desk_life");
    if (!row)
        return fail(row);
    const Result<bool> hasRow = row->step();
    if (!hasRow)
        return fail(hasRow);
    if (!*hasRow)
        return fail(ErrorCode::Corrupt, u"the desk has lost what it was told"_s);
    return Told{row->bytes(0), row->integer(1), row->integer(2)};
}

Result<> DeskLife::setTold(const Told &told) const
{
    auto row = m_connection.prepare(u"desk_life_set");
    if (!row)
        return fail(row);
    row->bind(u":signing_key", told.councilSigningKey.isNull() ? QByteArray("") : told.councilSigningKey);
    row->bind(u":order_floor", told.orderFloor);
    row->bind(u":news_seen", told.newsSeen);
    return runOnly(*row);
}

Result<> DeskLife::tell(const QByteArray &councilSigningKey, qint64 orderFloor) const
{
    auto known = told();
    if (!known)
        return fail(known);
    const bool isNewKey = known->councilSigningKey.isEmpty() && !councilSigningKey.isEmpty();
    if (!isNewKey && orderFloor <= known->orderFloor)
        return {};
    if (isNewKey)
        known->councilSigningKey = councilSigningKey;
    known->orderFloor = std::max(known->orderFloor, orderFloor);
    return setTold(*known);
}

Result<> DeskLife::setNewsSeen(qint64 number) const
{
    auto known = told();
    if (!known)
        return fail(known);
    known->newsSeen = number;
    return setTold(*known);
}

Result<> DeskLife::apply(const std::vector<EntryNews> &news) const
{
    if (news.empty())
        return {};
    auto entry = m_connection.prepare(u"outbox_settle_news");
    if (!entry)
        return fail(entry);
    for (const EntryNews &one : news) {
        bindId(*entry, u":id", one.entry);
        entry->bind(u":state", static_cast<qint64>(one.state));
        entry->bind(u":code", one.code.isNull() ? u""_s : one.code);
        entry->bind(u":revision", one.revision);
        entry->bind(u":transaction", static_cast<qint64>(one.transaction));
        const Result<qint64> changed = entry->run();
        if (!changed)
            return fail(changed);
        if (*changed == 0)
            continue;
        auto decision = m_connection.prepare(u"entry_decision_put");
        if (!decision)
            return fail(decision);
        bindId(*decision, u":entry", one.entry);
        decision->bind(u":words", one.words.isNull() ? u""_s : one.words);
        decision->bind(u":decided_by", one.decidedBy);
        decision->bind(u":decided_at", toMilliseconds(one.decidedAt));
        if (const auto put = runOnly(*decision); !put)
            return put;
    }
    return setNewsSeen(news.back().number);
}

Result<std::optional<EntryDecision>> DeskLife::decisionOn(domain::EntryId entry) const
{
    auto row = m_connection.prepare(u"entry_decision_of");
    if (!row)
        return fail(row);
    bindId(*row, u":entry", entry);
    const Result<bool> hasRow = row->step();
    if (!hasRow)
        return fail(hasRow);
    if (!*hasRow)
        return std::nullopt;
    return EntryDecision{row->text(0), row->text(1), fromMilliseconds(row->integer(2))};
}

Result<> DeskLife::rememberConflict(domain::ConflictId id, bool keptOurs, const QString &agent, Instant at) const
{
    auto row = m_connection.prepare(u"conflict_decision_put");
    if (!row)
        return fail(row);
    bindId(*row, u":conflict", id);
    row->bind(u":kept_ours", qint64{keptOurs ? 1 : 0});
    row->bind(u":decided_by", agent);
    row->bind(u":decided_at", toMilliseconds(at));
    return runOnly(*row);
}

Result<std::vector<ConflictDecision>> DeskLife::decidedConflicts(Instant since, int limit) const
{
    struct Found
    {
        domain::ConflictId id;
        ConflictDecision decision;
    };
    std::vector<Found> found;
    {
        auto row = m_connection.prepare(u"conflict_decisions");
        if (!row)
            return fail(row);
        row->bind(u":since", toMilliseconds(since));
        row->bind(u":limit", static_cast<qint64>(limit));
        for (;;) {
            const Result<bool> hasRow = row->step();
            if (!hasRow)
                return fail(hasRow);
            if (!*hasRow)
                break;
            found.push_back({readId<domain::ConflictId>(*row, 0),
                             {{}, row->integer(1) != 0, row->text(2), fromMilliseconds(row->integer(3))}});
        }
    }
    std::vector<ConflictDecision> decisions;
    for (Found &one : found) {
        const auto conflict = ConflictRepository(m_connection).find(one.id);
        if (!conflict)
            return fail(conflict);
        if (!*conflict)
            continue; // its person is gone
        one.decision.conflict = **conflict;
        decisions.push_back(std::move(one.decision));
    }
    return decisions;
}

} // namespace reeve::store
