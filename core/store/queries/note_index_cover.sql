-- SPDX-License-Identifier: MIT
UPDATE note_search_state
   SET covered_sequence = :sequence
