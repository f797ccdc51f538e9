// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_columns.h"
#include "core/services/session/desk.h"

#include <QFuture>

#include <vector>

namespace reeve::services {

// What became of one row of an import.
enum class ImportOutcome { Imported, Updated, Unchanged };

// Brings people in from another system: a row whose id (the council's own reference) is here already changes what it
// says differently; any other makes a person. Every change goes to the centre like one made at the desk.
// Callable from any thread; `desk` must outlive it.
class PersonImport final
{
public:
    PersonImport(Desk &desk, PersonColumns columns) : m_desk(desk), m_columns(std::move(columns)) {}

    // All rows in one transaction, each with an answer of its own, in order. One bad row fails only itself.
    [[nodiscard]] QFuture<Result<std::vector<Result<ImportOutcome>>>> store(const std::vector<QStringList> &rows) const;

    // The same answer for people that are made up or read elsewhere, by their external id.
    [[nodiscard]] static QFuture<Result<std::vector<Result<ImportOutcome>>>>
    storePeople(Desk &desk, const std::vector<domain::Person> &people);

private:
    Desk &m_desk;
    PersonColumns m_columns;
};

} // namespace reeve::services
