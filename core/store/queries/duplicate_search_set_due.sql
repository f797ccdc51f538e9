-- SPDX-License-Identifier: MIT
UPDATE duplicate_search
   SET is_due = :is_due
