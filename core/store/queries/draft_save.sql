-- SPDX-License-Identifier: MIT
INSERT OR REPLACE INTO draft (id, agent, started_at, saved_at, discarded_at, note_text, document)
VALUES (:id, :agent, :started_at, :saved_at, :discarded_at, :note_text, :document)
