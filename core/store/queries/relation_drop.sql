-- SPDX-License-Identifier: MIT
DELETE FROM relation
 WHERE person = :person
