-- SPDX-License-Identifier: MIT
SELECT words, decided_by, decided_at FROM entry_decision WHERE entry = :entry
