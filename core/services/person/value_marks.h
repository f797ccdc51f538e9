// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person_fields.h"
#include "core/services/person/person_service.h"
#include "core/services/person/written_marks.h"
#include "core/services/session/job.h"

namespace reeve::services {

// Writing down where values come from, inside a transaction (core/domain/value_mark.h).

// A mark of this agent, now, about that value.
[[nodiscard]] Result<domain::ValueMark> markOf(const Job &job, domain::MarkKind kind, const ToldBy &told,
                                               const QString &field, const QJsonValue &value);

// A new person, with where each value comes from.
[[nodiscard]] Result<domain::Person> withToldMarks(const Job &job, domain::Person person, const ToldBy &told);

// `changes` of a record's own fields, with a mark for each new value, and without the marks of values that are gone.
[[nodiscard]] Result<domain::FieldChanges> withToldMarks(const Job &job, domain::PersonId record,
                                                         domain::FieldChanges changes, const ToldBy &told);

// Adds marks to a record's own, and takes away those of the same kind and value that they come after, so that a number
// that is confirmed with every call does not grow.
[[nodiscard]] Result<MarksOfRecord> addMarks(const Job &job, domain::PersonId record,
                                             const std::vector<domain::ValueMark> &marks);

// Takes away what was added, as far as it is still there, and brings back what gave way to it, as far as the record
// still has the value it is about.
[[nodiscard]] Result<> takeBackMarks(const Job &job, const MarksOfRecord &written);

} // namespace reeve::services
