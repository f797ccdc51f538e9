-- SPDX-License-Identifier: MIT
DELETE FROM field_conflict
 WHERE person = :person
