-- SPDX-License-Identifier: MIT
-- Not confirmed by the centre since forgetRevisions(), and whether anything of this desk is on its way about them.
SELECT id,
       id IN (SELECT aggregate FROM outbox WHERE state <> 2
              UNION
              SELECT person FROM outbox WHERE state <> 2 AND person IS NOT NULL)
  FROM person
 WHERE revision = 0 AND is_removed = 0
