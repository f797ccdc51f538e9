-- SPDX-License-Identifier: MIT
SELECT asked
  FROM duplicate_search
