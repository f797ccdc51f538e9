-- SPDX-License-Identifier: MIT
-- outbox_load, ten at a time: a statement costs as much as a row.
INSERT INTO outbox (sequence, id, kind, aggregate, person, base_revision, agent, device_time, monotonic, skew,
       has_restricted, content_hash, payload)
VALUES (:sequence0, :id0, :kind, :id0, :id0, 0, :agent, :device_time, :monotonic, :skew, 0, x'', :payload0),
       (:sequence1, :id1, :kind, :id1, :id1, 0, :agent, :device_time, :monotonic, :skew, 0, x'', :payload1),
       (:sequence2, :id2, :kind, :id2, :id2, 0, :agent, :device_time, :monotonic, :skew, 0, x'', :payload2),
       (:sequence3, :id3, :kind, :id3, :id3, 0, :agent, :device_time, :monotonic, :skew, 0, x'', :payload3),
       (:sequence4, :id4, :kind, :id4, :id4, 0, :agent, :device_time, :monotonic, :skew, 0, x'', :payload4),
       (:sequence5, :id5, :kind, :id5, :id5, 0, :agent, :device_time, :monotonic, :skew, 0, x'', :payload5),
       (:sequence6, :id6, :kind, :id6, :id6, 0, :agent, :device_time, :monotonic, :skew, 0, x'', :payload6),
       (:sequence7, :id7, :kind, :id7, :id7, 0, :agent, :device_time, :monotonic, :skew, 0, x'', :payload7),
       (:sequence8, :id8, :kind, :id8, :id8, 0, :agent, :device_time, :monotonic, :skew, 0, x'', :payload8),
       (:sequence9, :id9, :kind, :id9, :id9, 0, :agent, :device_time, :monotonic, :skew, 0, x'', :payload9)
