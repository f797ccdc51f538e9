-- SPDX-License-Identifier: MIT
UPDATE merge_event
   SET is_confirmed = 1
 WHERE id = :id AND is_confirmed = 0
