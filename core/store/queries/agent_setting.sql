-- SPDX-License-Identifier: MIT
SELECT value
  FROM agent_setting
 WHERE agent = :agent AND name = :name
