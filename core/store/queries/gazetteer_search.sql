-- SPDX-License-Identifier: MIT
SELECT a.uprn, a.text, a.postcode, a.language, a.status
  FROM gazetteer_search
  JOIN gazetteer_address a ON a.number = gazetteer_search.rowid
 WHERE gazetteer_search.words MATCH :match
   AND a.generation = (SELECT generation FROM gazetteer) AND a.text IS NOT NULL
 LIMIT :limit
