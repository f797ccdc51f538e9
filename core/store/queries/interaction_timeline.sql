-- SPDX-License-Identifier: MIT
SELECT i.id, i.channel, i.direction, i.started_at, i.ended_at, i.disposition, i.agent, i.is_sent,
       i.reasons,
       (SELECT substr(text, 1, 300) FROM note WHERE interaction = i.id ORDER BY written_at, id LIMIT 1),
       (SELECT count(*) FROM note WHERE interaction = i.id),
       (SELECT count(*) FROM restricted_mark WHERE interaction = i.id)
  FROM interaction AS i
 WHERE i.person = :person
 ORDER BY i.started_at DESC, i.id DESC
 LIMIT :limit
