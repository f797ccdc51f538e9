-- SPDX-License-Identifier: MIT
-- Was safe, is not there any more, and this desk has emptied it: somebody has to know.
UPDATE outbox
   SET state = 5, code = 'lost', sent_transaction = 0, dismissed_at = NULL
 WHERE state = 2 AND sequence > :after AND length(payload) = 0
