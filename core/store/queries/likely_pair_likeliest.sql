-- SPDX-License-Identifier: MIT
-- Two searches in one index: of equally likely pairs those found before, and the less likely ones. Each page costs the
-- same, however far down it begins.
SELECT l.first, l.second, l.millionths, l.number
  FROM likely_pair AS l
  JOIN person AS a ON a.id = l.first
  JOIN person AS b ON b.id = l.second
 WHERE l.millionths = :millionths
   AND l.number < :number
   AND coalesce(a.survivor, a.id) <> coalesce(b.survivor, b.id)
 UNION ALL
SELECT l.first, l.second, l.millionths, l.number
  FROM likely_pair AS l
  JOIN person AS a ON a.id = l.first
  JOIN person AS b ON b.id = l.second
 WHERE l.millionths < :millionths
   AND coalesce(a.survivor, a.id) <> coalesce(b.survivor, b.id)
 ORDER BY 3 DESC, 4 DESC
 LIMIT :limit
