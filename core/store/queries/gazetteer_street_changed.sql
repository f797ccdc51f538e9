-- SPDX-License-Identifier: MIT
UPDATE gazetteer_address
   SET text = NULL
 WHERE generation = :generation AND usrn = :usrn AND text IS NOT NULL
