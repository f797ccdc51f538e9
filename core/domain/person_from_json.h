// SPDX-License-Identifier: MIT
#pragma once

#include "core/domain/person.h"

#include <QByteArrayView>

namespace reeve::domain {

// The person that a JSON object of fields describes, as personFromFields() reads it; `json` is UTF-8 and hostile.
// InvalidInput when it is no JSON object, or a known field has the wrong shape.
//
// For whole directories: what Reeve itself writes is read without making a JSON document of it, in a third of the time.
// Anything out of the ordinary (an escape, an unknown field, a name twice, …) goes the long way, so that both always
// say the same.
[[nodiscard]] Result<Person> personFromJson(PersonId id, qint64 revision, QByteArrayView json);

} // namespace reeve::domain
