-- SPDX-License-Identifier: MIT
INSERT OR REPLACE INTO import_run (digest, rows, imported, updated, unchanged, rejected, rejected_bytes, duplicates,
       duplicate_bytes, finished_at)
VALUES (:digest, :rows, :imported, :updated, :unchanged, :rejected, :rejected_bytes, :duplicates, :duplicate_bytes,
       :finished_at)
