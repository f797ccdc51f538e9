-- SPDX-License-Identifier: MIT
SELECT max(coalesce((SELECT max(segment) FROM search_chunk), 0), (SELECT segment FROM search_state)) + 1
