-- SPDX-License-Identifier: MIT
DELETE FROM interaction_assignment
 WHERE event = :event
