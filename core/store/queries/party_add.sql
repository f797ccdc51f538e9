-- SPDX-License-Identifier: MIT
INSERT OR REPLACE INTO party (interaction, id, role, person, name_as_told)
VALUES (:interaction, :id, :role, :person, :name_as_told)
