-- SPDX-License-Identifier: MIT
INSERT INTO agent (login, roles)
VALUES (:login, :roles)
    ON CONFLICT (login) DO UPDATE SET roles = excluded.roles
