-- SPDX-License-Identifier: MIT
UPDATE gazetteer_address
   SET text = NULL
 WHERE generation = :generation AND uprn = :uprn AND text IS NOT NULL
