// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/arguments.h"
#include "core/services/person/person_import.h"

#include <memory>

namespace reeve::ctl {

// What became of a batch of rows.
struct Stored
{
    qint64 imported = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    std::vector<std::pair<std::size_t, Error>> rejected; // place in the batch, and why

    [[nodiscard]] qint64 accepted() const noexcept { return imported + updated + unchanged; }
};

// Where imported rows go: a desk's store, the centre, or nowhere (`--dry-run`).
class ImportTarget
{
public:
    ImportTarget() = default;
    ImportTarget(const ImportTarget &) = delete;
    ImportTarget &operator=(const ImportTarget &) = delete;
    virtual ~ImportTarget() = default;

    // One bad row fails only itself. An error is the target's own: nothing of the batch is certain then.
    [[nodiscard]] virtual Result<Stored> store(const services::PersonColumns &columns,
                                               const std::vector<QStringList> &rows) = 0;
};

// As --store, --central and --dry-run say.
[[nodiscard]] Result<std::unique_ptr<ImportTarget>> importTarget(const Arguments &arguments);

} // namespace reeve::ctl
