-- SPDX-License-Identifier: MIT
SELECT skew
  FROM desk
