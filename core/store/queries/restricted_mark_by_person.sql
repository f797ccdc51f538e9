-- SPDX-License-Identifier: MIT
SELECT id, interaction, person, is_criminal_offence, noted_at
  FROM restricted_mark
 WHERE person = :person
 ORDER BY noted_at DESC, id DESC
