-- SPDX-License-Identifier: MIT
INSERT INTO outbox (sequence, id, kind, aggregate, person, base_revision, agent, device_time, monotonic, skew,
       has_restricted, content_hash, payload)
VALUES (:sequence, :id, :kind, :aggregate, :person, :base_revision, :agent, :device_time, :monotonic, :skew,
       :has_restricted, :content_hash, :payload)
    ON CONFLICT (id) DO NOTHING
