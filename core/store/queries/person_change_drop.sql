-- SPDX-License-Identifier: MIT
DELETE FROM person_change
 WHERE position <= :upto
