-- SPDX-License-Identifier: MIT
SELECT asked > done
  FROM duplicate_search
