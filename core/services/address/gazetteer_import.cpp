// SPDX-License-Identifier: MIT
#include "core/services/address/gazetteer_import.h"

#include "core/store/gazetteer_repository.h"
#include "core/store/store.h"

using namespace Qt::Literals::StringLiterals;

namespace reeve::services {

namespace {

constexpr int rowsPerStep = 5000; // a transaction of this size ends in a fraction of a second

// Files of one delivery bear one time; a later file is a later time, or the same with a higher volume.
bool isNewer(const domain::GazetteerHeader &header, const store::GazetteerState &state)
{
    if (!state.processedAt)
        return true;
    return std::pair(header.processedAt, header.volume) > std::pair(*state.processedAt, state.volume);
}

Result<qint64> generationFor(const store::GazetteerRepository &gazetteer, const domain::GazetteerHeader &header,
                             GazetteerImport::OlderList accepted)
{
    const auto state = gazetteer.state();
    if (!state)
        return fail(state);
    if (header.isFull) {
        const bool isOlder = state->processedAt && header.processedAt < *state->processedAt;
        if (isOlder && accepted == GazetteerImport::OlderList::Refused) {
            return fail(ErrorCode::InvalidInput,
                        u"a full list written %1, and the one in use goes up to %2; the list in use is kept"_s.arg(
                            toRfc3339(header.processedAt), toRfc3339(*state->processedAt)));
        }
        return state->generation + 1;
    }
    if (!state->loadedAt)
        return fail(ErrorCode::InvalidInput, u"a change-only file, and no full one was loaded before it"_s);
    if (!isNewer(header, *state)) {
        return fail(ErrorCode::InvalidInput, u"a change-only file written %1, and what is loaded goes up to %2"_s.arg(
                                                 toRfc3339(header.processedAt), toRfc3339(*state->processedAt)));
    }
    return state->generation;
}

bool isAddress(const domain::GazetteerRow &row)
{
    return row.change != domain::GazetteerChange::Delete &&
           std::holds_alternative<domain::GazetteerAddress>(row.record);
}

} // namespace

QFuture<Result<>> GazetteerImport::begin(const domain::GazetteerHeader &header, OlderList accepted)
{
    m_header = header;
    m_addresses = 0;
    return m_desk.store().write([this, accepted](store::Connection &connection) -> Result<> {
        const store::GazetteerRepository gazetteer(connection);
        const auto generation = generationFor(gazetteer, m_header, accepted);
        if (!generation)
            return fail(generation);
        m_generation = *generation;
        const auto state = gazetteer.state();
        if (!state)
            return fail(state);
        for (;;) {
            const auto removed = gazetteer.removeOthers(state->generation, rowsPerStep);
            if (!removed)
                return fail(removed);
            if (*removed < rowsPerStep)
                return {};
        }
    });
}

QFuture<Result<std::vector<Result<>>>> GazetteerImport::store(const std::vector<QStringList> &rows)
{
    return m_desk.store().write(
        [this, rows, generation = m_generation](store::Connection &connection) -> Result<std::vector<Result<>>> {
            const store::GazetteerRepository gazetteer(connection);
            std::vector<Result<>> answers;
            answers.reserve(rows.size());
            for (const QStringList &cells : rows) {
                const auto row = domain::readGazetteerRow(cells);
                if (!row) {
                    answers.emplace_back(fail(row));
                    continue;
                }
                if (const auto applied = gazetteer.apply(generation, *row); !applied)
                    return fail(applied);
                if (isAddress(*row))
                    ++m_addresses;
                answers.emplace_back();
            }
            return answers;
        });
}

QFuture<Result<bool>> GazetteerImport::finishStep()
{
    return m_desk.store().write([this](store::Connection &connection) -> Result<bool> {
        if (m_header.isFull && m_addresses == 0) {
            return fail(
                ErrorCode::InvalidInput,
                u"no address (row 24) was taken from the full list; the list in use is kept. Is the file whole?"_s);
        }
        const store::GazetteerRepository gazetteer(connection);
        const auto composed = gazetteer.compose(m_generation, rowsPerStep);
        if (!composed)
            return fail(composed);
        if (*composed == rowsPerStep)
            return true;

        auto state = gazetteer.state();
        if (!state)
            return fail(state);
        state->generation = m_generation;
        state->processedAt = m_header.processedAt;
        state->volume = m_header.volume;
        state->loadedAt = m_desk.clock().now();
        if (const auto set = gazetteer.setState(*state); !set)
            return fail(set);
        const auto removed = gazetteer.removeOthers(m_generation, rowsPerStep);
        if (!removed)
            return fail(removed);
        return *removed == rowsPerStep;
    });
}

} // namespace reeve::services
