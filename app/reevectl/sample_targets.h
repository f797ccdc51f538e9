// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/arguments.h"
#include "core/services/sample/sample_council.h"
#include "core/services/session/desk.h"

namespace reeve::ctl {

struct SampleMade
{
    qint64 people = 0;
    qint64 interactions = 0;
};

// A CSV file that `import people` reads.
[[nodiscard]] Result<SampleMade> sampleToFile(const services::SampleCouncil &council, const QString &fileName);

// Into the store that --store names, with interactions; they wait for the centre like any work of a desk.
[[nodiscard]] Result<SampleMade> sampleToDesk(const services::SampleCouncil &council, const Arguments &arguments);
[[nodiscard]] Result<SampleMade> sampleToDesk(const services::SampleCouncil &council, services::Desk &desk);

// Straight into the centre that --central names; people only.
[[nodiscard]] Result<SampleMade> sampleToCentre(const services::SampleCouncil &council, const Arguments &arguments);

} // namespace reeve::ctl
