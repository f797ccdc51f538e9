-- SPDX-License-Identifier: MIT
-- Everything about the records that any merge, undone or not, ever joined to this one.
  WITH RECURSIVE related (record) AS (
           SELECT :record
            UNION
           SELECT other.record
             FROM related
             JOIN merge_event_record AS mine ON mine.record = related.record
             JOIN merge_event AS e ON e.id = mine.event AND e.kind = 'people_merged'
             JOIN merge_event_record AS other ON other.event = e.id)
SELECT e.payload
  FROM merge_event AS e
 WHERE e.id IN (SELECT about.event
                  FROM related
                  JOIN merge_event_record AS about ON about.record = related.record)
 ORDER BY e.order_number, e.id
