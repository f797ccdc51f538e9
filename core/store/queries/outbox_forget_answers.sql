-- SPDX-License-Identifier: MIT
-- What was emptied cannot be sent: it stays as it was, but by no answer that the next centre could be behind.
UPDATE outbox
   SET state = CASE WHEN length(payload) > 0 THEN 0 ELSE state END,
       code = CASE WHEN length(payload) > 0 THEN '' ELSE code END,
       revision = 0,
       sent_transaction = 0,
       dismissed_at = CASE WHEN length(payload) > 0 THEN NULL ELSE dismissed_at END
 WHERE state <> 0 OR sent_transaction <> 0
