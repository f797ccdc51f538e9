-- SPDX-License-Identifier: MIT
INSERT INTO note_search (rowid, notes, reasons)
VALUES (:number, :notes, :reasons)
