-- SPDX-License-Identifier: MIT
DELETE FROM interaction_reason
 WHERE interaction = :interaction
