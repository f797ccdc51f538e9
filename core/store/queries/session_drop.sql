-- SPDX-License-Identifier: MIT
DELETE FROM central_session
 WHERE agent = :agent
