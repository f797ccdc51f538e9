-- SPDX-License-Identifier: MIT
SELECT count(*), count(DISTINCT uprn)
  FROM gazetteer_address
 WHERE generation = (SELECT generation FROM gazetteer)
