-- SPDX-License-Identifier: MIT
INSERT OR REPLACE INTO entry_decision (entry, words, decided_by, decided_at)
VALUES (:entry, :words, :decided_by, :decided_at)
