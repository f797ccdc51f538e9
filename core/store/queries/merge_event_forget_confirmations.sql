-- SPDX-License-Identifier: MIT
UPDATE merge_event
   SET is_confirmed = 0
