-- SPDX-License-Identifier: MIT
SELECT max(coalesce((SELECT max(number) FROM person), 0), (SELECT highest_number FROM search_state)) + 1
