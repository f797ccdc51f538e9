-- SPDX-License-Identifier: MIT
DELETE FROM note_search_gone
 WHERE number = :number
