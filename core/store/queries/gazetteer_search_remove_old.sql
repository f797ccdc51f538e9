-- SPDX-License-Identifier: MIT
INSERT INTO gazetteer_search (gazetteer_search, rowid, words)
SELECT 'delete', number, words
  FROM (SELECT number, words FROM gazetteer_address WHERE generation <> :keep ORDER BY number LIMIT :limit)
 WHERE words IS NOT NULL
