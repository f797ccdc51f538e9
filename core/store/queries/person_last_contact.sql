-- SPDX-License-Identifier: MIT
SELECT coalesce(max(started_at), 0)
  FROM interaction
 WHERE person = :person
