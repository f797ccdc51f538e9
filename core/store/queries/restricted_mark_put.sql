-- SPDX-License-Identifier: MIT
INSERT OR REPLACE INTO restricted_mark (id, interaction, person, is_criminal_offence, noted_at)
VALUES (:id, :interaction, :person, :is_criminal_offence, :noted_at)
