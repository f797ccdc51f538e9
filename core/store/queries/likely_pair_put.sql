-- SPDX-License-Identifier: MIT
INSERT INTO likely_pair (first, second, millionths)
VALUES (:first, :second, :millionths)
    ON CONFLICT (first, second) DO UPDATE SET millionths = excluded.millionths
