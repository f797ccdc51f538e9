-- SPDX-License-Identifier: MIT
UPDATE merge_event
   SET payload = :payload
 WHERE id = :id
