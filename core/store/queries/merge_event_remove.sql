-- SPDX-License-Identifier: MIT
DELETE FROM merge_event
 WHERE id = :id
