-- SPDX-License-Identifier: MIT
DELETE FROM note_search
 WHERE rowid = :number
