// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/person/person_service.h"

namespace reeve::services {

// Two records and what somebody told of the two. Both are on this desk; ids that were merged into others mean those.
// It works offline, and is durable when the future is finished. `desk` must outlive it.

// `told.other` is the `told.kind` of `person` ("their carer"), and may act for them by `told.authority`; the key of
// `told` counts for nothing. It takes the place of what was said of the same two and the same kind before. Answers the
// key it has within the person. NotFound for either of them; InvalidInput where both are one, and for dates that cannot
// be (domain::checkDates()); else as PersonService::edit().
[[nodiscard]] QFuture<Result<QString>> relate(Desk &desk, domain::PersonId person, const domain::Relationship &told,
                                              const std::optional<ToldBy> &by = {});

// Whatever the record of `person` says of `other` is taken away, where a kind is named what says that. Answers how much
// it was. NotFound, also when there is nothing of it.
[[nodiscard]] QFuture<Result<int>> unrelate(Desk &desk, domain::PersonId person, domain::PersonId other,
                                            std::optional<domain::RelationshipKind> kind = {});

} // namespace reeve::services
