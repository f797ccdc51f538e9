-- SPDX-License-Identifier: MIT
DELETE FROM merge_event_record
 WHERE event = :event
