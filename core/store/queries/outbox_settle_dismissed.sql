-- SPDX-License-Identifier: MIT
-- Refused or parked, dealt with by a person, and kept by the centre with its payload. Not what this desk refused by
-- itself: no transaction of the centre has that.
UPDATE outbox
   SET state = 2
 WHERE state >= 4 AND dismissed_at IS NOT NULL AND sent_transaction > 0 AND sent_transaction < :horizon
