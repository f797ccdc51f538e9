-- SPDX-License-Identifier: MIT
DELETE FROM gazetteer_address
 WHERE number IN (SELECT number FROM gazetteer_address WHERE generation <> :keep ORDER BY number LIMIT :limit)
