-- SPDX-License-Identifier: MIT
-- The entry of a person made here, as outbox_append; for many of them.
INSERT INTO outbox (sequence, id, kind, aggregate, person, base_revision, agent, device_time, monotonic, skew,
       has_restricted, content_hash, payload)
VALUES (:sequence, :id, :kind, :id, :id, 0, :agent, :device_time, :monotonic, :skew, 0, x'', :payload)
