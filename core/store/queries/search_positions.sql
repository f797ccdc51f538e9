-- SPDX-License-Identifier: MIT
SELECT coalesce((SELECT max(number) FROM person), 0), coalesce((SELECT max(position) FROM person_change), 0)
