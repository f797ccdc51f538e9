-- SPDX-License-Identifier: MIT
-- Was safe, and is not there any more.
UPDATE outbox
   SET state = 0, code = '', revision = 0, sent_transaction = 0, dismissed_at = NULL
 WHERE state = 2 AND sequence > :after AND length(payload) > 0
