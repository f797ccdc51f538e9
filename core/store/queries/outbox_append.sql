-- SPDX-License-Identifier: MIT
INSERT INTO outbox (sequence, id, kind, aggregate, person, base_revision, agent, device_time, monotonic, skew, payload)
VALUES (:sequence, :id, :kind, :aggregate, :person, :base_revision, :agent, :device_time, :monotonic, :skew, :payload)
    ON CONFLICT (id) DO NOTHING
