-- SPDX-License-Identifier: MIT
SELECT segment, bytes, covered_number, covered_change
  FROM search_state
