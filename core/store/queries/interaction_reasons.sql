-- SPDX-License-Identifier: MIT
SELECT code
  FROM interaction_reason
 WHERE interaction = :interaction
 ORDER BY position
