// SPDX-License-Identifier: MIT
#include "core/store/note_index.h"

#include "core/store/row_values.h"

#include <algorithm>

using reeve::domain::InteractionId;

namespace reeve::store {

namespace {

constexpr std::size_t stepSize = 500;
// Entries that one step walks over: those about people are passed by.
constexpr qint64 mostEntries = 50'000;
// A millisecond has room for as many interactions that began in it; later ones spill into the next.
constexpr qint64 numbersPerMillisecond = 1 << 14;

} // namespace

Result<NoteIndex::Standing> NoteIndex::standing() const
{
    auto statement = m_connection.prepare(u"note_index_behind");
    if (!statement)
        return fail(statement);
    if (const Result<bool> hasRow = statement->step(); !hasRow)
        return fail(hasRow);
    return Standing{statement->integer(0), statement->integer(1), statement->integer(2), statement->integer(3) != 0};
}

Result<qint64> NoteIndex::behind() const
{
    const Result<Standing> now = standing();
    if (!now)
        return fail(now);
    return std::max<qint64>(0, now->last - now->covered) + now->queued + (now->hasGone ? 1 : 0);
}

Result<bool> NoteIndex::hasSeenOutbox() const
{
    const Result<Standing> now = standing();
    if (!now)
        return fail(now);
    return now->covered >= now->last;
}

Result<> NoteIndex::passOverOutbox() const
{
    const Result<Standing> now = standing();
    if (!now)
        return fail(now);
    return run(u"note_index_cover", u":sequence", now->last);
}

Result<bool> NoteIndex::step() const
{
    if (const Result<> removed = removeGone(); !removed)
        return fail(removed);
    auto interactions = takeQueued();
    if (!interactions)
        return fail(interactions);
    if (interactions->size() < stepSize) {
        const auto logged = takeLogged(stepSize - interactions->size());
        if (!logged)
            return fail(logged);
        interactions->insert(interactions->end(), logged->cbegin(), logged->cend());
    }
    if (const Result<> taken = takeIn(*interactions); !taken)
        return fail(taken);
    const Result<qint64> left = behind();
    if (!left)
        return fail(left);
    return *left > 0;
}

Result<> NoteIndex::queue(InteractionId id) const
{
    auto statement = m_connection.prepare(u"note_index_queue");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":interaction", id);
    return runOnly(*statement);
}

Result<> NoteIndex::compact() const
{
    for (bool isMore = true; isMore;) {
        if (const Result<> removed = removeGone(); !removed)
            return removed;
        const Result<Standing> now = standing();
        if (!now)
            return fail(now);
        isMore = now->hasGone;
    }
    auto statement = m_connection.prepare(u"note_index_compact");
    if (!statement)
        return fail(statement);
    return runOnly(*statement);
}

Result<> NoteIndex::removeGone() const
{
    std::vector<qint64> numbers;
    {
        auto statement = m_connection.prepare(u"note_index_gone");
        if (!statement)
            return fail(statement);
        statement->bind(u":limit", static_cast<qint64>(stepSize));
        auto gone = readAll(*statement, [](const Statement &row) { return row.integer(0); });
        if (!gone)
            return fail(gone);
        numbers = std::move(*gone);
    }
    for (const qint64 number : numbers) {
        if (const Result<> removed = run(u"note_index_remove", u":number", number); !removed)
            return removed;
        if (const Result<> done = run(u"note_index_gone_done", u":number", number); !done)
            return done;
    }
    return {};
}

Result<std::vector<InteractionId>> NoteIndex::takeQueued() const
{
    std::vector<InteractionId> queued;
    {
        auto statement = m_connection.prepare(u"note_index_queued");
        if (!statement)
            return fail(statement);
        statement->bind(u":limit", static_cast<qint64>(stepSize));
        auto ids = readAll(*statement, [](const Statement &row) { return readId<InteractionId>(row, 0); });
        if (!ids)
            return ids;
        queued = std::move(*ids);
    }
    auto done = m_connection.prepare(u"note_index_done");
    if (!done)
        return fail(done);
    for (const InteractionId id : queued) {
        bindId(*done, u":interaction", id);
        if (const Result<> removed = runOnly(*done); !removed)
            return fail(removed);
    }
    return queued;
}

