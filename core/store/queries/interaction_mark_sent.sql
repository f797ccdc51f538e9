-- SPDX-License-Identifier: MIT
UPDATE interaction
   SET is_sent = 1
 WHERE id = :id
