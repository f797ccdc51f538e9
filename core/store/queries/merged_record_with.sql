-- SPDX-License-Identifier: MIT
SELECT other.record
  FROM merged_record AS mine
  JOIN merged_record AS other ON other.survivor = mine.survivor
 WHERE mine.record = :record
 ORDER BY other.record
