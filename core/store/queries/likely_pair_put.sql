-- SPDX-License-Identifier: MIT
-- Either may have been erased since they were compared.
INSERT INTO likely_pair (first, second, millionths)
SELECT :first, :second, :millionths
 WHERE EXISTS (SELECT 1 FROM person WHERE id = :first) AND EXISTS (SELECT 1 FROM person WHERE id = :second)
    ON CONFLICT (first, second) DO UPDATE SET millionths = excluded.millionths
