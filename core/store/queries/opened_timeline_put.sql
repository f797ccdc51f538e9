-- SPDX-License-Identifier: MIT
INSERT INTO opened_timeline (person, opened_at) VALUES (:person, :opened_at)
    ON CONFLICT (person) DO UPDATE SET opened_at = max(opened_at, excluded.opened_at)
