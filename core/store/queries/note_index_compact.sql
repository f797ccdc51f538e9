-- SPDX-License-Identifier: MIT
INSERT INTO note_search (note_search)
VALUES ('optimize')
