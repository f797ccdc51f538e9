-- SPDX-License-Identifier: MIT
SELECT document, agent, note_text, saved_at, discarded_at
  FROM draft
 WHERE id = :id
