-- SPDX-License-Identifier: MIT
INSERT INTO note_search_row (number, interaction)
VALUES (:number, :interaction)
