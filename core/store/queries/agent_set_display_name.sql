-- SPDX-License-Identifier: MIT
INSERT INTO agent (login, display_name)
VALUES (:login, :display_name)
    ON CONFLICT (login) DO UPDATE SET display_name = excluded.display_name
