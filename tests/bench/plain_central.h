// SPDX-License-Identifier: MIT
#pragma once

#include <string>
#include <vector>

namespace reeve::bench {

// The plain limit of pushing: JSON records through one idempotent set-based function into one table, 500 in a batch,
// four batches in flight in libpq's pipeline, one commit each. No ledger, no change log, no desk. Seconds, connecting
// included; negative when it failed.
[[nodiscard]] double plainPush(const std::string &conninfo, const std::vector<std::string> &batches);

// Makes the table and the function plainPush() uses, empty.
[[nodiscard]] bool preparePlainPush(const std::string &conninfo);

// The plain limit of a first load: pages of 10,000 rows of reeve.person in key order into a plain SQLite file with
// synchronous=FULL, one commit per page; no search index, no encryption, no parsing. Seconds; negative when it failed.
[[nodiscard]] double plainPull(const std::string &conninfo, const std::string &sqliteFile);

} // namespace reeve::bench
