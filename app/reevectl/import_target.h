// SPDX-License-Identifier: MIT
#pragma once

#include "app/reevectl/arguments.h"
#include "app/reevectl/terminal.h"
#include "core/services/person/bulk_import.h"

#include <functional>
#include <memory>

namespace reeve::ctl {

// What became of a batch of rows.
struct Stored
{
    qint64 imported = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    std::vector<std::pair<std::size_t, Error>> rejected; // place in the batch, and why
    struct Duplicate
    {
        std::size_t place = 0;
        domain::PersonId person;
        services::PossibleDuplicate other;
    };
    std::vector<Duplicate> duplicates;
};

[[nodiscard]] Stored storedOf(const std::vector<services::ImportedRow> &rows);

// Where imported rows go: a desk's store, the centre, or nowhere (`--dry-run`). A batch goes through prepare(), post()
// and take(); the next one may be prepared before take().
class ImportTarget
{
public:
    ImportTarget() = default;
    ImportTarget(const ImportTarget &) = delete;
    ImportTarget &operator=(const ImportTarget &) = delete;
    virtual ~ImportTarget() = default;

    // How far a file with this digest has come here; none where that is not kept.
    [[nodiscard]] virtual Result<std::optional<domain::ImportRun>> earlier(const QByteArray &digest)
    {
        static_cast<void>(digest);
        return std::nullopt;
    }

    // After earlier(), before the first batch.
    [[nodiscard]] virtual Result<> begin(Terminal &terminal)
    {
        static_cast<void>(terminal);
        return {};
    }

    virtual void prepare(std::vector<QStringList> rows) = 0;
    // Stores what was prepared. `onStored` is told before it counts, on any thread, and answers how far the file has
    // come; its error leaves nothing of the batch in a store. One bad row fails only itself.
    using OnStored = std::function<Result<domain::ImportRun>(const Stored &)>;
    virtual void post(const OnStored &onStored) = 0;
    // Of what was posted. An error is the target's own: nothing of the batch is certain then.
    [[nodiscard]] virtual Result<> take() = 0;

    // After the last batch.
    [[nodiscard]] virtual Result<> finish(const domain::ImportRun &run)
    {
        static_cast<void>(run);
        return {};
    }
};

// As --store, --central and --dry-run say; a dry run without either looks at the rows alone.
[[nodiscard]] Result<std::unique_ptr<ImportTarget>> importTarget(const Arguments &arguments,
                                                                 const services::PersonColumns &columns);

} // namespace reeve::ctl
