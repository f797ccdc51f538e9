// SPDX-License-Identifier: MIT
#include "core/store/edit_overlay.h"

#include "core/domain/person_fields.h"
#include "core/store/outbox.h"
#include "core/store/row_values.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace reeve::store {

Result<EditOverlay> EditOverlay::ofEverybody(Connection &connection)
{
    auto statement = connection.prepare(u"outbox_edits");
    if (!statement)
        return fail(statement);
    EditOverlay overlay;
    if (const Result<> read = overlay.read(*statement); !read)
        return fail(read);
    return overlay;
}

Result<EditOverlay> EditOverlay::of(Connection &connection, domain::PersonId person)
{
    auto statement = connection.prepare(u"outbox_edits_of");
    if (!statement)
        return fail(statement);
    bindId(*statement, u":person", person);
    EditOverlay overlay;
    if (const Result<> read = overlay.read(*statement); !read)
        return fail(read);
    return overlay;
}

// Of outbox_edits and outbox_edits_of.
Result<> EditOverlay::read(Statement &statement)
{
    for (;;) {
        const Result<bool> hasRow = statement.step();
        if (!hasRow)
            return fail(hasRow);
        if (!*hasRow)
            return {};
        const QJsonObject payload = QJsonDocument::fromJson(readJson(statement, 3)).object();
        const bool isWaiting = statement.integer(1) == static_cast<qint64>(EntryState::Waiting);
        m_edits[readUuid(statement, 0)].push_back(
            {payload.value(u"set"_s).toObject(), isWaiting, isWaiting ? 0 : statement.integer(2)});
    }
}

std::vector<EditOverlay::Edit> EditOverlay::over(domain::PersonId person, qint64 revision) const
{
    std::vector<Edit> edits;
    const auto known = m_edits.constFind(person.uuid());
    if (known == m_edits.cend())
        return edits;
    std::copy_if(known->cbegin(), known->cend(), std::back_inserter(edits),
                 [revision](const Edit &edit) { return edit.isWaiting || edit.revision > revision; });
    return edits;
}

QJsonObject withEdits(QJsonObject fields, const std::vector<EditOverlay::Edit> &edits)
{
    for (const EditOverlay::Edit &edit : edits)
        fields = domain::withChanges(std::move(fields), edit.set);
    return fields;
}

} // namespace reeve::store
