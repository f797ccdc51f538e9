-- SPDX-License-Identifier: MIT
SELECT count(*)
  FROM person
