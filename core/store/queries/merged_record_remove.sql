-- SPDX-License-Identifier: MIT
DELETE FROM merged_record
 WHERE record = :record
