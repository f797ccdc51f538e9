-- SPDX-License-Identifier: MIT
SELECT id, interaction, person, is_criminal_offence, noted_at
  FROM restricted_mark
 WHERE interaction = :interaction
 ORDER BY noted_at DESC, id DESC
