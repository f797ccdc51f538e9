-- SPDX-License-Identifier: MIT
UPDATE outbox
   SET state = :state, code = :code, revision = max(revision, :revision), sent_transaction = :transaction,
       dismissed_at = CASE WHEN state = :state AND code = :code THEN dismissed_at END
 WHERE id = :id AND state <> 2
