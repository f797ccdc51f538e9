// SPDX-License-Identifier: MIT
#pragma once

#include "core/services/session/job.h"
#include "core/store/interaction_repository.h"

namespace reeve::services {

// "criminal_offence", else "special_category".
[[nodiscard]] QString sensitivityOf(bool isCriminalOffence);

// A restricted item was written: its trace, in the same transaction. `content` is only hashed; `basis` is its
// domain::basisCode().
[[nodiscard]] Result<> auditWriting(const Job &job, const store::RestrictedMark &mark, const QString &basis,
                                    const QByteArray &content);

// One trace for each restricted item of an interaction that is being stored.
[[nodiscard]] Result<> auditWriting(const Job &job, const domain::Interaction &interaction);

} // namespace reeve::services
