-- SPDX-License-Identifier: MIT
DELETE FROM search_chunk
 WHERE rowid IN (SELECT rowid FROM search_chunk WHERE segment <> :segment LIMIT :limit)
