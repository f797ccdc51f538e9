-- SPDX-License-Identifier: MIT
INSERT INTO gazetteer_search (gazetteer_search, rowid, words)
SELECT 'delete', number, words
  FROM gazetteer_address
 WHERE generation = :generation AND lpi_key = :key AND words IS NOT NULL
