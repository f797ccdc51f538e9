-- SPDX-License-Identifier: MIT
DELETE FROM gazetteer_street
 WHERE generation <> :keep
