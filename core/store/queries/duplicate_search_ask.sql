-- SPDX-License-Identifier: MIT
UPDATE duplicate_search
   SET asked = asked + 1
