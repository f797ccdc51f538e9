// SPDX-License-Identifier: MIT
#include "core/store/draft_repository.h"

#include "core/domain/interaction_to_json.h"
#include "core/store/row_values.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

namespace {

// Of draft_by_id and draft_open.
Result<Draft> readDraft(const Statement &row)
{
    Result<domain::Interaction> interaction =
        domain::interactionFromJson(QJsonDocument::fromJson(row.bytes(0)).object());
    if (!interaction)
        return fail(interaction);

    Draft draft;
    draft.interaction = std::move(*interaction);
    draft.agent = row.text(1);
    draft.noteText = row.text(2);
    draft.savedAt = fromMilliseconds(row.integer(3));
    draft.discardedAt = readInstant(row, 4);
    return draft;
}

} // namespace

Result<> DraftRepository::save(const Draft &draft) const
{
    auto statement = m_connection.prepare(u"draft_save");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", draft.interaction.id);
    statement->bind(u":agent", draft.agent);
    statement->bind(u":started_at", toMilliseconds(draft.interaction.startedAt));
    statement->bind(u":saved_at", toMilliseconds(draft.savedAt));
    bindInstant(*statement, u":discarded_at", draft.discardedAt);
    statement->bind(u":note_text", draft.noteText);
    statement->bind(u":document", domain::interactionToJson(draft.interaction));
    return runOnly(*statement);
}

Result<std::optional<Draft>> DraftRepository::find(domain::InteractionId id) const
{
    auto statement = m_connection.prepare(u"draft_by_id");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", id);
    return readOptional(*statement, readDraft);
}

Result<std::vector<Draft>> DraftRepository::open(const QString &agent) const
{
    auto statement = m_connection.prepare(u"draft_open");
    if (!statement)
        return fail(statement);
    statement->bind(u":agent", agent);
    return readAll(*statement, readDraft);
}

Result<> DraftRepository::setDiscarded(domain::InteractionId id, std::optional<Instant> at) const
{
    auto statement = m_connection.prepare(u"draft_set_discarded");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", id);
    bindInstant(*statement, u":discarded_at", at);
    const Result<qint64> changed = statement->run();
    if (!changed)
        return fail(changed);
    if (*changed == 0)
        return fail(ErrorCode::NotFound, u"draft "_s + id.toString());
    return {};
}

Result<> DraftRepository::remove(domain::InteractionId id) const
{
    auto statement = m_connection.prepare(u"draft_remove");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":id", id);
    return runOnly(*statement);
}

Result<qint64> DraftRepository::purgeDiscarded(Instant before) const
{
    auto statement = m_connection.prepare(u"draft_purge_discarded");
    if (!statement)
        return fail(statement);
    statement->bind(u":before", toMilliseconds(before));
    return statement->run();
}

} // namespace reeve::store
