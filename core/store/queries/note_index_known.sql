-- SPDX-License-Identifier: MIT
SELECT notes, reasons
  FROM note_search
 WHERE rowid = :number
