-- SPDX-License-Identifier: MIT
UPDATE outbox
   SET state = 2
 WHERE state = 1 AND sent_transaction < :horizon
