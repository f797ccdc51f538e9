-- SPDX-License-Identifier: MIT
INSERT OR REPLACE INTO conflict_decision (conflict, kept_ours, decided_by, decided_at)
VALUES (:conflict, :kept_ours, :decided_by, :decided_at)
