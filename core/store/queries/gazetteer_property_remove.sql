-- SPDX-License-Identifier: MIT
DELETE FROM gazetteer_property
 WHERE generation = :generation AND uprn = :uprn
