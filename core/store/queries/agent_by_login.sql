-- SPDX-License-Identifier: MIT
SELECT display_name, roles
  FROM agent
 WHERE login = :login
