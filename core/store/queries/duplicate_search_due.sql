-- SPDX-License-Identifier: MIT
SELECT is_due
  FROM duplicate_search
