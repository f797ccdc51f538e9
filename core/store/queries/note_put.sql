-- SPDX-License-Identifier: MIT
INSERT OR REPLACE INTO note (interaction, id, written_at, text)
VALUES (:interaction, :id, :written_at, :text)
