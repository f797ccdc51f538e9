-- SPDX-License-Identifier: MIT
UPDATE duplicate_search
   SET done = max(done, :asked)
