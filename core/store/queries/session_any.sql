-- SPDX-License-Identifier: MIT
SELECT agent, token, expires_at
  FROM central_session
 WHERE expires_at > :now
 ORDER BY expires_at DESC, agent
 LIMIT 1
