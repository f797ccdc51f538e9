-- SPDX-License-Identifier: MIT
SELECT person, channel, direction, caller_number, started_at, ended_at, disposition, agent, is_sent, reasons
  FROM interaction
 WHERE id = :id
