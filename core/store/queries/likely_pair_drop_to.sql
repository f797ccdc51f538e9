-- SPDX-License-Identifier: MIT
DELETE FROM likely_pair
 WHERE number <= :number
