-- SPDX-License-Identifier: MIT
SELECT rows, imported, updated, unchanged, rejected, rejected_bytes, duplicates, duplicate_bytes, finished_at
  FROM import_run
 WHERE digest = :digest
