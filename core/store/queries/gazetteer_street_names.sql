-- SPDX-License-Identifier: MIT
SELECT DISTINCT street || ' ' || locality || ' ' || town
  FROM gazetteer_street
 WHERE generation = (SELECT generation FROM gazetteer)
