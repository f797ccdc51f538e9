-- SPDX-License-Identifier: MIT
DELETE FROM note_search_row
 WHERE number = :number
