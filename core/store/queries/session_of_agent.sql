-- SPDX-License-Identifier: MIT
SELECT agent, token, expires_at
  FROM central_session
 WHERE agent = :agent
