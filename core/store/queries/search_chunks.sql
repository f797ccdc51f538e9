-- SPDX-License-Identifier: MIT
SELECT bytes
  FROM search_chunk
 WHERE segment = :segment
 ORDER BY part
