-- SPDX-License-Identifier: MIT
INSERT OR REPLACE INTO agent_setting (agent, name, value)
VALUES (:agent, :name, :value)
