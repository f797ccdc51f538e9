-- SPDX-License-Identifier: MIT
DELETE FROM gazetteer_street
 WHERE generation = :generation AND usrn = :usrn AND language = :language
