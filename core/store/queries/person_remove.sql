-- SPDX-License-Identifier: MIT
DELETE FROM person
 WHERE number = :number
