-- SPDX-License-Identifier: MIT
UPDATE outbox
   SET state = 0, code = '', revision = 0, sent_transaction = 0, dismissed_at = NULL
 WHERE state <> 0 AND state <> 2 AND code <> 'lost'
