-- SPDX-License-Identifier: MIT
UPDATE search_state
   SET segment = :segment, bytes = :bytes, covered_number = :covered_number, covered_change = :covered_change
