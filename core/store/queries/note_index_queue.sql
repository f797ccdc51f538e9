-- SPDX-License-Identifier: MIT
INSERT OR IGNORE INTO note_to_index (interaction)
VALUES (:interaction)
