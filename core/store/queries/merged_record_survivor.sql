-- SPDX-License-Identifier: MIT
SELECT survivor
  FROM merged_record
 WHERE record = :record
