-- SPDX-License-Identifier: MIT
INSERT OR IGNORE INTO relation (other, person)
VALUES (:other, :person)
