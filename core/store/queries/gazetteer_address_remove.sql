-- SPDX-License-Identifier: MIT
DELETE FROM gazetteer_address
 WHERE generation = :generation AND lpi_key = :key
