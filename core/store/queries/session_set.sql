-- SPDX-License-Identifier: MIT
INSERT OR REPLACE INTO central_session (agent, token, expires_at)
VALUES (:agent, :token, :expires_at)