// What was logged at this desk, in the order it was. One that had a note added since comes twice; that does not matter.
Result<std::vector<InteractionId>> NoteIndex::takeLogged(std::size_t limit) const
{
    const Result<Standing> now = standing();
    if (!now)
        return fail(now);
    std::vector<InteractionId> logged;
    if (now->covered >= now->last)
        return logged;
    qint64 upTo = std::min(now->last, now->covered + mostEntries);
    {
        auto statement = m_connection.prepare(u"note_index_logged");
        if (!statement)
            return fail(statement);
        statement->bind(u":after", now->covered);
        statement->bind(u":upto", upTo);
        statement->bind(u":limit", static_cast<qint64>(limit));
        const auto entries = readAll(
            *statement, [](const Statement &row) { return std::pair(row.integer(0), readId<InteractionId>(row, 1)); });
        if (!entries)
            return fail(entries);
        for (const auto &[sequence, id] : *entries)
            logged.push_back(id);
        if (entries->size() == limit)
            upTo = entries->back().first;
    }
    if (const Result<> set = run(u"note_index_cover", u":sequence", upTo); !set)
        return fail(set);
    return logged;
}

Result<> NoteIndex::takeIn(const std::vector<InteractionId> &interactions) const
{
    std::vector<Row> rows;
    for (const InteractionId id : interactions) {
        Result<Row> row = read(id);
        if (!row)
            return fail(row);
        const bool isEmpty = row->notes.isEmpty() && row->reasons.isEmpty();
        if (row->number == 0) {
            if (isEmpty)
                continue; // gone, or nothing was said
            const Result<qint64> number = giveNumber(*row);
            if (!number)
                return fail(number);
            row->number = *number;
        } else {
            const Result<bool> same = isUpToDate(*row);
            if (!same)
                return fail(same);
            if (*same)
                continue;
            if (const Result<> removed = run(u"note_index_remove", u":number", row->number); !removed)
                return removed;
        }
        rows.push_back(std::move(*row));
    }
    // Rising, or FTS5 would begin a new segment with each step back.
    std::sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.number < b.number; });
    rows.erase(std::unique(rows.begin(), rows.end(), [](const Row &a, const Row &b) { return a.number == b.number; }),
               rows.end());
    for (const Row &row : rows) {
        if (const Result<> stored = put(row); !stored)
            return stored;
    }
    return {};
}

Result<NoteIndex::Row> NoteIndex::read(InteractionId interaction) const
{
    Row row;
    row.interaction = interaction;
    auto statement = m_connection.prepare(u"note_index_words");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":interaction", interaction);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    if (!*hasRow)
        return row;
    row.startedAt = statement->integer(0);
    row.reasons = statement->bytes(1);
    row.notes = statement->bytes(2);
    row.number = statement->integer(3);
    return row;
}

Result<bool> NoteIndex::isUpToDate(const Row &row) const
{
    auto statement = m_connection.prepare(u"note_index_known");
    if (!statement)
        return fail(statement);
    statement->bind(u":number", row.number);
    const Result<bool> hasRow = statement->step();
    if (!hasRow)
        return fail(hasRow);
    return *hasRow && statement->view(0) == row.notes && statement->view(1) == row.reasons;
}

Result<qint64> NoteIndex::giveNumber(const Row &row) const
{
    qint64 number = 0;
    for (qint64 base = row.startedAt * numbersPerMillisecond;; base += numbersPerMillisecond) {
        auto statement = m_connection.prepare(u"note_index_number");
        if (!statement)
            return fail(statement);
        const qint64 last = base + numbersPerMillisecond - 1;
        statement->bind(u":base", base);
        statement->bind(u":last", last);
        if (const Result<bool> hasRow = statement->step(); !hasRow)
            return fail(hasRow);
        number = statement->integer(0);
        if (number <= last)
            break;
    }
    auto statement = m_connection.prepare(u"note_index_row_put");
    if (!statement)
        return fail(statement);
    statement->bind(u":number", number);
    bindId(*statement, u":interaction", row.interaction);
    if (const Result<> added = runOnly(*statement); !added)
        return fail(added);
    return number;
}

Result<> NoteIndex::put(const Row &row) const
{
    auto statement = m_connection.prepare(u"note_index_add");
    if (!statement)
        return fail(statement);
    statement->bind(u":number", row.number);
    statement->bindText(u":notes", row.notes);
    statement->bindText(u":reasons", row.reasons);
    return runOnly(*statement);
}

Result<> NoteIndex::run(QStringView query, QStringView parameter, qint64 value) const
{
    auto statement = m_connection.prepare(query);
    if (!statement)
        return fail(statement);
    statement->bind(parameter, value);
    return runOnly(*statement);
}

} // namespace reeve::store
