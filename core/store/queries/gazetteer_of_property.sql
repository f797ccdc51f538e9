-- SPDX-License-Identifier: MIT
SELECT uprn, text, postcode, language, status
  FROM gazetteer_address
 WHERE generation = (SELECT generation FROM gazetteer) AND uprn = :uprn AND text IS NOT NULL
 ORDER BY status, language, number
