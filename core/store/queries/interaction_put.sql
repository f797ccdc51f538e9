-- SPDX-License-Identifier: MIT
-- What the centre has once, it has: a later local copy does not take that back.
INSERT INTO interaction (
       id, person, channel, direction, caller_number, started_at, ended_at, disposition, agent, is_sent, reasons)
VALUES (:id, :person, :channel, :direction, :caller_number, :started_at, :ended_at, :disposition, :agent, :is_sent,
       :reasons)
    ON CONFLICT (id) DO UPDATE SET
       person = excluded.person, channel = excluded.channel, direction = excluded.direction,
       caller_number = excluded.caller_number, started_at = excluded.started_at, ended_at = excluded.ended_at,
       disposition = excluded.disposition, reasons = excluded.reasons, is_sent = max(is_sent, excluded.is_sent)
