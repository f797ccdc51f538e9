-- SPDX-License-Identifier: MIT
INSERT INTO merge_event_record (record, event)
VALUES (:record, :event)
    ON CONFLICT DO NOTHING
