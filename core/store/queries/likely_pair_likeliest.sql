-- SPDX-License-Identifier: MIT
SELECT l.first, l.second, l.millionths
  FROM likely_pair AS l
  JOIN person AS a ON a.id = l.first
  JOIN person AS b ON b.id = l.second
 WHERE coalesce(a.survivor, a.id) <> coalesce(b.survivor, b.id)
 ORDER BY l.millionths DESC, l.number
 LIMIT :limit OFFSET :passed
