-- SPDX-License-Identifier: MIT
-- The same answer twice changes nothing, and what is safe stays so: its payload may be gone.
UPDATE outbox
   SET state = :state,
       code = :code,
       revision = max(revision, :revision),
       sent_transaction = CASE WHEN state = :state THEN sent_transaction ELSE :transaction END,
       dismissed_at = CASE WHEN state = :state THEN dismissed_at END
 WHERE sequence = :sequence AND state <> 2
