-- SPDX-License-Identifier: MIT
INSERT OR REPLACE INTO interaction_reason (interaction, position, code)
VALUES (:interaction, :position, :code)
