// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/ids.h"
#include "core/store/connection.h"

#include <QHash>
#include <QJsonObject>

#include <vector>

namespace reeve::store {

// Edits made at this desk that the centre's state, as this desk knows it, does not hold yet: those it has not answered
// for, and those it applied in a later revision than the one pulled. They are laid over every row that comes in, so
// that a pulled row never takes back what a handler has just typed.
class EditOverlay final
{
public:
    struct Edit
    {
        QJsonObject set;
        bool isWaiting = true;
        qint64 revision = 0; // as the centre answered; 0 while it has not
    };

    [[nodiscard]] static Result<EditOverlay> ofEverybody(Connection &connection);
    [[nodiscard]] static Result<EditOverlay> of(Connection &connection, domain::PersonId person);

    // In the order they were made; those that a state at `revision` does not hold.
    [[nodiscard]] std::vector<Edit> over(domain::PersonId person, qint64 revision) const;

private:
    [[nodiscard]] Result<> read(Statement &statement);

    QHash<QUuid, std::vector<Edit>> m_edits;
};

// `fields` with each edit laid over it.
[[nodiscard]] QJsonObject withEdits(QJsonObject fields, const std::vector<EditOverlay::Edit> &edits);

} // namespace reeve::store
