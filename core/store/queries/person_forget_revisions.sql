-- SPDX-License-Identifier: MIT
UPDATE person
   SET revision = 0
 WHERE revision <> 0
